import type { LucideIcon } from 'lucide-react';
import type { Workspace } from '../../store/workspace.ts';
import type { MessageKey } from '../messages/en.ts';

/** Something a person can do, once: buttons, shortcuts and the command palette are made from the same record. */
export interface Action {
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  /** Key bindings as tinykeys reads them; `$mod` is Ctrl or Cmd. The first is the one shown. */
  readonly keys?: readonly string[] | undefined;
  /** Works on the start page too. */
  readonly anywhere?: boolean | undefined;
  readonly enabled?: ((state: Workspace) => boolean) | undefined;
  readonly perform: () => void;
}

const MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** A binding as people read it: `Ctrl Z`, on a Mac `⌘ Z`. */
export function shownKeys(keys: readonly string[] | undefined): string | undefined {
  const first = keys?.[0];
  if (first === undefined) return undefined;
  return first
    .split('+')
    .map((part) => {
      if (part === '$mod') return MAC ? '⌘' : 'Ctrl';
      if (part === 'Shift') return MAC ? '⇧' : 'Shift';
      if (part === 'Delete') return 'Del';
      return part.length === 1 ? part.toUpperCase() : part;
    })
    .join(' ');
}
