import { COLUMN_IDS, type ColumnId } from './columns.ts';

/** A ready-made choice of columns. */
export interface ColumnPreset {
  /** As the command line takes it. */
  readonly id: string;
  readonly name: string;
  /** Whom it is for. */
  readonly about: string;
  readonly columns: readonly ColumnId[];
}

/** Ready-made choices, after forms that change requests commonly have. A new one is a new entry, with its name in `src/ui/messages`. */
export const COLUMN_PRESETS = [
  {
    id: 'all',
    name: 'All',
    about: 'Every column there is, to sort and cut down in a spreadsheet.',
    columns: COLUMN_IDS,
  },
  {
    id: 'firewall-change',
    name: 'Firewall change request',
    about: 'What a form for firewall changes asks: ticket and people, source, destination, service, purpose, from when and until when.',
    columns: [
      'ticket',
      'requester',
      'owner',
      'approver',
      'firewall',
      'from_zone',
      'source',
      'source_address',
      'to_zone',
      'destination',
      'destination_address',
      'protocol',
      'ports',
      'service',
      'justification',
      'needed_by',
      'until',
      'remarks',
    ],
  },
  {
    id: 'review',
    name: 'Review',
    about: 'For whoever checks the sheet: why each line is there, what it rests on, what differs from the vendor.',
    columns: [
      'number',
      'rule_id',
      'point',
      'from_zone',
      'to_zone',
      'source',
      'destination',
      'protocol',
      'ports',
      'need',
      'phase',
      'justification',
      'products',
      'source_pages',
      'sources',
      'deviation',
      'remarks',
    ],
  },
  {
    id: 'short',
    name: 'Short',
    about: 'The least a firewall needs: addresses, ports and remarks.',
    columns: ['firewall', 'source_address', 'destination_address', 'protocol', 'ports', 'remarks'],
  },
] as const satisfies readonly ColumnPreset[];

export type PresetId = (typeof COLUMN_PRESETS)[number]['id'];

/** The ready-made choice of that id, or undefined. */
export function columnPreset(id: string): ColumnPreset | undefined {
  return COLUMN_PRESETS.find((preset) => preset.id === id);
}
