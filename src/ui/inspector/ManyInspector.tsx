import { BoxSelect, Trash2 } from 'lucide-react';
import { nameOf } from '../../model/plan.ts';
import type { Selection } from '../../store/selection.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { removeSelected } from '../actions/remove-selected.ts';
import { alignActions } from '../actions/selection-actions.ts';
import { useT } from '../messages/translate.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Section } from '../parts/Section.tsx';
import { showInTable } from './HostFlows.tsx';
import { InspectorHead } from './InspectorHead.tsx';

/** Several things at once: which they are, and what can be done with all of them. */
export function ManyInspector({ selection }: { selection: Extract<Selection, { kind: 'items' }> }) {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const things = [
    ...plan.zones.filter((zone) => selection.zones.includes(zone.id)),
    ...plan.hosts.filter((host) => selection.hosts.includes(host.id)),
  ];
  return (
    <>
      <InspectorHead
        icon={<BoxSelect aria-hidden="true" size={17} strokeWidth={1.75} />}
        title={t('inspector.many', { count: things.length })}
        kind={`${t('start.zones', { count: selection.zones.length })}, ${t('start.hosts', { count: selection.hosts.length })}`}
      />
      <Section>
        <ul>
          {things.slice(0, 40).map((thing) => (
            <li key={thing.id} className="truncate text-table leading-6">
              {nameOf(thing)}
            </li>
          ))}
        </ul>
      </Section>
      <Section>
        <div className="mb-2 flex gap-1">
          {alignActions.map((action) => (
            <IconButton key={action.id} icon={action.icon} label={t(action.label)} onClick={action.perform} />
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button look="outline" size="small" onClick={showInTable}>
            {t('inspector.showInTable')}
          </Button>
          <Button look="danger" size="small" icon={Trash2} onClick={removeSelected}>
            {t('inspector.delete')}
          </Button>
        </div>
      </Section>
    </>
  );
}
