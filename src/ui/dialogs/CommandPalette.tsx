import { Command } from 'cmdk';
import { Search, Server } from 'lucide-react';
import type { ReactNode } from 'react';
import { qualify } from '../../model/catalog.ts';
import { nameOf, ZONE_KINDS } from '../../model/plan.ts';
import { allCatalogs } from '../../store/catalogs.ts';
import { itemsSelection } from '../../store/selection.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { shownKeys } from '../actions/action.ts';
import { allActions } from '../actions/actions.ts';
import { useExports } from '../actions/exports.ts';
import { placePart } from '../actions/place-part.ts';
import { useT } from '../messages/translate.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { ProductTile } from '../parts/ProductTile.tsx';
import { ZoneTile } from '../parts/ZoneTile.tsx';
import { allTemplates } from '../start/template-list.ts';
import { closeDialog } from './open-dialog.ts';

const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink2';

/** Finds every action, zone, host, component type and template by name. */
export function CommandPalette() {
  const t = useT();
  const state = useWorkspace((one) => one);
  const formats = useExports();
  const { opened, plan } = state;
  const actions = allActions.filter(
    (action) => action.id !== 'commands' && (opened || action.anywhere) && (action.enabled?.(state) ?? true),
  );
  const run = (perform: () => void) => () => {
    closeDialog();
    perform();
  };
  const go = (selection: Parameters<typeof itemsSelection>[0], id: string) =>
    run(() => {
      const { select, reveal } = workspace.getState();
      select(itemsSelection(selection));
      reveal([id]);
    });
  return (
    <Dialog bare title={t('commands.title')} onClose={closeDialog} width={560}>
      <Command label={t('commands.title')} loop className="flex max-h-[70dvh] flex-col">
        <div className="flex items-center gap-2.5 border-b border-line px-4">
          <Search aria-hidden="true" size={16} strokeWidth={1.75} className="shrink-0 text-ink2" />
          <Command.Input data-autofocus placeholder={t('commands.title')} className="h-12 w-full bg-transparent text-title outline-none" />
        </div>
        <Command.List className="min-h-0 flex-1 overflow-y-auto p-2">
          <Command.Empty className="p-6 text-center text-body text-ink2">{t('commands.none')}</Command.Empty>
          <Command.Group heading={t('commands.actions')} className={GROUP}>
            {actions.map((action) => (
              <Item
                key={action.id}
                value={`${t(action.label)} ${action.id}`}
                onSelect={run(action.perform)}
                keys={shownKeys(action.keys)}
                icon={<action.icon aria-hidden="true" size={16} strokeWidth={1.75} />}
              >
                {t(action.label)}
              </Item>
            ))}
            {opened &&
              formats.map((format) => (
                <Item
                  key={format.id}
                  value={`${t('action.export')} ${format.label}`}
                  onSelect={run(format.perform)}
                  icon={<format.icon aria-hidden="true" size={16} strokeWidth={1.75} />}
                >
                  {t('action.export')}: {format.label}
                </Item>
              ))}
          </Command.Group>
          {opened && (
            <Command.Group heading={t('commands.goTo')} className={GROUP}>
              {plan.zones.map((zone) => (
                <Item
                  key={zone.id}
                  value={`${nameOf(zone)} ${zone.id}`}
                  onSelect={go({ zones: [zone.id] }, zone.id)}
                  icon={<ZoneTile kind={zone.kind} size={17} />}
                >
                  {nameOf(zone)}
                </Item>
              ))}
              {plan.hosts.slice(0, 400).map((host) => (
                <Item
                  key={host.id}
                  value={`${nameOf(host)} ${host.addresses.join(' ')} ${host.id}`}
                  onSelect={go({ hosts: [host.id] }, host.id)}
                  icon={<Server aria-hidden="true" size={16} strokeWidth={1.75} />}
                  aside={host.addresses[0]}
                >
                  {nameOf(host)}
                </Item>
              ))}
            </Command.Group>
          )}
          {opened && (
            <Command.Group heading={t('commands.add')} className={GROUP}>
              {ZONE_KINDS.map((kind) => (
                <Item
                  key={kind}
                  value={`${t('palette.zoneOf', { kind: t(`zone.kind.${kind}`) })} add`}
                  onSelect={run(() => placePart({ kind: 'zone', zoneKind: kind }))}
                  icon={<ZoneTile kind={kind} size={17} />}
                >
                  {t('palette.zoneOf', { kind: t(`zone.kind.${kind}`) })}
                </Item>
              ))}
              {allCatalogs.flatMap((catalog) =>
                catalog.types.map((type) => {
                  const reference = qualify(catalog.product, type.id);
                  return (
                    <Item
                      key={reference}
                      value={`${type.name} ${catalog.name} ${reference} add`}
                      onSelect={run(() => placePart({ kind: 'type', type: reference }))}
                      icon={<ProductTile product={catalog.product} />}
                    >
                      {type.name}
                    </Item>
                  );
                }),
              )}
            </Command.Group>
          )}
          <Command.Group heading={t('commands.templates')} className={GROUP}>
            {allTemplates().map((template) => (
              <Item
                key={template.id}
                value={`${template.plan.title} template`}
                onSelect={run(() => workspace.getState().open(template.plan, 'template'))}
                icon={<ProductTile product={template.products[0] ?? null} />}
              >
                {template.plan.title}
              </Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Item({
  value,
  onSelect,
  icon,
  keys,
  aside,
  children,
}: {
  value: string;
  onSelect: () => void;
  icon: ReactNode;
  keys?: string | undefined;
  aside?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex h-9 items-center gap-2.5 rounded-control px-2 text-body data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-text"
    >
      <span className="grid w-5 shrink-0 place-items-center text-ink2">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {aside && <span className="mono text-[11px] text-ink2">{aside}</span>}
      {keys && <Kbd>{keys}</Kbd>}
    </Command.Item>
  );
}
