import './arrival.ts';
import './styles/app.css';
import clsx from 'clsx';
import { type DragEvent, lazy, Suspense, useState } from 'react';
import { useWorkspace } from '../store/workspace.ts';
import { openPlanFrom } from './actions/files.ts';
import { useShortcuts } from './actions/use-shortcuts.ts';
import { Announcer } from './Announcer.tsx';
import Canvas from './canvas/Canvas.tsx';
import { useDialog } from './dialogs/open-dialog.ts';
import { StrangerBanner } from './dialogs/StrangerBanner.tsx';
import { BoundaryDialog } from './dialogs/BoundaryDialog.tsx';
import { Dock } from './dock/Dock.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { useT } from './messages/translate.ts';
import { Palette } from './palette/Palette.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { TooltipProvider } from './parts/Tooltip.tsx';
import { PHONE, useMedia } from './parts/use-media.ts';
import { StartPage } from './start/StartPage.tsx';
import { useDocumentTheme } from './theme.ts';
import { TopBar } from './topbar/TopBar.tsx';
import { useServices } from './use-services.ts';

const Dialogs = lazy(() => import('./dialogs/Dialogs.tsx'));

/** The whole page: the start page, or the plan on the desk with its panels around it. */
export function App() {
  useDocumentTheme();
  const ready = useServices();
  useShortcuts();
  const opened = useWorkspace((state) => state.opened);
  const dialog = useDialog((state) => state.open !== null);
  return (
    <TooltipProvider>
      <FileDrop>
        <ErrorBoundary name="Portolan">{ready && (opened ? <Desk /> : <StartPage />)}</ErrorBoundary>
      </FileDrop>
      <BoundaryDialog />
      {dialog && (
        <Suspense fallback={null}>
          <Dialogs />
        </Suspense>
      )}
      <Toasts />
      <Announcer />
    </TooltipProvider>
  );
}

function Desk() {
  const t = useT();
  const phone = useMedia(PHONE);
  const [table, setTable] = useState(false);
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#canvas"
        className="absolute top-1 left-1 z-50 -translate-y-20 rounded-control bg-accent px-3 py-1.5 text-on-accent focus:translate-y-0"
      >
        {t('app.skip')}
      </a>
      {phone ? (
        <header className="flex shrink-0 items-center gap-1 border-b border-line bg-surface p-1.5">
          {[false, true].map((one) => (
            <button
              key={String(one)}
              type="button"
              aria-pressed={table === one}
              onClick={() => setTable(one)}
              className={clsx('h-11 flex-1 rounded-control font-medium', table === one ? 'bg-accent-soft text-accent-text' : 'text-ink2')}
            >
              {t(one ? 'app.table' : 'app.canvas')}
            </button>
          ))}
        </header>
      ) : (
        <ErrorBoundary name={t('app.name')}>
          <TopBar />
        </ErrorBoundary>
      )}
      <StrangerBanner />
      <div className={clsx('relative flex min-h-0 flex-1', phone && table && 'hidden')}>
        {!phone && (
          <ErrorBoundary name={t('palette.label')}>
            <Palette />
          </ErrorBoundary>
        )}
        <main id="canvas" tabIndex={-1} aria-label={t('app.canvas')} className="relative min-w-0 flex-1 bg-canvas outline-none">
          <ErrorBoundary name={t('app.canvas')}>
            <Canvas />
          </ErrorBoundary>
        </main>
        {!phone && <Inspector />}
      </div>
      {(!phone || table) && (
        <ErrorBoundary name={t('dock.label')}>
          <Dock full={phone} />
        </ErrorBoundary>
      )}
    </div>
  );
}

/** Opens a plan file that is dropped anywhere on the page. */
function FileDrop({ children }: { children: React.ReactNode }) {
  const hasFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      role="presentation"
      className="contents"
      onDragOver={(event) => {
        if (hasFile(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        const file = hasFile(event) ? event.dataTransfer.files[0] : undefined;
        if (!file) return;
        event.preventDefault();
        void openPlanFrom(file);
      }}
    >
      {children}
    </div>
  );
}
