import { create } from 'zustand';
import type { Selection } from '../../store/selection.ts';
import type { DockTab } from '../../store/workspace.ts';
import type { Sorting } from './column.ts';

export type Grouping = 'point' | 'zones' | 'none';

interface DockState {
  readonly filter: string;
  readonly filterShown: boolean;
  readonly grouping: Grouping;
  readonly sorting: Partial<Record<DockTab, Sorting>>;
  readonly hidden: Partial<Record<DockTab, readonly string[]>>;
  /** Height in pixels where somebody dragged it; null is the one of the design. */
  readonly height: number | null;
  /** The selection whose rows alone are shown, asked for by "Show in table". */
  readonly narrowed: Selection | null;
  /** The selection whose narrowing was taken back. */
  readonly widened: Selection | null;
}

/** How the dock shows its tables. Columns that few need are hidden at first. */
export const useDock = create<DockState>()(() => ({
  filter: '',
  filterShown: false,
  grouping: 'point',
  sorting: {},
  hidden: { openings: ['order', 'zones'], flows: ['rule', 'parts', 'need'], findings: ['code'] },
  height: null,
  narrowed: null,
  widened: null,
}));

/** Whether the tables show only what the selection speaks about: always for an edge or a gate, for others when asked. */
export function isNarrowed(selection: Selection, { narrowed, widened }: Pick<DockState, 'narrowed' | 'widened'>): boolean {
  if (selection.kind === 'none' || widened === selection) return false;
  return narrowed === selection || selection.kind === 'edge' || selection.kind === 'boundary';
}
