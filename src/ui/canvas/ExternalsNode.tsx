import { Cloud, Globe } from 'lucide-react';
import { memo } from 'react';
import type { ExternalRow } from '../../layout/bundle.ts';
import { externalOf } from '../../store/catalogs.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { useCanvas } from './canvas-state.ts';
import type { ExternalsNode as ExternalsNodeType } from './nodes.ts';

/** The card of the external services that flows use: one row for each, with the ports opened there. */
export const ExternalsNode = memo(function ExternalsNode({ data, selected }: { data: ExternalsNodeType['data']; selected?: boolean }) {
  const t = useT();
  const dimmed = useCanvas(
    ({ focus, connecting }) => connecting !== null || (focus !== null && !data.rows.some((row) => isLit(row, focus))),
  );
  return (
    <div className="host" data-dimmed={dimmed || undefined} data-ringed={selected || undefined}>
      <div className="host-card">
        <div className="host-content">
          <div className="host-header">
            <Cloud size={15} strokeWidth={1.75} aria-hidden="true" className="host-icon" />
            <span className="host-name">{t('canvas.externals')}</span>
          </div>
          <div className="host-rows">
            {data.rows.map((row) => (
              <ServiceRow key={row.key} row={row} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
});

function isLit(row: ExternalRow, focus: { readonly externals: ReadonlySet<string>; readonly zones: ReadonlySet<string> }): boolean {
  return row.external === null ? focus.externals.size === 0 && focus.zones.size > 0 : focus.externals.has(row.external);
}

function ServiceRow({ row }: { row: ExternalRow }) {
  const selected = useWorkspace(({ selection }) => selection.kind === 'external' && selection.id === row.external);
  const name = row.external === null ? row.fqdns.join(', ') : (externalOf(row.external)?.name ?? row.external);
  const { external } = row;
  const [first = '', ...others] = row.ports;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="host-row"
      data-selected={selected || undefined}
      title={name}
      onClick={(event) => {
        if (external === null || workspace.getState().tool !== 'select') return;
        event.stopPropagation();
        workspace.getState().select({ kind: 'external', id: external });
      }}
    >
      <Globe size={14} strokeWidth={1.75} aria-hidden="true" className="host-icon" />
      <span className="host-row-name">{name}</span>
      <span className="host-row-port">
        {first}
        {others.length > 0 && ` +${others.length}`}
      </span>
    </button>
  );
}
