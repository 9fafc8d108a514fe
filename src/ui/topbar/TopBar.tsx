import clsx from 'clsx';
import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useComparing } from '../../store/comparing.ts';
import { gravest } from '../../store/selectors.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { ActionIcon } from '../actions/ActionButton.tsx';
import { shownKeys } from '../actions/action.ts';
import { compare, redo, share, tools, undo } from '../actions/actions.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Logo } from '../parts/Logo.tsx';
import { Tooltip } from '../parts/Tooltip.tsx';
import { COMPACT, useMedia } from '../parts/use-media.ts';
import { showStart } from '../start/start-view.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { PlanTitle } from './PlanTitle.tsx';
import { LanguageButton, ThemeButton } from './ViewButtons.tsx';

/** The bar above everything: which plan, which tool, what to do with the result. */
export function TopBar() {
  const t = useT();
  const language = useWorkspace((state) => state.language);
  const small = useMedia(COMPACT);
  // German names of the tools are longer: they need more room before they show. So does the word beside Compare.
  const tight = useMedia('(max-width: 1560px)');
  const compact = small;
  return (
    <header className="relative z-30 grid h-12 shrink-0 grid-cols-[minmax(0,1fr)_auto_minmax(auto,1fr)] items-center gap-2 border-b border-line bg-surface px-3">
      <div className="flex min-w-0 items-center gap-2">
        <button
          type="button"
          onClick={showStart}
          aria-label={t('topbar.home')}
          className="flex h-8 shrink-0 items-center gap-2.5 rounded-control pr-1 text-body font-semibold"
        >
          <Logo />
          {!compact && <span>{t('app.name')}</span>}
        </button>
        <PlanTitle compact={compact} />
      </div>
      <div className="flex items-center justify-center gap-1">
        <Tools compact={compact || (language === 'de' && tight)} />
        <span aria-hidden="true" className="mx-1 h-5 w-px bg-line2" />
        <History />
      </div>
      <div className="flex items-center justify-end gap-1">
        <FindingsButton compact={compact} />
        <CompareButton compact={compact || tight} />
        <ExportMenu compact={compact} />
        <Button look="solid" icon={share.icon} onClick={share.perform} className="mx-1">
          {t('action.share')}
        </Button>
        <LanguageButton />
        <ThemeButton />
      </div>
    </header>
  );
}

function Tools({ compact }: { compact: boolean }) {
  const t = useT();
  const current = useWorkspace((state) => state.tool);
  const comparing = useComparing((state) => state.open);
  return (
    <div role="toolbar" aria-label={t('topbar.tools')} className="flex items-center gap-0.5">
      {tools.map((tool) => {
        const Icon = tool.icon;
        const keys = shownKeys(tool.keys);
        const name = t(tool.label);
        const button = (
          <button
            key={tool.id}
            type="button"
            aria-label={name}
            aria-pressed={current === tool.tool && !comparing}
            disabled={comparing}
            aria-keyshortcuts={keys}
            onClick={tool.perform}
            className={clsx(
              'inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-body font-medium transition-colors duration-[80ms] disabled:pointer-events-none disabled:opacity-45',
              current === tool.tool && !comparing ? 'bg-accent-soft text-accent-text' : 'text-ink hover:bg-hover',
            )}
          >
            <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
            {!compact && (
              <>
                {name}
                <span aria-hidden="true" className="text-[11px] font-normal text-ink2">
                  {keys}
                </span>
              </>
            )}
          </button>
        );
        return compact ? (
          <Tooltip key={tool.id} text={name} keys={keys}>
            {button}
          </Tooltip>
        ) : (
          button
        );
      })}
    </div>
  );
}

function History() {
  const t = useT();
  const undoName = useWorkspace((state) => state.past.at(-1)?.name);
  const redoName = useWorkspace((state) => state.future.at(-1)?.name);
  return (
    <>
      <ActionIcon action={undo} hint={undoName ? t('topbar.undo', { edit: t(`edit.${undoName}`) }) : t('action.undo')} />
      <ActionIcon action={redo} hint={redoName ? t('topbar.redo', { edit: t(`edit.${redoName}`) }) : t('action.redo')} />
    </>
  );
}

function CompareButton({ compact }: { compact: boolean }) {
  const t = useT();
  const pressed = useComparing((state) => state.open);
  const button = (
    <Button icon={compare.icon} pressed={pressed} aria-label={t('action.compare')} onClick={compare.perform}>
      {!compact && t('action.compare')}
    </Button>
  );
  return compact ? <Tooltip text={t('action.compare')}>{button}</Tooltip> : button;
}

const FINDING_ICONS = { error: CircleX, warning: TriangleAlert, info: Info };
const FINDING_TONES = { error: 'text-error', warning: 'text-warn', info: 'text-info' };

function FindingsButton({ compact }: { compact: boolean }) {
  const t = useT();
  const analysis = useWorkspace((state) => state.analysis);
  const failed = useWorkspace((state) => state.analysisState === 'failed');
  const findings = analysis?.findings ?? [];
  const severity = failed ? 'error' : gravest(findings);
  const Icon = severity === null ? CircleCheck : FINDING_ICONS[severity];
  const text = failed ? t('topbar.failed') : t('topbar.findings', { count: findings.length });
  return (
    <Tooltip text={t('topbar.findingsHint')}>
      <Button
        aria-label={text}
        onClick={() => {
          const { setDockTab, togglePanel } = workspace.getState();
          setDockTab('findings');
          togglePanel('dock', true);
        }}
      >
        <Icon aria-hidden="true" size={16} strokeWidth={1.75} className={severity === null ? 'text-ok' : FINDING_TONES[severity]} />
        {compact ? findings.length : text}
      </Button>
    </Tooltip>
  );
}
