import type { Difference } from '../engine/compare.ts';
import type { Opening } from '../engine/result.ts';
import { OPENING_COLUMNS, openingRows, portsCell } from './csv.ts';
import { cell, csvTable } from './csv-table.ts';
import { jsonText, openingRecord } from './json.ts';
import { makeNames, type ReportInput } from './names.ts';

/** Two revisions of a plan and what lies between them. */
export interface DifferenceInput {
  readonly before: ReportInput;
  readonly after: ReportInput;
  readonly difference: Difference;
}

/**
 * The difference with the columns of the rule sheet: what to add, what to change (as it has to be, with what it replaces as first
 * remark), what to remove.
 */
export function differenceCsv({ before, after, difference }: DifferenceInput): string {
  const names = makeNames(before);
  const replaces = (old: Opening) => {
    const ends = (side: Opening['sources']) => side.map(names.end).join(', ');
    const services = old.services.map((service) => `${service.protocol} ${portsCell(service)}`.trim()).join(', ');
    return cell(`replaces ${old.id}: ${ends(old.sources)} to ${ends(old.destinations)}, ${services}`);
  };
  return csvTable(OPENING_COLUMNS, [
    ...openingRows(after, difference.add, 'add'),
    ...difference.change.flatMap((change) =>
      openingRows(after, [change.new], 'change').map((row) => ({ ...row, remarks: withRemark(row.remarks, replaces(change.old)) })),
    ),
    ...openingRows(before, difference.remove, 'remove'),
  ]);
}

/** A line that cannot be ordered keeps saying so first. */
function withRemark(remarks: string, added: string): string {
  if (remarks === '') return added;
  return remarks.startsWith('NOT ORDERABLE') ? `${remarks}; ${added}` : `${added}; ${remarks}`;
}

/** The difference as `{add, remove, change}`. */
export function differenceJson({ difference }: DifferenceInput): string {
  return jsonText({
    add: difference.add.map(openingRecord),
    remove: difference.remove.map(openingRecord),
    change: difference.change.map((change) => ({ old: openingRecord(change.old), new: openingRecord(change.new) })),
  });
}
