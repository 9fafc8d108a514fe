import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { workspace } from '../../store/workspace.ts';
import { useDialog } from '../dialogs/open-dialog.ts';
import { allActions, stepBack } from './actions.ts';

/** True where keys are text for a control, so that no shortcut may take them. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Binds every action to its keys, as long as the page is there. */
export function useShortcuts(): void {
  useEffect(() => {
    const bindings: Record<string, (event: KeyboardEvent) => void> = {};
    const idle = () => useDialog.getState().open === null;
    for (const action of allActions) {
      for (const keys of action.keys ?? []) {
        const modified = keys.includes('$mod');
        bindings[keys] = (event) => {
          if (event.defaultPrevented || (!modified && isTyping(event.target))) return;
          // Undo inside a text field takes back the typing.
          if (isTyping(event.target) && /\+(z|y)$/i.test(keys)) return;
          if (!idle() && action.id !== 'commands') return;
          const state = workspace.getState();
          if (!state.opened && !action.anywhere) return;
          if (action.enabled && !action.enabled(state)) return;
          event.preventDefault();
          action.perform();
        };
      }
    }
    // `?` needs Shift on most keyboards, `/` on some: the sign counts, not how it is typed.
    for (const sign of ['?', '/']) {
      const binding = bindings[sign];
      if (binding) bindings[`Shift+${sign}`] = binding;
    }
    bindings.Escape = (event) => {
      if (event.defaultPrevented || isTyping(event.target) || !idle() || !workspace.getState().opened) return;
      stepBack();
    };
    return tinykeys(window, bindings);
  }, []);
}
