import {
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  ChevronsDownUp,
  ChevronsUpDown,
  Copy,
  Trash2,
  Ungroup,
} from 'lucide-react';
import type { Action } from './action.ts';
import { type Alignment, alignSelected, canAlign } from './align.ts';
import { canDuplicate, duplicateSelected } from './clipboard.ts';
import { canCollapseSelected, expandAll, hasCollapsed, toggleSelectedZones } from './collapse.ts';
import { canSplitSelected, splitSelected } from './component-moves.ts';
import { drawing } from './drawing.ts';
import { canRemoveSelected, removeSelected } from './remove-selected.ts';

function align(how: Alignment, icon: Action['icon']): Action {
  return {
    id: `align.${how}`,
    label: `action.align.${how}`,
    icon,
    enabled: (current) => canAlign(current) && drawing(),
    perform: () => alignSelected(how),
  };
}

/** What puts several things in order, as buttons of the inspector too. */
export const alignActions: readonly Action[] = [
  align('left', AlignStartVertical),
  align('top', AlignStartHorizontal),
  align('across', AlignHorizontalSpaceBetween),
  align('down', AlignVerticalSpaceBetween),
];

/** What is done to the selection, in the order of the command palette. */
export const selectionActions: readonly Action[] = [
  {
    id: 'delete',
    label: 'action.delete',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    enabled: () => canRemoveSelected() && drawing(),
    perform: removeSelected,
  },
  {
    id: 'collapse',
    label: 'action.collapse',
    icon: ChevronsDownUp,
    keys: ['c'],
    enabled: (current) => canCollapseSelected(current) && drawing(),
    perform: toggleSelectedZones,
  },
  {
    id: 'expandAll',
    label: 'action.expandAll',
    icon: ChevronsUpDown,
    enabled: (current) => hasCollapsed(current) && drawing(),
    perform: expandAll,
  },
  {
    id: 'splitOff',
    label: 'action.splitOff',
    icon: Ungroup,
    keys: ['x'],
    enabled: (current) => canSplitSelected(current) && drawing(),
    perform: splitSelected,
  },
  {
    id: 'duplicate',
    label: 'action.duplicate',
    icon: Copy,
    keys: ['$mod+d'],
    enabled: (current) => canDuplicate(current) && drawing(),
    perform: duplicateSelected,
  },
  ...alignActions,
];
