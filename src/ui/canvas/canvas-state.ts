import { create } from 'zustand';
import type { Box } from '../../layout/geometry.ts';
import type { Focus } from '../../store/focus.ts';

/** Where a drop would land: what takes it, and the words that say so. */
export interface DropTarget {
  readonly kind: 'zone' | 'host';
  readonly id: string;
  readonly text: string;
}

/** A line that the pointer draws. */
interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A link being drawn from a host. */
export interface Connecting {
  readonly from: string;
  /** Hosts the link may end at. */
  readonly partners: ReadonlySet<string>;
  /** The host under the pointer. */
  readonly over: string | null;
}

/** How a thing differs between two plans that are compared. */
export type Mark = 'added' | 'removed' | 'changed';

/** What is marked while two plans are compared, by id: hosts, zones, flows, gates. */
export interface Marks {
  readonly hosts: ReadonlyMap<string, Mark>;
  readonly zones: ReadonlyMap<string, Mark>;
  readonly flows: ReadonlyMap<string, Mark>;
  readonly gates: ReadonlyMap<string, Mark>;
  /** Whether everything else is dimmed. */
  readonly dims: boolean;
}

interface CanvasState {
  readonly focus: Focus | null;
  readonly target: DropTarget | null;
  /** The component that is dragged out of its card, and where the pointer is on the page. */
  readonly carried: { readonly component: string; readonly type: string; readonly x: number; readonly y: number } | null;
  /** The rectangle of the zone tool while it is drawn. */
  readonly sketch: Box | null;
  readonly connecting: Connecting | null;
  /** What a link or a boundary looks like before it is one. */
  readonly line: Line | null;
  /** The first of the two zones of a boundary. */
  readonly boundaryFrom: string | null;
  /** The edge whose label the pointer is on. */
  readonly hovered: string | null;
  /** Set while two plans are compared. */
  readonly marks: Marks | null;
  /** Whether the overview shows; null leaves it to what is in view. */
  readonly minimap: boolean | null;
}

/** What only the canvas needs to know while the pointer moves. Nothing of it is saved. */
export const useCanvas = create<CanvasState>()(() => ({
  focus: null,
  target: null,
  carried: null,
  sketch: null,
  connecting: null,
  line: null,
  boundaryFrom: null,
  hovered: null,
  marks: null,
  minimap: null,
}));

/** Shows where a drop would land; the same target again changes nothing. */
export function showTarget(target: DropTarget | null): void {
  const before = useCanvas.getState().target;
  if (before === target || (before && target && before.id === target.id && before.text === target.text)) return;
  useCanvas.setState({ target });
}
