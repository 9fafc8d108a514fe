import { shownKeys } from '../actions/action.ts';
import { allActions } from '../actions/actions.ts';
import { useT } from '../messages/translate.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Kbd } from '../parts/Kbd.tsx';
import { closeDialog } from './open-dialog.ts';

/** Every action that has a key. */
export function ShortcutsDialog() {
  const t = useT();
  return (
    <Dialog title={t('shortcuts.title')} onClose={closeDialog} width={560}>
      <dl className="grid gap-x-8 gap-y-1 min-[560px]:grid-cols-2">
        {allActions
          .filter((action) => action.keys)
          .map((action) => (
            <div key={action.id} className="flex h-7 items-center justify-between gap-2 border-b border-line text-body">
              <dt>{t(action.label)}</dt>
              <dd>
                <Kbd>{shownKeys(action.keys)}</Kbd>
              </dd>
            </div>
          ))}
      </dl>
    </Dialog>
  );
}
