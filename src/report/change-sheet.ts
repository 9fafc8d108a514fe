import type { Comparison, DifferenceLine } from '../engine/comparison.ts';
import type { Flow, Opening } from '../engine/result.ts';
import type { PlanChange } from '../model/plan-changes.ts';
import { contentHash } from './cover.ts';
import { portsCell } from './csv.ts';
import { makeNames, type Names } from './names.ts';
import { type Cell, OPENING_HEADER, openingCells, type Sheet, type SheetTable } from './sheet.ts';

/** What has to be done with a line at its enforcement point, as the CSV says it. */
const ACTIONS = { added: 'add', changed: 'change', removed: 'remove' } as const;

const HEADER = ['Action', ...OPENING_HEADER, 'Replaces', 'Caused by'];

/** Names and flows of both sides: a removed line is told in the words of the older plan. */
interface Side {
  readonly names: Names;
  readonly flows: ReadonlyMap<string, Flow>;
}

/** What lies between two plans as a rule sheet: for each enforcement point the lines to add, change and remove, what a changed line replaces, and why. */
export function changeSheet({ before, after, difference, lines }: Comparison): Sheet {
  const [old, now] = [before, after].map(
    (side): Side => ({ names: makeNames(side), flows: new Map(side.analysis.flows.map((flow) => [flow.id, flow])) }),
  ) as [Side, Side];
  const points = new Map<string, SheetTable & { rows: Cell[][] }>();
  for (const line of lines) {
    const { point } = line.opening;
    const side = line.what === 'removed' ? old : now;
    const key = JSON.stringify([point.kind, point.id]);
    const table = points.get(key) ?? { title: `${side.names.point(point)} (${point.kind})`, header: HEADER, rows: [] };
    points.set(key, table);
    table.rows.push(...changeRows(line, side, old));
  }
  const { add, change, remove } = difference;
  return {
    title: `Changes: ${after.plan.title || 'Plan'}`,
    facts: [
      ['To do', `${add.length} to add, ${change.length} to change, ${remove.length} to remove`],
      ['Before', revisionOf(before.plan)],
      ['After', revisionOf(after.plan)],
    ],
    points: [...points.values()],
    waived: { title: 'Waived flows', header: [], rows: [] },
    findings: [],
  };
}

function revisionOf(plan: Comparison['before']['plan']): string {
  return [plan.title, plan.revision && `revision ${plan.revision}`, `content ${contentHash(plan)}`].filter(Boolean).join(', ');
}

function changeRows({ what, opening, old: replaced, causes }: DifferenceLine, { names, flows }: Side, old: Side): Cell[][] {
  const replaces = replaced ? [openingText(replaced, old.names)] : [];
  const why = causes.map((cause) => causeText(cause, cause.what === 'removed' ? old.names : names));
  return openingCells(opening, flows, names).map((cells) => [[ACTIONS[what]], ...cells, replaces, why]);
}

function openingText(opening: Opening, names: Names): string {
  const ends = (side: Opening['sources']) => side.map(names.end).join(', ');
  const services = opening.services.map((service) => `${service.protocol} ${portsCell(service)}`.trim()).join(', ');
  return `${opening.id}: ${ends(opening.sources)} to ${ends(opening.destinations)}, ${services}`;
}

/** What in the plan is behind a line: `host PG-01 added`, `component pg1-db changed (settings.port)`. */
function causeText(change: PlanChange, names: Names): string {
  const { what, kind, fields } = change;
  const name = partName(change, names);
  const changed = fields.length === 0 ? '' : ` (${fields.map(({ field }) => field).join(', ')})`;
  return `${kind} ${name} ${what}${changed}`;
}

function partName({ kind, id, part }: PlanChange, names: Names): string {
  switch (kind) {
    case 'zone':
    case 'host':
    case 'firewall':
    case 'boundary':
      return names[kind](id);
    case 'link':
      return `${part.from} to ${part.to}`;
    case 'waiver':
      return `of ${part.rule}`;
    case 'path':
      return Array.isArray(part.between) ? part.between.join(' to ') : id;
    default:
      return id;
  }
}
