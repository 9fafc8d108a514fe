import { finding } from '../finding.ts';
import type { Finding } from '../result.ts';
import type { Area } from '../territory.ts';
import type { ReviewContext } from './context.ts';

/** Zone pairs that carry flows: without a way, with several equal ways, or with a way over the Internet. */
export function doubtfulPaths({ flows, paths, territory }: ReviewContext): Finding[] {
  const pairs = new Map<string, { a: Area; b: Area; flows: number }>();
  for (const { draft, flow } of flows) {
    if (flow.waived || (flow.scope !== 'crossing' && flow.scope !== 'unrouted')) continue;
    const [a, b] = draft.from.area.id < draft.to.area.id ? [draft.from.area, draft.to.area] : [draft.to.area, draft.from.area];
    const key = JSON.stringify([a.id, b.id]);
    const pair = pairs.get(key) ?? { a, b, flows: 0 };
    pair.flows += 1;
    pairs.set(key, pair);
  }
  const { internet } = territory;
  const cutOff = territory.boundariesAt(internet.id).length === 0;
  let waiting = 0;
  const findings: Finding[] = [];
  for (const { a, b, flows } of pairs.values()) {
    const subjects = [a, b].map((area) => ({ kind: 'zone', id: area.id }));
    if (a.missing || b.missing) continue;
    if (a.id === b.id) {
      if (territory.innerBoundaries(a.id).length > 1) findings.push(ambiguous(a, b, subjects.slice(0, 1)));
      continue;
    }
    const path = paths.between(a.id, b.id);
    if (path.boundaries === null) {
      if (cutOff && (a.id === internet.id || b.id === internet.id)) waiting += flows;
      else findings.push(missing(a, b, flows, subjects));
      continue;
    }
    if (path.ambiguous) findings.push(ambiguous(a, b, subjects));
    if (path.through.length > 0) {
      const names = path.through.map((id) => territory.areas.get(id)?.name ?? id).join(', ');
      findings.push(
        finding('path-over-internet', { a: a.name, b: b.name, through: names }, [
          ...subjects,
          ...path.through.map((id) => ({ kind: 'zone', id })),
        ]),
      );
    }
  }
  if (waiting > 0) {
    findings.push(finding('internet-not-connected', { internet: internet.name, count: waiting }, [{ kind: 'zone', id: internet.id }]));
  }
  return findings;
}

function missing(a: Area, b: Area, flows: number, subjects: Finding['subjects']): Finding {
  return finding('path-missing', { a: a.name, b: b.name, count: flows }, subjects);
}

function ambiguous(a: Area, b: Area, subjects: Finding['subjects']): Finding {
  return a.id === b.id
    ? finding('path-ambiguous/inside', { zone: a.name }, subjects)
    : finding('path-ambiguous/between', { a: a.name, b: b.name }, subjects);
}
