import { useRef, useState } from 'react';
import { updatePlan } from '../../model/edits/rename.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { Tooltip } from '../parts/Tooltip.tsx';
import { useSaving } from './saving.ts';

/** The title of the plan, renamed where it stands, with its revision and whether it is stored. */
export function PlanTitle({ compact }: { compact: boolean }) {
  const t = useT();
  const title = useWorkspace((state) => state.plan.title);
  const revision = useWorkspace((state) => state.plan.revision);
  const saving = useSaving((state) => state.state);
  const [draft, setDraft] = useState<string | null>(null);
  const cancelled = useRef(false);
  const shown = title || t('plan.untitled');

  if (draft !== null) {
    return (
      <input
        aria-label={t('topbar.title')}
        ref={(input) => {
          if (input && document.activeElement !== input) input.select();
        }}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') cancelled.current = true;
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
        onBlur={() => {
          const text = draft.trim();
          if (!cancelled.current && text !== title) workspace.getState().edit('rename', (plan) => updatePlan(plan, { title: text }));
          cancelled.current = false;
          setDraft(null);
        }}
        className="h-7 w-56 rounded-control border border-control bg-surface px-2 text-body font-semibold"
      />
    );
  }
  const words = [revision ? t('topbar.revision', { revision }) : null, t(`topbar.saving.${saving}`)].filter((word) => word !== null);
  return (
    <div className="flex min-w-0 items-baseline gap-2 overflow-hidden p-0.5">
      <h1 className="min-w-0">
        <Tooltip text={t('topbar.rename')}>
          <button
            type="button"
            onClick={() => setDraft(title)}
            className="block w-full max-w-64 truncate rounded-control px-1.5 py-1 text-left text-body font-semibold hover:bg-hover"
          >
            {shown}
          </button>
        </Tooltip>
      </h1>
      {!compact && (
        <span
          className={
            saving === 'failed' ? 'min-w-0 shrink-[9] truncate text-[12px] text-error' : 'min-w-0 shrink-[9] truncate text-[12px] text-ink2'
          }
        >
          {words.join(' · ')}
        </span>
      )}
    </div>
  );
}
