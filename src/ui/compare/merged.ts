import type { Comparison } from '../../engine/comparison.ts';
import type { Analysis, Flow } from '../../engine/result.ts';
import { gateId } from '../../layout/bundle.ts';
import type { Plan } from '../../model/plan.ts';
import type { Mark, Marks } from '../canvas/canvas-state.ts';

/** Two plans as one drawing: the newer one, what is gone from the older one in its place, and how each thing is marked. */
export interface Merged {
  readonly plan: Plan;
  readonly analysis: Analysis;
  readonly marks: Omit<Marks, 'dims'>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Set(list.map(({ id }) => id));

/** The things of `old` that `now` has not, after those of `now`. */
function union<T extends { readonly id: string }>(now: readonly T[], old: readonly T[]): T[] {
  const known = byId(now);
  return [...now, ...old.filter(({ id }) => !known.has(id))];
}

/** Where a flow leads from and to, as one edge shows it. */
function pairOf({ from, to }: Flow): string {
  return JSON.stringify([from.host ?? from.zone, 'fqdns' in to ? null : (to.host ?? to.zone)]);
}

/** Joins both sides of a comparison. Without `removed`, only what the newer plan has is drawn. */
export function mergedFor({ before, after, changes, difference, lines }: Comparison, removed: boolean): Merged {
  const old = new Map(before.analysis.flows.map((flow) => [flow.id, flow]));
  const now = new Map(after.analysis.flows.map((flow) => [flow.id, flow]));
  const stays = new Set(after.analysis.flows.map(pairOf));
  const gone = before.analysis.flows.filter((flow) => !now.has(flow.id));
  const flows = new Map<string, Mark>();
  for (const flow of now.values()) {
    const was = old.get(flow.id);
    if (!was) flows.set(flow.id, 'added');
    else if (differs(was, flow)) flows.set(flow.id, 'changed');
  }
  for (const flow of gone) {
    if (!stays.has(pairOf(flow))) flows.set(flow.id, 'removed');
    // A line that stays with fewer flows has changed: its other flows say so.
    else for (const other of after.analysis.flows) if (pairOf(other) === pairOf(flow)) flows.set(other.id, 'changed');
  }
  // A flow that stays is marked too where an opening for it has to be made or changed: by an address, or by a boundary on its way.
  for (const { what, opening } of lines)
    if (what !== 'removed') for (const flow of opening.flows) if (!flows.has(flow)) flows.set(flow, 'changed');

  const hosts = new Map<string, Mark>();
  const zones = new Map<string, Mark>();
  for (const { kind, id, host, what } of changes) {
    if (kind === 'zone') zones.set(id, what);
    if (kind === 'host') hosts.set(id, what);
    if (kind === 'component' && host !== null && !hosts.has(host)) hosts.set(host, 'changed');
  }
  const gates = new Map<string, Mark>();
  for (const { what, opening } of lines)
    for (const { boundary, fromZone } of opening.crossings) {
      const id = gateId(boundary, fromZone);
      const known = gates.get(id);
      gates.set(id, known === undefined || known === what ? what : 'changed');
    }
  // A gate that still has openings has not gone with one of them.
  const busy = new Set(after.analysis.openings.flatMap(({ crossings }) => crossings.map((one) => gateId(one.boundary, one.fromZone))));
  const quiet = new Set(before.analysis.openings.flatMap(({ crossings }) => crossings.map((one) => gateId(one.boundary, one.fromZone))));
  for (const [id, mark] of gates) if ((mark === 'removed' && busy.has(id)) || (mark === 'added' && quiet.has(id))) gates.set(id, 'changed');

  const marks = { hosts, zones, flows, gates };
  if (!removed) return { plan: after.plan, analysis: after.analysis, marks };
  const layout = after.plan.layout ?? { zones: {}, hosts: {} };
  return {
    plan: {
      ...after.plan,
      zones: union(after.plan.zones, before.plan.zones),
      hosts: union(after.plan.hosts, before.plan.hosts),
      firewalls: union(after.plan.firewalls, before.plan.firewalls),
      boundaries: union(after.plan.boundaries, before.plan.boundaries),
      layout: {
        ...layout,
        zones: { ...before.plan.layout?.zones, ...layout.zones },
        hosts: { ...before.plan.layout?.hosts, ...layout.hosts },
      },
    },
    analysis: {
      ...after.analysis,
      flows: [...after.analysis.flows, ...gone.filter((flow) => !stays.has(pairOf(flow)))],
      // Gates that stay count what is open now; those that go, what they let through.
      openings: union(
        after.analysis.openings,
        difference.remove.filter(({ crossings }) => !crossings.some((one) => busy.has(gateId(one.boundary, one.fromZone)))),
      ),
      zones: union(after.analysis.zones, before.analysis.zones),
      boundaries: union(after.analysis.boundaries, before.analysis.boundaries),
    },
    marks,
  };
}

function differs(a: Flow, b: Flow): boolean {
  return a.ports !== b.ports || a.icmpType !== b.icmpType || a.scope !== b.scope || (a.waived === null) !== (b.waived === null);
}
