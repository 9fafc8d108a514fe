import { type RefObject, useMemo, useState } from 'react';
import type { Analysis } from '../../engine/result.ts';
import { raiseFinding } from '../../model/edits/judgements.ts';
import { subjectKey } from '../../store/subject-selection.ts';
import { workspace } from '../../store/workspace.ts';
import { selectSubjects } from '../actions/select-subjects.ts';
import { openDialog } from '../dialogs/open-dialog.ts';
import { useFindingWords } from '../messages/finding-text.ts';
import { useT } from '../messages/translate.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { type CopyRows, DockTable } from './DockTable.tsx';
import { type FindingRow, findingColumns } from './findings-columns.tsx';

const rowKey = (row: FindingRow) => row.key;
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What a person should look at, the gravest first. */
export function FindingsView({ analysis, copy }: { analysis: Analysis; copy: RefObject<CopyRows | null> }) {
  const t = useT();
  const words = useFindingWords();
  const columns = useMemo(() => findingColumns(t, words), [t, words]);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(
    (): FindingRow[] => [
      ...SEVERITIES.flatMap((severity) => analysis.findings.filter((finding) => finding.severity === severity)).map((finding) => ({
        key: `${finding.code} ${finding.subjects.map(subjectKey).join(' ')} ${finding.what}`,
        finding,
        accepted: null,
      })),
      ...analysis.accepted.map(({ reason, ...finding }) => ({
        key: `accepted ${finding.code} ${finding.subjects.map(subjectKey).join(' ')}`,
        finding,
        accepted: reason,
      })),
    ],
    [analysis],
  );
  return (
    <DockTable
      tab="findings"
      label={t('dock.findings')}
      rows={rows}
      columns={columns}
      grouped={null}
      rowId={rowKey}
      selected={new Set(chosen === null ? [] : [chosen])}
      onSelect={(row) => {
        setChosen(row.key);
        selectSubjects(row.finding);
      }}
      onOpen={(row) => {
        if (row.accepted !== null)
          workspace
            .getState()
            .edit('accept', (plan) =>
              raiseFinding(plan, { code: row.finding.code, subjects: row.finding.subjects.map(({ kind, id }) => ({ kind, id })) }),
            );
        else if (row.finding.severity !== 'error') openDialog({ kind: 'accept', finding: row.finding });
      }}
      copy={copy}
      empty={<EmptyState>{t('dock.noFindings')}</EmptyState>}
    />
  );
}
