import { useStore } from 'zustand';
import { subscribeWithSelector } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { Analysis } from '../engine/result.ts';
import { analysesAlike } from '../engine/unread.ts';
import type { Shown } from '../layout/shown.ts';
import { emptyPlan, type Plan, type ZoneKind } from '../model/plan.ts';
import type { OwnColumns } from './column-presets.ts';
import type { EditName } from './edit-names.ts';
import type { Kept } from './library.ts';
import { NOTHING, pruned, type Selection } from './selection.ts';

export type Tool = 'select' | 'pan' | 'zone' | 'host' | 'boundary' | 'link';
export type Theme = 'light' | 'dark' | 'system';
export type Language = 'en' | 'de';
export type PanelName = 'palette' | 'inspector' | 'dock';
export type DockTab = 'openings' | 'flows' | 'hosts' | 'findings' | 'sources';
/** Where a plan came from. A plan that came by link or file is a stranger's: it is kept from its first edit on. */
export type Origin = 'template' | 'file' | 'link' | 'blank' | 'saved';

/** What a palette part becomes at the next click on the canvas, or what is dragged. */
export type Part = { readonly kind: 'type'; readonly type: string } | { readonly kind: 'zone'; readonly zoneKind: ZoneKind };

/** One step of the history: the plan before (past) or after (future) the named edit. */
export interface HistoryStep {
  readonly name: EditName;
  readonly plan: Plan;
}

/** A boundary somebody asked for while drawing it would replace implied adjacencies. */
export interface BoundaryRequest {
  readonly a: string;
  readonly b: string;
  readonly firewall: string | null;
}

/** A notice for the toast: a message key with its values, resolved by the page. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Offers to undo the last edit, or takes back what else was done. */
  readonly undo: boolean | (() => void);
}

/** What is known of a plan that was on the desk before. */
export interface Known {
  readonly kept: Kept | null;
  readonly past?: readonly HistoryStep[];
  readonly future?: readonly HistoryStep[];
}

export interface Workspace {
  /** False until a plan was opened: the start page shows. */
  readonly opened: boolean;
  readonly origin: Origin;
  /** Counts the plans that were put on the desk: another number, another plan. */
  readonly document: number;
  /** Where the plan is kept; null where it is not yet. */
  readonly kept: Kept | null;
  readonly plan: Plan;
  readonly analysis: Analysis | null;
  /** `behind` while the worker computes, `failed` when it could not. */
  readonly analysisState: 'current' | 'behind' | 'failed';
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  readonly selection: Selection;
  readonly tool: Tool;
  readonly placing: Part | null;
  readonly shown: Shown;
  /** Counts requests to zoom to fit. */
  readonly fit: number;
  /** The last request to bring things into view: ids of zones, hosts or externals, and a counter. */
  readonly revealed: { readonly ids: readonly string[]; readonly at: number };
  readonly theme: Theme;
  readonly language: Language;
  readonly panels: Readonly<Record<PanelName, boolean>>;
  /** Choices of columns that the user keeps in this browser, by name. */
  readonly columnPresets: readonly OwnColumns[];
  readonly dockTab: DockTab;
  readonly boundaryRequest: BoundaryRequest | null;
  readonly notice: Notice | null;

  /** One named undo step. A change that returns the same plan is no step. */
  edit(name: EditName, change: (plan: Plan) => Plan): void;
  undo(): void;
  redo(): void;
  /** Puts a plan on the desk, with its history where it has one already. */
  open(plan: Plan, origin: Origin, known?: Known): void;
  /** Takes the plan off the desk; the start page shows. The plan stays stored. */
  close(): void;
  setAnalysis(analysis: Analysis): void;
  setAnalysisState(state: Workspace['analysisState']): void;
  select(selection: Selection): void;
  setTool(tool: Tool): void;
  setPlacing(part: Part | null): void;
  setShown(shown: Partial<Shown>): void;
  requestFit(): void;
  reveal(ids: readonly string[]): void;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  togglePanel(panel: PanelName, open?: boolean): void;
  setDockTab(tab: DockTab): void;
  /** Asks to draw a boundary; the page draws it, after a question where implied adjacencies would be replaced. */
  requestBoundary(a: string, b: string, firewall?: string | null): void;
  answerBoundary(): void;
  notify(message: string, options?: { values?: Notice['values']; tone?: Notice['tone']; undo?: Notice['undo'] }): void;
  dismissNotice(): void;
}

/** Undo steps kept. Plans share their unchanged parts, so a step costs little. */
const HISTORY_LIMIT = 2000;

/** A current analysis stays current where a step changed nothing that the engine reads: things moved about ask for nothing new. */
function stateAfter(state: Workspace['analysisState'], before: Plan, after: Plan): Workspace['analysisState'] {
  return state === 'current' && analysesAlike(before, after) ? 'current' : 'behind';
}

/** A workspace of its own. The page has one; tests of several tabs have several. */
export const createWorkspace = () =>
  createStore<Workspace>()(
    subscribeWithSelector((set, get) => ({
      opened: false,
      origin: 'blank',
      document: 0,
      kept: null,
      plan: emptyPlan(),
      analysis: null,
      analysisState: 'behind',
      past: [],
      future: [],
      selection: NOTHING,
      tool: 'select',
      placing: null,
      shown: { sameZone: true, local: false, waived: true, offers: false },
      fit: 0,
      revealed: { ids: [], at: 0 },
      theme: 'system',
      language: 'en',
      panels: { palette: true, inspector: true, dock: true },
      columnPresets: [],
      dockTab: 'openings',
      boundaryRequest: null,
      notice: null,

      edit(name, change) {
        const { plan, past, selection, analysisState } = get();
        const next = change(plan);
        if (next === plan) return;
        set({
          plan: next,
          past: [...past.slice(-HISTORY_LIMIT + 1), { name, plan }],
          future: [],
          selection: pruned(selection, next),
          analysisState: stateAfter(analysisState, plan, next),
        });
      },
      undo() {
        const { plan, past, future, selection, analysisState } = get();
        const step = past.at(-1);
        if (!step) return;
        set({
          plan: step.plan,
          past: past.slice(0, -1),
          future: [...future, { name: step.name, plan }],
          selection: pruned(selection, step.plan),
          analysisState: stateAfter(analysisState, plan, step.plan),
        });
      },
      redo() {
        const { plan, past, future, selection, analysisState } = get();
        const step = future.at(-1);
        if (!step) return;
        set({
          plan: step.plan,
          past: [...past, { name: step.name, plan }],
          future: future.slice(0, -1),
          selection: pruned(selection, step.plan),
          analysisState: stateAfter(analysisState, plan, step.plan),
        });
      },
      open(plan, origin, { kept, past = [], future = [] } = { kept: null }) {
        set((state) => ({
          opened: true,
          document: state.document + 1,
          kept,
          plan,
          origin,
          analysis: null,
          analysisState: 'behind',
          past,
          future,
          selection: NOTHING,
          placing: null,
          tool: 'select',
          boundaryRequest: null,
          notice: null,
          fit: state.fit + 1,
        }));
      },
      close() {
        set({ opened: false, selection: NOTHING, placing: null, notice: null });
      },
      setAnalysis(analysis) {
        set({ analysis, analysisState: 'current' });
      },
      setAnalysisState(analysisState) {
        set({ analysisState });
      },
      select(selection) {
        if (selection !== get().selection) set({ selection });
      },
      setTool(tool) {
        set({ tool, placing: null });
      },
      setPlacing(placing) {
        set({ placing, tool: 'select' });
      },
      setShown(shown) {
        set((state) => ({ shown: { ...state.shown, ...shown } }));
      },
      requestFit() {
        set((state) => ({ fit: state.fit + 1 }));
      },
      reveal(ids) {
        set((state) => ({ revealed: { ids, at: state.revealed.at + 1 } }));
      },
      setTheme(theme) {
        set({ theme });
      },
      setLanguage(language) {
        set({ language });
      },
      togglePanel(panel, open) {
        set((state) => ({ panels: { ...state.panels, [panel]: open ?? !state.panels[panel] } }));
      },
      setDockTab(dockTab) {
        set({ dockTab });
      },
      requestBoundary(a, b, firewall = null) {
        set({ boundaryRequest: { a, b, firewall } });
      },
      answerBoundary() {
        set({ boundaryRequest: null });
      },
      notify(message, options = {}) {
        set((state) => ({
          notice: {
            id: (state.notice?.id ?? 0) + 1,
            tone: options.tone ?? 'info',
            message,
            values: options.values ?? {},
            undo: options.undo ?? false,
          },
        }));
      },
      dismissNotice() {
        set({ notice: null });
      },
    })),
  );

/** The one store of the page: the plan with its history, the newest analysis, the selection and the view. */
export const workspace = createWorkspace();

/** The workspace in a component: renders again when what the selector gives changes. */
export function useWorkspace<T>(selector: (state: Workspace) => T): T {
  return useStore(workspace, selector);
}
