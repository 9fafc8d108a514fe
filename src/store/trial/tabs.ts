import { addZone } from '../../model/edits/zones.ts';
import { emptyPlan } from '../../model/plan.ts';
import { type Autosave, keepSaved, type SavingState, type Written } from '../autosave.ts';
import { Library } from '../library.ts';
import type { Shelf } from '../shelf.ts';
import { createWorkspace } from '../workspace.ts';
import { memoryShelf } from './memory-shelf.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Tab {
  readonly workspace: ReturnType<typeof createWorkspace>;
  readonly autosave: Autosave;
  readonly life: { alive: boolean };
  state: SavingState;
}

/** How long the simulated disk takes for one transaction, in milliseconds, and a message to another tab. */
const SLOWEST_WRITE = 300;
const SLOWEST_MESSAGE = 80;

/**
 * Several tabs over one shelf, with a clock of their own: timers, transactions and messages come at times that chance decides. A
 * transaction is all or nothing and alone, as in IndexedDB; a killed tab's transaction in flight is lost, done, or (`torn`) half done.
 */
class World {
  readonly shelf = memoryShelf();
  readonly chance: () => number;
  clock = 0;
  full = false;
  readonly tabs: Tab[] = [];
  #events: { readonly at: number; readonly life: { alive: boolean }; readonly run: (dead: boolean) => void }[] = [];

  constructor(seed: number) {
    this.chance = chances(seed);
  }

  after(milliseconds: number, life: { alive: boolean }, run: (dead: boolean) => void): () => void {
    const event = { at: this.clock + milliseconds, life, run };
    this.#events.push(event);
    return () => {
      this.#events = this.#events.filter((one) => one !== event);
    };
  }

  /** The shelf as one tab sees it. */
  #shelfOf(life: { alive: boolean }): Shelf {
    const slow = <T>(act: () => Promise<T>, dying: () => void): Promise<T> =>
      new Promise((resolve, reject) =>
        this.after(1 + this.chance() * SLOWEST_WRITE, life, (dead) => (dead ? dying() : act().then(resolve, reject))),
      );
    return {
      all: (prefix) =>
        slow(
          () => this.shelf.all(prefix),
          () => {},
        ),
      change: (prefixes, change) =>
        slow(
          async () => {
            if (this.full) throw new DOMException('The disk is full', 'QuotaExceededError');
            return this.shelf.change(prefixes, change);
          },
          () => {
            const luck = this.chance();
            if (luck < 1 / 3) return;
            void this.shelf.change(prefixes, (found) => {
              const asked = change(found);
              if (luck < 2 / 3) return asked;
              const torn = [...(asked.put ?? [])].map(([key, value]) => [key, halfOf(value)] as const);
              return { ...asked, put: new Map(torn) };
            });
          },
        ),
    };
  }

  /** Another tab, with the plan of that id on its desk where one is named. */
  async open(id: string | null): Promise<Tab> {
    const life = { alive: true };
    const workspace = createWorkspace();
    const autosave = keepSaved({
      library: new Library(this.#shelfOf(life)),
      workspace,
      later: (milliseconds, call) => this.after(milliseconds, life, (dead) => dead || call()),
      tell: (written) => this.#tell(written, life),
      onState: (state) => {
        tab.state = state;
      },
      onFork: () => {},
    });
    const tab: Tab = { workspace, autosave, life, state: 'new' };
    const found = id === null ? null : await new Library(this.shelf).plan(id);
    if (found) {
      workspace.getState().open(found.plan, 'saved', { kept: found.kept });
      autosave.recall(found.record);
    } else workspace.getState().open(emptyPlan('Trial'), 'blank');
    this.tabs.push(tab);
    return tab;
  }

  #tell(written: Written, from: { alive: boolean }): void {
    for (const tab of this.tabs)
      if (tab.life !== from && tab.life.alive)
        this.after(this.chance() * SLOWEST_MESSAGE, tab.life, (dead) => void (dead || tab.autosave.hear(written)));
  }

  /** Ends a tab at once, whatever it was doing: what it had asked of the disk may have happened or not. */
  kill(tab: Tab): void {
    tab.life.alive = false;
    for (const event of this.#events.filter((one) => one.life === tab.life)) event.run(true);
    this.#events = this.#events.filter((one) => one.life !== tab.life);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  /** Lets time pass until `until`, or until nothing waits any more. */
  async pass(until = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const next = this.#events.reduce(
        (first, one) => (one.at < first.at ? one : first),
        this.#events[0] ?? { at: Number.POSITIVE_INFINITY },
      );
      if (!('run' in next) || next.at > until) break;
      this.clock = Math.max(this.clock, next.at);
      this.#events = this.#events.filter((one) => one !== next);
      next.run(false);
    }
    if (Number.isFinite(until)) this.clock = Math.max(this.clock, until);
  }

  /** Ids of the zones of every kept plan: each edit adds one of its own. */
  async kept(): Promise<Map<string, Set<string>>> {
    const library = new Library(this.shelf);
    const result = new Map<string, Set<string>>();
    for (const { id } of await library.plans()) {
      const found = await library.plan(id);
      if (found) result.set(id, new Set(found.plan.zones.map((zone) => zone.id)));
    }
    return result;
  }
}

function halfOf(value: unknown): unknown {
  const { text } = value as { text: string };
  return { ...(value as object), text: text.slice(0, text.length / 2) };
}

const zonesOf = (tab: Tab) => new Set(tab.workspace.getState().plan.zones.map((zone) => zone.id));

function edit(tab: Tab, id: string): void {
  tab.workspace.getState().edit('addZone', (plan) => addZone(plan, { id, kind: 'dmz' }));
}

/**
 * Two or three tabs edit, undo, open other plans and go back at random moments, sometimes while the disk is full. At the end every edit that
 * nobody took back is in a kept plan, and every tab shows what is kept of its plan. Gives what is wrong, null where nothing is.
 */
export async function tabsTrial(seed: number): Promise<{ readonly wrong: string | null; readonly plans: number }> {
  const world = new World(seed);
  const first = await world.open(null);
  const made = new Set<string>();
  if (world.chance() < 0.5) {
    edit(first, 'e0');
    made.add('e0');
  }
  await world.pass(2000);
  const id = first.workspace.getState().kept?.id ?? null;
  for (let count = 1 + Math.round(world.chance()); count > 0; count -= 1) await world.open(id);
  for (let step = 1; step <= 30; step += 1) {
    const tab = world.tabs[Math.floor(world.chance() * world.tabs.length)];
    const luck = world.chance();
    if (!tab) continue;
    if (luck < 0.62) {
      edit(tab, `e${step}`);
      made.add(`e${step}`);
    } else if (luck < 0.75) {
      const before = zonesOf(tab);
      tab.workspace.getState().undo();
      const after = zonesOf(tab);
      for (const zone of before) if (!after.has(zone)) made.delete(zone);
    } else if (luck < 0.8) world.full = !world.full;
    else if (luck < 0.84) await world.open(id);
    else if (luck < 0.88) tab.workspace.getState().open(emptyPlan('Other'), 'blank');
    else if (luck < 0.9) tab.autosave.back();
    // Mostly close together, so that writes and messages cross.
    await world.pass(world.clock + (world.chance() < 0.7 ? world.chance() * 200 : world.chance() * 1500));
  }
  world.full = false;
  await world.pass();
  const kept = await world.kept();
  const everywhere = new Set([...kept.values()].flatMap((zones) => [...zones]));
  const lost = [...made].filter((zone) => !everywhere.has(zone));
  if (lost.length > 0) return { wrong: `lost ${lost.join(', ')}`, plans: kept.size };
  for (const tab of world.tabs) {
    const own = kept.get(tab.workspace.getState().kept?.id ?? '');
    const shown = zonesOf(tab);
    // An empty plan that nobody edited went when the tab that began it left it.
    if (!own && shown.size === 0) continue;
    if (!own || own.size !== shown.size || [...shown].some((zone) => !own.has(zone)))
      return { wrong: `a tab shows ${[...shown]}, kept is ${[...(own ?? [])]}`, plans: kept.size };
    if (tab.state !== 'saved') return { wrong: `a tab says ${tab.state}`, plans: kept.size };
  }
  return { wrong: null, plans: kept.size };
}

/** Longest that an edit may be old when the tab is killed and it is lost, in milliseconds. */
const SECOND = 1000;

/**
 * One tab edits and is killed at a random moment, in the middle of whatever it was writing; then the plan is opened again. Every edit
 * older than a second must be there, no plan may be unreadable, and the undo steps must still lead somewhere. Gives what is wrong.
 */
export async function killTrial(seed: number): Promise<string | null> {
  const world = new World(seed);
  const tab = await world.open(null);
  const made: { readonly zone: string; readonly at: number }[] = [];
  const until = 500 + world.chance() * 4000;
  while (world.clock < until) {
    const zone = `e${made.length}`;
    edit(tab, zone);
    made.push({ zone, at: world.clock });
    await world.pass(Math.min(until, world.clock + world.chance() * (world.chance() < 0.8 ? 150 : 900)));
  }
  world.kill(tab);
  await world.pass();
  const [entry, ...others] = await new Library(world.shelf).plans();
  const due = made.filter(({ at }) => at <= until - SECOND);
  if ((!entry || entry.trouble !== null) && due.length > 0) return 'nothing is kept';
  if (!entry) return null;
  if (others.length > 0) return 'the plan is kept twice';
  const again = await world.open(entry.id);
  await world.pass();
  const there = zonesOf(again);
  const lost = due.filter(({ zone }) => !there.has(zone));
  if (lost.length > 0) return `lost ${lost.map(({ zone, at }) => `${zone} (${Math.round(until - at)} ms old)`).join(', ')}`;
  if (again.workspace.getState().past.length !== there.size) return 'undo steps are missing';
  edit(again, 'after');
  await world.pass();
  // Where even the first write was half done there is no plan to go on with: the tab begins another.
  const id = entry.trouble === null ? entry.id : (again.workspace.getState().kept?.id ?? '');
  return (await world.kept()).get(id)?.has('after') ? null : 'the plan cannot be written any more';
}

/**
 * The disk is full while one tab edits at random moments: the tab says so within a second after the last edit, never that it is saved, and writes
 * everything once there is room again, without another edit. Gives what is wrong, null where nothing is.
 */
export async function fullDiskTrial(seed: number): Promise<string | null> {
  const world = new World(seed);
  const tab = await world.open(null);
  edit(tab, 'before');
  await world.pass();
  world.full = true;
  const filled = world.clock;
  const said = (): SavingState => tab.state;
  let count = 0;
  while (world.clock < filled + SECOND) {
    edit(tab, `e${count}`);
    count += 1;
    await world.pass(Math.min(filled + SECOND, world.clock + world.chance() * 400));
  }
  if (said() === 'saved') return 'the tab says saved';
  await world.pass(world.clock + SECOND);
  if (said() !== 'failed') return `the tab says ${said()}`;
  world.full = false;
  await world.pass();
  if (said() !== 'saved') return `the tab says ${said()} although there is room`;
  const [kept] = [...(await world.kept()).values()];
  return kept?.size === count + 1 ? null : 'not everything is written';
}
