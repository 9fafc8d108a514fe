import type { Waiver } from '../model/plan.ts';
import type { BoundComponent } from './bind.ts';
import type { Draft } from './derive.ts';
import { type End, flowEnd, placedEnd } from './ends.ts';
import type { Paths } from './paths.ts';
import type { Crossing, Flow, FlowEnd, Scope } from './result.ts';
import type { Territory } from './territory.ts';

/** A flow with the ends it was made from. */
export interface RoutedFlow {
  readonly draft: Draft;
  readonly flow: Flow;
}

/** Sends every draft on its way: which scope it has and which boundaries it crosses. */
export function route(
  drafts: readonly Draft[],
  territory: Territory,
  paths: Paths,
  waived: ReadonlyMap<Draft, Waiver>,
  tunnelled: ReadonlyMap<Draft, Draft>,
): RoutedFlow[] {
  const inner = new Map<string, readonly Crossing[]>();
  const innerCrossings = (area: string): readonly Crossing[] => {
    const known = inner.get(area);
    if (known) return known;
    const boundary = territory.innerBoundaries(area)[0];
    const crossings = [{ boundary: boundary?.id ?? null, firewall: boundary?.firewall ?? null, fromZone: area, toZone: area }];
    inner.set(area, crossings);
    return crossings;
  };

  const way = (draft: Draft): { scope: Scope; crossings: readonly Crossing[] } => {
    if (draft.local) return { scope: 'local', crossings: [] };
    if (tunnelled.has(draft)) return { scope: 'tunnelled', crossings: [] };
    const from = draft.from.area;
    const to = draft.to.area;
    if (from.missing || to.missing) return { scope: 'unrouted', crossings: [] };
    if (from.id === to.id) {
      if (!from.filtered || draft.broadcast) return { scope: 'same-zone', crossings: [] };
      return { scope: 'crossing', crossings: innerCrossings(from.id) };
    }
    const crossings = paths.crossings(from.id, to.id);
    return crossings ? { scope: 'crossing', crossings } : { scope: 'unrouted', crossings: [] };
  };

  // Thousands of flows share their ends: one object for each.
  const shown = new Map<BoundComponent | End, FlowEnd>();
  const share = <T extends FlowEnd>(
    end: End,
    component: BoundComponent | null,
    make: (end: End, component: BoundComponent | null) => T,
  ): T => {
    const key = component ?? end;
    const known = shown.get(key);
    if (known) return known as T;
    const fresh = make(end, component);
    shown.set(key, fresh);
    return fresh;
  };

  return drafts.map((draft) => {
    const waiver = waived.get(draft);
    const rule = draft.knowledge;
    const flow: Flow = {
      id: draft.id,
      rule: draft.rule,
      from: share(draft.from, draft.fromComponent, placedEnd),
      to: share(draft.to, draft.toComponent, flowEnd),
      protocol: draft.protocol,
      ports: draft.ports,
      icmpType: draft.icmpType,
      need: draft.need,
      phase: draft.phase,
      standing: rule?.declaration.standing ?? null,
      purpose: draft.purpose,
      product: rule?.product ?? null,
      sources: draft.sources,
      advice: rule?.advice ?? [],
      deviations: draft.deviations,
      ...way(draft),
      waived: waiver ? { reason: waiver.reason } : null,
      via: tunnelled.get(draft)?.id ?? null,
      process: draft.process,
    };
    return { draft, flow };
  });
}
