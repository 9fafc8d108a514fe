import { CircleX, Download, Undo2, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { downloadPlan } from '../actions/files.ts';
import { isMessageKey, useT } from '../messages/translate.ts';
import { Button, IconButton } from './Button.tsx';

/** The one notice at the bottom: 6 seconds, paused while pointed at; errors stay until closed. */
export function Toasts() {
  const t = useT();
  const notice = useWorkspace((state) => state.notice);
  const { dismissNotice, undo } = workspace.getState();
  return (
    <Toast.Provider duration={6000} label={t('toast.label')} swipeDirection="down">
      {notice && (
        <Toast.Root
          key={notice.id}
          duration={notice.tone === 'error' ? Number.POSITIVE_INFINITY : 6000}
          type={notice.tone === 'error' ? 'foreground' : 'background'}
          onOpenChange={(open) => {
            if (!open) dismissNotice();
          }}
          className="flex items-center gap-2 rounded-card bg-gate py-1.5 pr-1.5 pl-3 text-on-gate shadow-3"
        >
          {notice.tone === 'error' && <CircleX aria-hidden="true" size={15} strokeWidth={1.75} className="shrink-0" />}
          <Toast.Title className="py-1 text-body">
            {isMessageKey(notice.message) ? t(notice.message, notice.values) : notice.message}
          </Toast.Title>
          {notice.undo && (
            <Toast.Action asChild altText={t('toast.undoAlt')}>
              <Button
                size="small"
                icon={Undo2}
                className="!text-on-gate hover:!bg-on-gate/15"
                onClick={() => {
                  if (typeof notice.undo === 'function') notice.undo();
                  else undo();
                  dismissNotice();
                }}
              >
                {t('action.undo')}
              </Button>
            </Toast.Action>
          )}
          {notice.message === 'toast.notSaved' && (
            <Toast.Action asChild altText={t('action.exportPlan')}>
              <Button size="small" icon={Download} className="!text-on-gate hover:!bg-on-gate/15" onClick={downloadPlan}>
                {t('action.exportPlan')}
              </Button>
            </Toast.Action>
          )}
          <Toast.Close asChild>
            <IconButton
              icon={X}
              label={t('dialog.close')}
              iconSize={14}
              side="top"
              className="!text-on-gate enabled:hover:!bg-on-gate/15"
            />
          </Toast.Close>
        </Toast.Root>
      )}
      <Toast.Viewport className="fixed bottom-5 left-1/2 z-50 flex max-w-[92vw] -translate-x-1/2 flex-col outline-none" />
    </Toast.Provider>
  );
}
