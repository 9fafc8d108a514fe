import { Plus, Server, Trash2 } from 'lucide-react';
import { parseAddressRange } from '../../model/address.ts';
import { qualify } from '../../model/catalog.ts';
import { addComponent } from '../../model/edits/components.ts';
import { updateHost } from '../../model/edits/hosts.ts';
import { removeItems } from '../../model/edits/remove.ts';
import { rename } from '../../model/edits/rename.ts';
import { type Component, type Host, nameOf } from '../../model/plan.ts';
import { allCatalogs, productIdOf, productOf, settingsOf, shortTypeName, typeOf } from '../../store/catalogs.ts';
import { findingsOfHost } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { moveToHost, splitToNewHost } from '../actions/component-moves.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { componentIcon } from '../parts/icons.ts';
import { Menu, MenuItem, MenuLabel } from '../parts/Menu.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { FoldingSection, Section } from '../parts/Section.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { ZoneTile } from '../parts/ZoneTile.tsx';
import { FindingList } from './FindingList.tsx';
import { HostFlows } from './HostFlows.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { LinkFields } from './LinkFields.tsx';
import { SettingFields } from './SettingFields.tsx';

/** Texts of a list field: separated by commas, semicolons or lines. */
export function listed(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A host or group: where it stands, what runs on it, whom it talks to. */
export function HostInspector({ host, component }: { host: Host; component?: string }) {
  const t = useT();
  const zones = useWorkspace((state) => state.plan.zones);
  const analysis = useWorkspace((state) => state.analysis);
  const { edit } = workspace.getState();
  const zone = zones.find((one) => one.id === host.zone);
  const checkAddresses = (text: string) => {
    const wrong = listed(text).find((address) => parseAddressRange(address) === null);
    return wrong === undefined ? null : t('field.addressWrong', { text: wrong });
  };
  const checkCount = (text: string) => (/^[1-9]\d{0,8}$/.test(text.replace(/[\s,.]/g, '')) ? null : t('field.countWrong'));
  return (
    <>
      <InspectorHead
        icon={<Server aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={nameOf(host)}
        kind={host.count > 1 ? t('inspector.group') : t('inspector.host')}
        removable
      />
      <div className="grid gap-1.5 px-4 pb-3">
        <TextInput
          label={t('field.name')}
          value={host.name ?? host.id}
          onCommit={(name) => edit('rename', (plan) => rename(plan, host.id, name))}
        />
        <TextInput
          label={t('field.addresses')}
          mono
          value={host.addresses.join(', ')}
          placeholder={zone?.kind === 'internet' ? t('address.any') : t('address.missing')}
          check={checkAddresses}
          error={checkAddresses(host.addresses.join(','))}
          onCommit={(text) => edit('changeHost', (plan) => updateHost(plan, host.id, { addresses: listed(text) }))}
        />
        <SelectInput
          label={t('field.zone')}
          value={host.zone}
          options={
            zone
              ? zones.map((one) => ({ value: one.id, label: nameOf(one) }))
              : [{ value: host.zone, label: host.zone }, ...zones.map((one) => ({ value: one.id, label: nameOf(one) }))]
          }
          lead={zone && <ZoneTile kind={zone.kind} size={17} />}
          onChange={(id) =>
            // The old place lies in the old zone: the canvas finds a new one.
            edit('move', (plan) => {
              const moved = updateHost(plan, host.id, { zone: id });
              if (!moved.layout || !Object.hasOwn(moved.layout.hosts, host.id)) return moved;
              const { [host.id]: _place, ...hosts } = moved.layout.hosts;
              return { ...moved, layout: { ...moved.layout, hosts } };
            })
          }
        />
        <TextInput
          label={t('field.count')}
          mono
          inputMode="numeric"
          value={String(host.count)}
          check={checkCount}
          onCommit={(text) => edit('changeHost', (plan) => updateHost(plan, host.id, { count: Number(text.replace(/[\s,.]/g, '')) }))}
        />
      </div>
      <FindingList findings={findingsOfHost(analysis, host)} />
      {host.components.map((one) => (
        <ComponentSection
          key={one.id}
          host={host}
          component={one}
          open={component === undefined ? host.components.length < 4 : component === one.id}
        />
      ))}
      <Section>
        <AddComponent host={host} />
      </Section>
      <HostFlows host={host} />
    </>
  );
}

function ComponentSection({ host, component, open }: { host: Host; component: Component; open: boolean }) {
  const t = useT();
  const { edit, notify } = workspace.getState();
  const product = productIdOf(component.type);
  const name = shortTypeName(component.type);
  const productName = productOf(product)?.name;
  const title = productName && name !== (typeOf(component.type)?.name ?? '') ? `${productName} ${name}` : name;
  return (
    <FoldingSection
      title={title}
      initiallyOpen={open}
      lead={<ProductTile product={product} />}
      actions={
        <IconButton
          icon={Trash2}
          iconSize={14}
          label={t('inspector.removeComponent', { name: title })}
          className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
          onClick={() => {
            edit('remove', (plan) => removeItems(plan, { components: [component.id] }));
            notify('toast.deleted', { values: { name: `${title}, ${nameOf(host)}` }, undo: true });
          }}
        />
      }
    >
      {typeOf(component.type) === undefined && (
        <p className="text-table text-error">{t('inspector.unknownType', { type: component.type })}</p>
      )}
      <RunsOn host={host} component={component} />
      <SettingFields component={component} declarations={settingsOf(component.type)} />
      <LinkFields component={component} />
    </FoldingSection>
  );
}

/** More hosts than this are found on the canvas, not in a list. */
const MOST_HOSTS = 400;

/** The host a component runs on: another one moves it there, a new one splits it off. */
function RunsOn({ host, component }: { host: Host; component: Component }) {
  const t = useT();
  const hosts = useWorkspace((state) => state.plan.hosts);
  const others = hosts.filter((one) => one.id !== host.id).slice(0, MOST_HOSTS);
  return (
    <SelectInput
      label={t('field.runsOn')}
      value={host.id}
      options={[
        { value: host.id, label: nameOf(host) },
        ...(host.components.length > 1 ? [{ value: '', label: t('field.newHost') }] : []),
        ...others.map((one) => ({ value: one.id, label: nameOf(one) })),
      ]}
      onChange={(id) => (id === '' ? splitToNewHost(component.id) : moveToHost(component.id, id))}
    />
  );
}

function AddComponent({ host }: { host: Host }) {
  const t = useT();
  const used = new Set(host.components.map((component) => productIdOf(component.type)));
  const catalogs = [...allCatalogs].sort(
    (a, b) => Number(used.has(b.product)) - Number(used.has(a.product)) || Number(a.product === 'infra') - Number(b.product === 'infra'),
  );
  return (
    <Menu
      align="start"
      trigger={
        <Button icon={Plus} size="small" className="-ml-2 text-accent-text">
          {t('inspector.addComponent')}
        </Button>
      }
    >
      {catalogs.map((catalog) => (
        <div key={catalog.product} role="group" aria-label={catalog.name}>
          <MenuLabel>
            <span className="flex items-center gap-1.5">
              <ProductTile product={catalog.product} size={15} />
              {catalog.name}
            </span>
          </MenuLabel>
          {catalog.types.map((type) => {
            const reference = qualify(catalog.product, type.id);
            return (
              <MenuItem
                key={type.id}
                icon={componentIcon(type.icon)}
                onSelect={() => workspace.getState().edit('addComponent', (plan) => addComponent(plan, host.id, reference))}
              >
                {shortTypeName(reference)}
              </MenuItem>
            );
          })}
        </div>
      ))}
    </Menu>
  );
}
