import { ArrowRight, BrickWallShield, FileCode } from 'lucide-react';
import { useState } from 'react';
import type { Opening } from '../../engine/result.ts';
import { addFirewall, drawBoundary, setFirewall, updateBoundary, updateFirewall, zonesOfUndrawn } from '../../model/edits/boundaries.ts';
import { freshId } from '../../model/edits/fresh-id.ts';
import { rename } from '../../model/edits/rename.ts';
import { nameOf } from '../../model/plan.ts';
import { findingsOf, namesOf, openingsByBoundary } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { servicesText } from '../dock/words.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Count, Section } from '../parts/Section.tsx';
import { SelectInput } from '../parts/SelectInput.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { FindingList } from './FindingList.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { RequestFields } from './RequestFields.tsx';

/** Styles a firewall may have; any other text of the plan is kept and shown. */
const STYLES = [
  'panos',
  'fortigate',
  'asa',
  'junos',
  'checkpoint',
  'nftables',
  'iptables',
  'windows',
  'terraform-aws',
  'terraform-azure',
  'terraform-gcp',
  'aerleon',
] as const;
const STYLE_NAMES: Record<(typeof STYLES)[number], string> = {
  panos: 'PAN-OS',
  fortigate: 'FortiGate',
  asa: 'Cisco ASA',
  junos: 'Junos SRX',
  checkpoint: 'Check Point',
  nftables: 'nftables',
  iptables: 'iptables',
  windows: 'Windows Firewall',
  'terraform-aws': 'AWS security group',
  'terraform-azure': 'Azure NSG',
  'terraform-gcp': 'Google Cloud firewall',
  aerleon: 'Aerleon policy',
};
const NEW = '\u0000new';

/** A boundary, drawn or implied: its name, who guards it, and the openings that pass it each way. */
export function BoundaryInspector({ id }: { id: string }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const { edit, requestBoundary } = workspace.getState();
  const [naming, setNaming] = useState(false);
  const drawn = plan.boundaries.find((one) => one.id === id);
  const inUse = analysis?.boundaries.find((one) => one.id === id);
  const between = drawn?.between ?? inUse?.between ?? zonesOfUndrawn(id);
  const names = namesOf(plan, analysis);
  if (!between) return <p className="p-4 text-body text-ink2">{t('inspector.gone')}</p>;
  const title = drawn?.name || between.map((zone) => names.zone(zone)).join(' | ');
  const firewall = plan.firewalls.find((one) => one.id === drawn?.firewall);
  const directions = analysis ? [...(openingsByBoundary(analysis).get(id) ?? [])] : [];
  const perimeter =
    plan.zones.some((zone) => zone.id === between[0] && zone.parent === between[1]) ||
    plan.zones.some((zone) => zone.id === between[1] && zone.parent === between[0]);

  const guard = (firewallId: string | null) => {
    if (drawn || perimeter) edit('changeBoundary', (before) => setFirewall(before, drawn ? id : between, firewallId));
    else if (firewallId !== null) requestBoundary(between[0], between[1], firewallId);
  };
  return (
    <>
      <InspectorHead
        icon={<BrickWallShield aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={title}
        kind={drawn ? t('inspector.boundary') : t('inspector.impliedBoundary')}
        removable={drawn !== undefined}
      />
      <div className="grid gap-1.5 px-4 pb-3">
        {drawn ? (
          <TextInput
            label={t('field.name')}
            value={drawn.name ?? ''}
            placeholder={between.map((zone) => names.zone(zone)).join(' | ')}
            onCommit={(name) => edit('rename', (before) => updateBoundary(before, id, { name: name.trim() || undefined }))}
          />
        ) : (
          <Button
            look="outline"
            size="small"
            onClick={() =>
              perimeter
                ? edit('drawBoundary', (before) => drawBoundary(before, between[0], between[1]))
                : requestBoundary(between[0], between[1])
            }
          >
            {t('inspector.drawThis')}
          </Button>
        )}
        <SelectInput
          label={t('field.firewall')}
          value={drawn?.firewall ?? ''}
          options={[
            { value: '', label: t('field.noFirewall') },
            ...plan.firewalls.map((one) => ({ value: one.id, label: nameOf(one) })),
            { value: NEW, label: t('field.newFirewall') },
          ]}
          onChange={(value) => {
            if (value === NEW) setNaming(true);
            else guard(value === '' ? null : value);
          }}
        />
        {naming && (
          <NewFirewall
            onCancel={() => setNaming(false)}
            onCreate={(name) => {
              setNaming(false);
              const firewallId = freshId(plan, name);
              edit('addFirewall', (before) => {
                const added = addFirewall(before, { id: firewallId, name });
                return drawn || perimeter ? setFirewall(added, drawn ? id : between, firewallId) : added;
              });
              if (!drawn && !perimeter) requestBoundary(between[0], between[1], firewallId);
            }}
          />
        )}
        {firewall && (
          <>
            <TextInput
              label={t('field.firewallName')}
              value={firewall.name ?? firewall.id}
              onCommit={(name) => edit('rename', (before) => rename(before, firewall.id, name))}
            />
            <SelectInput
              label={t('field.style')}
              value={firewall.style ?? ''}
              options={[
                { value: '', label: t('field.noStyle') },
                ...STYLES.map((style) => ({ value: style, label: STYLE_NAMES[style] })),
                ...(firewall.style && !STYLES.includes(firewall.style as (typeof STYLES)[number])
                  ? [{ value: firewall.style, label: firewall.style }]
                  : []),
              ]}
              onChange={(style) => edit('changeFirewall', (before) => updateFirewall(before, firewall.id, { style: style || undefined }))}
            />
            <Button
              look="outline"
              size="small"
              icon={FileCode}
              disabled={directions.length === 0}
              onClick={() => openDialog({ kind: 'configuration', firewall: firewall.id })}
            >
              {t('inspector.configuration')}
            </Button>
          </>
        )}
      </div>
      <FindingList
        findings={[...findingsOf(analysis, 'boundary', id), ...(firewall ? findingsOf(analysis, 'firewall', firewall.id) : [])]}
      />
      {directions.length > 0 && <RequestFields place={{ kind: 'points', id: firewall?.id ?? id }} />}
      {directions.map(([from, openings]) => {
        const to = between[0] === from ? between[1] : between[0];
        return (
          <Section
            key={from}
            title={
              <>
                {names.zone(from)}
                <ArrowRight role="img" aria-label={t('column.to')} size={13} strokeWidth={2} />
                {names.zone(to)}
                <Count>{openings.length}</Count>
              </>
            }
          >
            <OpeningList openings={openings} />
          </Section>
        );
      })}
      {analysis && directions.length === 0 && (
        <Section>
          <p className="text-table text-ink2">{t('inspector.noOpenings')}</p>
        </Section>
      )}
    </>
  );
}

/** Openings as short lines that lead to each. */
export function OpeningList({ openings }: { openings: readonly Opening[] }) {
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const names = namesOf(plan, analysis);
  const end = (one: Opening['sources'][number] | undefined) => {
    if (!one) return '';
    if ('host' in one) return names.hostName(one.host);
    if ('zone' in one) return names.zone(one.zone);
    if ('cidr' in one) return one.cidr;
    return one.external === null ? one.fqdns.join(', ') : names.external(one.external);
  };
  const ends = (list: Opening['sources']) => (list.length > 1 ? `${end(list[0])} +${list.length - 1}` : end(list[0]));
  return (
    <ul className="-mx-1.5">
      {openings.map((opening) => (
        <li key={opening.id}>
          <button
            type="button"
            title={opening.justification}
            onClick={() => workspace.getState().select({ kind: 'opening', id: opening.id })}
            className="block w-full rounded-control px-1.5 py-1 text-left text-table hover:bg-hover"
          >
            <span className="flex items-center gap-1.5">
              <span className="truncate">{ends(opening.sources)}</span>
              <ArrowRight aria-hidden="true" size={12} strokeWidth={2} className="shrink-0 text-ink2" />
              <span className="truncate">{ends(opening.destinations)}</span>
            </span>
            <span className="mono block truncate text-[11px] text-ink2">{servicesText(opening.services)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function NewFirewall({ onCreate, onCancel }: { onCreate: (name: string) => void; onCancel: () => void }) {
  const t = useT();
  const [name, setName] = useState('');
  return (
    <form
      className="grid gap-1.5 rounded-card bg-sunken p-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onCreate(name.trim());
      }}
    >
      <input
        aria-label={t('field.firewallName')}
        // biome-ignore lint/a11y/noAutofocus: the field appears because somebody asked to name a firewall
        autoFocus
        placeholder="FW-CORE"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onCancel();
          }
        }}
        className="h-7 w-full rounded-control border border-control bg-surface px-2 text-table"
      />
      <span className="flex gap-1.5">
        <Button type="submit" look="solid" size="small" disabled={!name.trim()}>
          {t('field.createFirewall')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('dialog.cancel')}
        </Button>
      </span>
    </form>
  );
}
