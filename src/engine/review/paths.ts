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
        finding(
          'path-over-internet',
          {
            what: `The only way between ${a.name} and ${b.name} leads over ${names}.`,
            why: 'Traffic inside the company would cross the Internet, and openings would face it.',
            next: 'Draw a boundary that joins the two zones more directly, if there is one.',
          },
          [...subjects, ...path.through.map((id) => ({ kind: 'zone', id }))],
        ),
      );
    }
  }
  if (waiting > 0) {
    findings.push(
      finding(
        'internet-not-connected',
        {
          what: `No boundary reaches ${internet.name}, and ${waiting === 1 ? 'a flow needs' : `${waiting} flows need`} it.`,
          why: 'Boundaries are drawn, so only drawn ones count, and none leads there.',
          next: `Draw a boundary between ${internet.name} and the zone that is connected to it.`,
        },
        [{ kind: 'zone', id: internet.id }],
      ),
    );
  }
  return findings;
}

function missing(a: Area, b: Area, flows: number, subjects: Finding['subjects']): Finding {
  return finding(
    'path-missing',
    {
      what: `No path leads between ${a.name} and ${b.name}, and ${flows === 1 ? 'a flow needs' : `${flows} flows need`} one.`,
      why: 'Without a path nobody can say which firewalls must open.',
      next: 'Draw a boundary between the two, or between zones that lead from one to the other.',
    },
    subjects,
  );
}

function ambiguous(a: Area, b: Area, subjects: Finding['subjects']): Finding {
  return finding(
    'path-ambiguous',
    {
      what: a.id === b.id ? `${a.name} has several inner boundaries.` : `Several equally short paths lead between ${a.name} and ${b.name}.`,
      why: 'The one with the smallest ids was taken; real traffic may take another, and find it closed.',
      next: 'Pin the path, or remove the boundary that is not used.',
    },
    subjects,
  );
}
