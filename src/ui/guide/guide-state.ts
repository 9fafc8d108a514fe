import { create } from 'zustand';
import { type Part, workspace } from '../../store/workspace.ts';
import { blankPlan, useDownloads } from '../actions/files.ts';
import { GUIDE_KINDS, GUIDE_STEPS, GUIDE_TYPES } from './steps.ts';

/** Where somebody is in the guided first plan. Nothing of it is kept: the plan is a plan like any other. */
export interface Guide {
  /** Index of the step, the number of steps where all are taken; null where nobody is guided. */
  readonly step: number | null;
  /** The plan on the desk that the guide belongs to. */
  readonly document: number;
  /** Files saved before the step began. */
  readonly savedBefore: number;
}

export const useGuide = create<Guide>()(() => ({ step: null, document: -1, savedBefore: 0 }));

/** Opens a blank plan and leads through it. What was on the desk is kept. */
export function startGuide(): void {
  blankPlan();
  useGuide.setState({ step: 0, document: workspace.getState().document, savedBefore: useDownloads.getState().count });
}

/** Goes on with the next step. */
export function nextStep(): void {
  const { step } = useGuide.getState();
  if (step !== null) useGuide.setState({ step: Math.min(step + 1, GUIDE_STEPS.length), savedBefore: useDownloads.getState().count });
}

/** Ends the guide; the plan stays. */
export function leaveGuide(): void {
  useGuide.setState({ step: null });
}

const PARTS: Partial<Record<(typeof GUIDE_STEPS)[number], Part>> = {
  zone: { kind: 'zone', zoneKind: GUIDE_KINDS.zone },
  server: { kind: 'type', type: GUIDE_TYPES.server },
  second: { kind: 'zone', zoneKind: GUIDE_KINDS.second },
  client: { kind: 'type', type: GUIDE_TYPES.client },
};

/** The part of the palette that the present step asks for. */
export function guidedPart({ step }: Guide): Part | null {
  const name = step === null ? undefined : GUIDE_STEPS[step];
  return (name && PARTS[name]) ?? null;
}
