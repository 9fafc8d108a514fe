import { byCodeUnit } from '../model/order.ts';
import type { Draft } from './derive.ts';

/**
 * Finds the flows that travel inside another: each with its carrier. A carrier replaces the rules it names between its own two components, in either direction.
 * Local flows stay local and flows of phase install go their own way; a waived or local carrier replaces nothing.
 */
export function findTunnelled(drafts: readonly Draft[], waived: ReadonlyMap<Draft, unknown>): ReadonlyMap<Draft, Draft> {
  const carriers = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!draft.knowledge || draft.knowledge.replaces.size === 0 || draft.local || waived.has(draft)) continue;
    const key = pairKey(draft);
    carriers.set(
      key,
      [...(carriers.get(key) ?? []), draft].sort((a, b) => byCodeUnit(a.id, b.id)),
    );
  }
  const tunnelled = new Map<Draft, Draft>();
  const replaced = new Set([...carriers.values()].flat().flatMap((carrier) => [...(carrier.knowledge?.replaces ?? [])]));
  for (const draft of drafts) {
    // What installs a part runs before there is a carrier.
    if (draft.local || draft.phase === 'install' || !draft.toComponent || !replaced.has(draft.rule)) continue;
    const carrier = carriers
      .get(pairKey(draft))
      ?.find((other) => other.knowledge !== draft.knowledge && other.knowledge?.replaces.has(draft.rule));
    if (carrier) tunnelled.set(draft, carrier);
  }
  return tunnelled;
}

function pairKey(draft: Draft): string {
  return JSON.stringify([draft.fromComponent?.id ?? '', draft.toComponent?.id ?? ''].sort(byCodeUnit));
}
