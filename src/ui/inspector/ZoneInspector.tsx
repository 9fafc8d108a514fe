import { parseAddressRange } from '../../model/address.ts';
import { rename } from '../../model/edits/rename.ts';
import { setZoneParent, updateZone, zoneAndDescendants } from '../../model/edits/zones.ts';
import { nameOf, ZONE_KINDS, type Zone, type ZoneKind } from '../../model/plan.ts';
import { itemsSelection } from '../../store/selection.ts';
import { findingsOf } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Count, Section } from '../parts/Section.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { SwitchInput } from '../parts/SwitchInput.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { ZoneTile } from '../parts/ZoneTile.tsx';
import { BoundaryList } from './BoundaryList.tsx';
import { FindingList } from './FindingList.tsx';
import { listed } from './HostInspector.tsx';
import { InspectorHead } from './InspectorHead.tsx';

/** A zone: what it is for, its networks, whether it filters, where it lies. */
export function ZoneInspector({ zone }: { zone: Zone }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const { edit, select } = workspace.getState();
  const inside = zoneAndDescendants(plan, zone.id);
  const hosts = plan.hosts.filter((host) => host.zone === zone.id);
  const checkNetworks = (text: string) => {
    const wrong = listed(text).find((cidr) => parseAddressRange(cidr) === null);
    return wrong === undefined ? null : t('field.addressWrong', { text: wrong });
  };
  return (
    <>
      <InspectorHead
        icon={<ZoneTile kind={zone.kind} />}
        title={nameOf(zone)}
        kind={t(zone.filtering ? 'inspector.zone' : 'inspector.frame')}
        removable
      />
      <div className="grid gap-1.5 px-4 pb-3">
        <TextInput
          label={t('field.name')}
          value={zone.name ?? zone.id}
          onCommit={(name) => edit('rename', (before) => rename(before, zone.id, name))}
        />
        <SelectInput
          label={t('field.kind')}
          value={zone.kind}
          lead={<ZoneTile kind={zone.kind} size={17} />}
          options={ZONE_KINDS.map((kind) => ({ value: kind, label: t(`zone.kind.${kind}`) }))}
          onChange={(kind) => edit('changeZone', (before) => updateZone(before, zone.id, { kind: kind as ZoneKind }))}
        />
        <TextInput
          label={t('field.networks')}
          mono
          value={zone.cidrs.join(', ')}
          placeholder="10.0.0.0/16"
          check={checkNetworks}
          error={checkNetworks(zone.cidrs.join(','))}
          onCommit={(text) => edit('changeZone', (before) => updateZone(before, zone.id, { cidrs: listed(text) }))}
        />
        <SelectInput
          label={t('field.parent')}
          value={zone.parent ?? ''}
          options={[
            { value: '', label: t('field.topLevel') },
            ...plan.zones.filter((one) => !inside.has(one.id)).map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
          onChange={(parent) =>
            edit('changeZone', (before) => {
              const moved = setZoneParent(before, zone.id, parent === '' ? null : parent);
              if (moved === before || !moved.layout) return moved;
              // The old places lie in the old zone: the canvas finds new ones for all that moves.
              const zones = { ...moved.layout.zones };
              const places = { ...moved.layout.hosts };
              for (const id of inside) delete zones[id];
              for (const host of moved.hosts) if (inside.has(host.zone)) delete places[host.id];
              return { ...moved, layout: { ...moved.layout, zones, hosts: places } };
            })
          }
        />
        <TextInput
          label={t('field.lan')}
          value={zone.lan ?? ''}
          placeholder={zone.kind === 'internet' ? t('field.noLan') : zone.id}
          onCommit={(lan) => edit('changeZone', (before) => updateZone(before, zone.id, { lan: lan.trim() || undefined }))}
        />
        <SwitchInput
          label={t('field.filtering')}
          checked={zone.filtering}
          note={zone.filtering ? undefined : t('field.frameNote')}
          onChange={(filtering) => edit('changeZone', (before) => updateZone(before, zone.id, { filtering }))}
        />
        <SelectInput
          label={t('field.intraZone')}
          value={zone.intraZone}
          options={[
            { value: 'open', label: t('intraZone.open') },
            { value: 'filtered', label: t('intraZone.filtered') },
          ]}
          onChange={(value) =>
            edit('changeZone', (before) => updateZone(before, zone.id, { intraZone: value === 'filtered' ? 'filtered' : 'open' }))
          }
        />
      </div>
      <FindingList findings={findingsOf(analysis, 'zone', zone.id)} />
      <BoundaryList zones={new Set([zone.id])} />
      {hosts.length > 0 && (
        <Section
          title={
            <>
              {t('inspector.hosts')} <Count>{hosts.length}</Count>
            </>
          }
        >
          <ul className="-mx-1.5">
            {hosts.slice(0, 30).map((host) => (
              <li key={host.id}>
                <button
                  type="button"
                  onClick={() => select(itemsSelection({ hosts: [host.id] }))}
                  className="flex h-7 w-full items-center gap-2 rounded-control px-1.5 text-left text-table hover:bg-hover"
                >
                  <span className="min-w-0 flex-1 truncate">{nameOf(host)}</span>
                  <span className="mono text-[11px] text-ink2">{host.addresses[0] ?? ''}</span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
