import { ArrowRight, Check, WandSparkles, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { itemsSelection } from '../../store/selection.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { saveOpenings } from '../actions/exports.ts';
import { useDownloads } from '../actions/files.ts';
import { announce } from '../announce.ts';
import { t as translateNow, useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { leaveGuide, nextStep, useGuide } from './guide-state.ts';
import { GUIDE_STEPS, type GuideStep, guideOpening, isDone, withStep } from './steps.ts';

/** The guide through a first plan: a strip above the canvas, which covers nothing and sees by itself when a step is taken. */
export default function GuidePanel() {
  const t = useT();
  const step = useGuide((state) => state.step) ?? 0;
  const document = useGuide((state) => state.document);
  const onDesk = useWorkspace((state) => state.document);
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  useProgress(GUIDE_STEPS[step]);
  // Another plan on the desk is no part of this.
  useEffect(() => {
    if (onDesk !== document) leaveGuide();
  }, [onDesk, document]);

  const name = GUIDE_STEPS[step] ?? 'done';
  const title = t(`guide.${name}.title`);
  const text = t(`guide.${name}.text`);
  const place = name === 'done' ? '' : t('guide.step', { number: step + 1, count: GUIDE_STEPS.length });
  useEffect(() => announce([place, title, text].filter(Boolean).join('. ')), [place, title, text]);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby={heading}
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5 outline-none focus-visible:ring-2 focus-visible:ring-accent focus-visible:ring-inset"
    >
      <div className="min-w-60 flex-1">
        <div className="flex flex-wrap items-center gap-x-3">
          <h2 id={heading} className="flex items-center gap-1.5 text-title font-semibold">
            {name === 'done' && <Check aria-hidden="true" size={16} strokeWidth={2} className="text-ok" />}
            {title}
          </h2>
          <p className="flex items-center gap-2 text-caption text-ink2">
            <Dots step={step} />
            {place}
          </p>
        </div>
        <p className="min-h-10 text-body text-ink2">{text}</p>
      </div>
      <div className="flex gap-1.5">
        {name === 'done' ? (
          <Button size="small" look="solid" onClick={leaveGuide}>
            {t('guide.close')}
          </Button>
        ) : (
          <>
            <Button size="small" look="outline" icon={WandSparkles} onClick={() => doStep(name)}>
              {t('guide.do')}
            </Button>
            <Button size="small" icon={ArrowRight} onClick={nextStep}>
              {t('guide.skip')}
            </Button>
            <Button size="small" icon={X} className="text-ink2" onClick={leaveGuide}>
              {t('guide.leave')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** How far it is; the words beside say the same. */
function Dots({ step }: { step: number }) {
  return (
    <span aria-hidden="true" className="flex gap-1">
      {GUIDE_STEPS.map((name, index) => (
        <span key={name} className={`size-1.5 rounded-full ${index < step ? 'bg-accent' : index === step ? 'bg-ink2' : 'bg-line2'}`} />
      ))}
    </span>
  );
}

/** Goes on as soon as the plan shows that the step has been taken. */
function useProgress(step: GuideStep | undefined): void {
  const plan = useWorkspace((state) => state.plan);
  const analysis = useWorkspace((state) => state.analysis);
  const selection = useWorkspace((state) => state.selection);
  const saved = useDownloads((state) => state.count);
  const before = useGuide((state) => state.savedBefore);
  useEffect(() => {
    if (step && isDone(step, { plan, analysis, selection, saved: saved - before })) nextStep();
  }, [step, plan, analysis, selection, saved, before]);
}

/** Takes a step for somebody, as one edit that can be undone like any other. */
function doStep(step: GuideStep): void {
  if (step === 'export') {
    whenAnalysed(step, () => void saveOpenings());
    return;
  }
  if (step === 'read') {
    whenAnalysed(step, selectOpening);
    return;
  }
  const { edit, plan, select, requestFit } = workspace.getState();
  edit(step === 'server' || step === 'client' ? 'addComponent' : 'addZone', (before) =>
    withStep(before, step, (kind) => translateNow(`zone.kind.${kind}`)),
  );
  const after = workspace.getState().plan;
  const known = new Set([...plan.zones, ...plan.hosts].map(({ id }) => id));
  const hosts = after.hosts.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  select(itemsSelection(hosts.length > 0 ? { hosts } : { zones: after.zones.filter(({ id }) => !known.has(id)).map(({ id }) => id) }));
  requestFit();
}

/** Selects the opening of the guide's flow, in sight. */
function selectOpening(): void {
  const { plan, analysis, select, setDockTab, togglePanel } = workspace.getState();
  const id = guideOpening(plan, analysis);
  togglePanel('dock', true);
  setDockTab('openings');
  if (id !== null) select({ kind: 'opening', id });
}

/** Performs something once the analysis has caught up with the plan, unless the guide has gone on by then. */
function whenAnalysed(step: GuideStep, perform: () => void): void {
  const behind = () => workspace.getState().analysisState === 'behind';
  if (!behind()) {
    perform();
    return;
  }
  const stop = workspace.subscribe(() => {
    if (behind()) return;
    stop();
    const at = useGuide.getState().step;
    if (at !== null && GUIDE_STEPS[at] === step) perform();
  });
}
