import { contains } from '../model/address.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Plan, PlanEnd, Waiver } from '../model/plan.ts';
import type { BoundComponent } from './bind.ts';
import type { Draft } from './derive.ts';
import type { End, Ends, Owner } from './ends.ts';
import { finding } from './finding.ts';
import type { Finding } from './result.ts';

type Test = (end: End, component: BoundComponent | null) => boolean;

/** Finds the flows the architect leaves out. The first fitting waiver, in the order of its JSON, gives the reason. */
export function applyWaivers(plan: Plan, drafts: readonly Draft[], ends: Ends): { waived: Map<Draft, Waiver>; findings: Finding[] } {
  const findings: Finding[] = [];
  const waived = new Map<Draft, Waiver>();
  const byRule = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const list = byRule.get(draft.rule);
    if (list) list.push(draft);
    else byRule.set(draft.rule, [draft]);
  }
  const ordered = [...plan.waivers].sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b)));
  for (const waiver of ordered) {
    const owner = { kind: 'waiver', id: waiver.rule } as const;
    const from = testOf(waiver.from, ends, owner, findings);
    const to = testOf(waiver.to, ends, owner, findings);
    const hits = (byRule.get(waiver.rule) ?? []).filter(
      (draft) => from(draft.from, draft.fromComponent) && to(draft.to, draft.toComponent),
    );
    for (const draft of hits) if (!waived.has(draft)) waived.set(draft, waiver);
    if (hits.length === 0) findings.push(unused(waiver));
    const required = hits.filter((draft) => draft.need === 'required');
    if (required.length > 0) findings.push(ofRequired(waiver, required));
  }
  return { waived, findings };
}

/** A waiver end covers: everything; a host with its components; one component; all ends in a zone; one name; hosts within a network. */
function testOf(end: PlanEnd | null | undefined, ends: Ends, owner: Owner, findings: Finding[]): Test {
  if (end === null || end === undefined) return () => true;
  const place = ends.ofPlan(end, owner, findings);
  if (!place) return () => false;
  const wanted = place.end;
  // A component of an unknown type has no flows; its host's are not meant.
  if ('component' in end && place.component === null) return () => false;
  if (place.component) return (_, component) => component === place.component;
  if ('cidr' in wanted.opening) {
    const [network] = wanted.addresses;
    return (other) =>
      other === wanted ||
      (network !== undefined &&
        other.area === wanted.area &&
        other.addresses.length > 0 &&
        other.addresses.every((range) => contains(network, range)));
  }
  if ('zone' in wanted.opening) return (other) => other.area.id === wanted.area.id;
  return (other) => other === wanted;
}

function unused(waiver: Waiver): Finding {
  return finding('waiver-unused', { rule: waiver.rule }, [{ kind: 'rule', id: waiver.rule }]);
}

function ofRequired(waiver: Waiver, drafts: readonly Draft[]): Finding {
  const components = new Set(
    drafts.flatMap((draft) => [draft.fromComponent, draft.toComponent].filter((part) => part !== null).map((part) => part.id)),
  );
  const subjects = [{ kind: 'rule', id: waiver.rule }, ...[...components].sort(byCodeUnit).map((id) => ({ kind: 'component', id }))];
  const slots = { rule: waiver.rule, count: drafts.length };
  return waiver.reason
    ? finding('waiver-of-required/with-reason', { ...slots, reason: waiver.reason }, subjects)
    : finding('waiver-of-required/without-reason', slots, subjects);
}
