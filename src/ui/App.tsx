import './arrival.ts';
import './styles/app.css';
import clsx from 'clsx';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useComparing } from '../store/comparing.ts';
import { useWorkspace } from '../store/workspace.ts';
import { Announcer } from './Announcer.tsx';
import { useClipboard } from './actions/clipboard.ts';
import { openPlanFrom } from './actions/files.ts';
import { useShortcuts } from './actions/use-shortcuts.ts';
import Canvas from './canvas/Canvas.tsx';
import { BoundaryDialog } from './dialogs/BoundaryDialog.tsx';
import { useDialog } from './dialogs/open-dialog.ts';
import { StrangerBanner } from './dialogs/StrangerBanner.tsx';
import { useGuide } from './guide/guide-state.ts';
import { useT } from './messages/translate.ts';
import { Palette } from './palette/Palette.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { TooltipProvider } from './parts/Tooltip.tsx';
import { PHONE, useMedia } from './parts/use-media.ts';
import { useDocumentTheme } from './theme.ts';
import { TopBar } from './topbar/TopBar.tsx';
import { useServices } from './use-services.ts';

// The canvas can be used before the panels around it have come.
const Dialogs = lazy(() => import('./dialogs/Dialogs.tsx'));
const StartPage = lazy(() => import('./start/StartPage.tsx'));
const Inspector = lazy(() => import('./inspector/Inspector.tsx'));
const Dock = lazy(() => import('./dock/Dock.tsx'));
const GuidePanel = lazy(() => import('./guide/GuidePanel.tsx'));
const CompareDesk = lazy(() => import('./compare/CompareDesk.tsx'));

/** The whole page: the start page, or the plan on the desk with its panels around it. */
export function App() {
  useDocumentTheme();
  const ready = useServices();
  useShortcuts();
  useClipboard();
  useFileDrop();
  const opened = useWorkspace((state) => state.opened);
  const dialog = useDialog((state) => state.open !== null);
  return (
    <TooltipProvider>
      <ErrorBoundary name="Portolan">
        {ready && opened && <Desk />}
        {ready && !opened && (
          <Suspense fallback={null}>
            <StartPage />
          </Suspense>
        )}
      </ErrorBoundary>
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
  const comparing = useComparing((state) => state.open) && !phone;
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
      {comparing ? (
        <ErrorBoundary name={t('compare.title')}>
          <Suspense fallback={<main className="flex-1 bg-canvas" />}>
            <CompareDesk />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <Drawing phone={phone} table={table} />
      )}
    </div>
  );
}

/** The plan on the desk: palette, canvas, inspector, and the tables below. */
function Drawing({ phone, table }: { phone: boolean; table: boolean }) {
  const t = useT();
  const guided = useGuide((state) => state.step !== null);
  return (
    <>
      <div className={clsx('relative flex min-h-0 flex-1', phone && table && 'hidden')}>
        {!phone && (
          <ErrorBoundary name={t('palette.label')}>
            <Palette />
          </ErrorBoundary>
        )}
        <main
          id="canvas"
          tabIndex={-1}
          aria-label={t('app.canvas')}
          className="relative flex min-w-0 flex-1 flex-col bg-canvas outline-none"
        >
          <ErrorBoundary name={t('app.canvas')}>
            {guided && !phone && (
              <Suspense fallback={null}>
                <GuidePanel />
              </Suspense>
            )}
            <div className="relative min-h-0 flex-1">
              <Canvas />
            </div>
          </ErrorBoundary>
        </main>
        {!phone && (
          <Suspense fallback={<PanelSpace panel="inspector" />}>
            <Inspector />
          </Suspense>
        )}
      </div>
      {(!phone || table) && (
        <ErrorBoundary name={t('dock.label')}>
          <Suspense fallback={<PanelSpace panel="dock" />}>
            <Dock full={phone} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** The room of a panel that is still loading, so that nothing jumps when it comes. */
function PanelSpace({ panel }: { panel: 'inspector' | 'dock' }) {
  const open = useWorkspace((state) => state.panels[panel]);
  if (!open) return null;
  return panel === 'dock' ? (
    <div className="h-(--dock) shrink-0 border-t border-line bg-surface" />
  ) : (
    <div className="w-(--inspector) shrink-0 border-l border-line bg-surface max-[1023px]:hidden" />
  );
}

/** Opens a plan file that is dropped anywhere on the page. */
function useFileDrop(): void {
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.types.includes('Files') ? event.dataTransfer.files[0] : undefined;
      if (!file) return;
      event.preventDefault();
      void openPlanFrom(file);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}
