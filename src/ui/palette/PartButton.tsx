import clsx from 'clsx';
import type { DragEvent, ReactNode } from 'react';
import { type Part, useWorkspace, workspace } from '../../store/workspace.ts';
import { placePart } from '../actions/place-part.ts';
import { guidedPart, useGuide } from '../guide/guide-state.ts';

/** The type under which a part travels while it is dragged. */
const PART_MIME = 'application/x-portolan';

function samePart(a: Part | null, b: Part): boolean {
  if (a === null || a.kind !== b.kind) return false;
  return a.kind === 'type' ? a.type === (b as typeof a).type : a.zoneKind === (b as typeof a).zoneKind;
}

/** A part of the palette: drag it, click it and then the canvas, or press Enter to place it at once. */
export function PartButton({ part, label, className, children }: { part: Part; label: string; className?: string; children: ReactNode }) {
  const active = useWorkspace((state) => samePart(state.placing, part));
  const guided = useGuide((state) => samePart(guidedPart(state), part));
  return (
    <button
      type="button"
      data-palette-part
      draggable
      aria-label={label}
      aria-pressed={active}
      title={label}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.setData(PART_MIME, JSON.stringify(part));
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={(event) => {
        // A click without pointer comes from the keyboard or a screen reader: there is no second click on the canvas to wait for.
        if (event.detail === 0) placePart(part);
        else workspace.getState().setPlacing(active ? null : part);
      }}
      className={clsx(
        'flex h-[27px] w-full min-w-0 cursor-grab items-center gap-2 rounded-control px-1 text-left transition-colors duration-[80ms] active:cursor-grabbing',
        active ? 'bg-accent-soft text-accent-text' : 'hover:bg-hover',
        guided && 'outline-2 outline-accent outline-dashed',
        className,
      )}
    >
      {children}
    </button>
  );
}
