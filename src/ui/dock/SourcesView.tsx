import { type RefObject, useMemo, useState } from 'react';
import type { Analysis } from '../../engine/result.ts';
import { standingFlows } from '../../store/selectors.ts';
import { workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { type CopyRows, DockTable } from './DockTable.tsx';
import { type SourceRow, sourceColumns, sourceRows } from './findings-columns.tsx';

const rowKey = (row: SourceRow) => row.key;

/** The rows of vendor pages that the flows stand on. */
export function SourcesView({ analysis, copy }: { analysis: Analysis; copy: RefObject<CopyRows | null> }) {
  const t = useT();
  const columns = useMemo(() => sourceColumns(t), [t]);
  const rows = useMemo(() => sourceRows(standingFlows(analysis)), [analysis]);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <DockTable
      tab="sources"
      label={t('dock.sources')}
      rows={rows}
      columns={columns}
      grouped={null}
      rowId={rowKey}
      selected={new Set(chosen === null ? [] : [chosen])}
      onSelect={(row) => {
        setChosen(row.key);
        const [only, ...more] = row.flows;
        if (only && more.length === 0) workspace.getState().select({ kind: 'flow', id: only.id });
        else workspace.getState().select({ kind: 'edge', from: 'source', to: row.key, flows: row.flows.map((flow) => flow.id) });
      }}
      copy={copy}
      empty={<EmptyState>{t('dock.noSources')}</EmptyState>}
    />
  );
}
