import { useComparing } from '../../store/comparing.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { IconButton } from '../parts/Button.tsx';
import { type Action, shownKeys } from './action.ts';

/** An icon button made of an action record. */
export function ActionIcon({ action, hint, pressed }: { action: Action; hint?: string; pressed?: boolean }) {
  const t = useT();
  // Asked again when a comparison begins or ends: some actions are for drawing only.
  useComparing((state) => state.open);
  const enabled = useWorkspace((state) => action.enabled?.(state) ?? true);
  return (
    <IconButton
      icon={action.icon}
      label={t(action.label)}
      hint={hint}
      keys={shownKeys(action.keys)}
      disabled={!enabled}
      pressed={pressed}
      onClick={action.perform}
    />
  );
}
