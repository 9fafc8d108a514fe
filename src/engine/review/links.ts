import { finding } from '../finding.ts';
import { matesOf } from '../ha-sets.ts';
import type { Finding } from '../result.ts';
import type { ReviewContext } from './context.ts';

/** Links along which nothing flows and that decide no setting. */
export function unusedLinks({ bound, derivation, settings, haSets }: ReviewContext): Finding[] {
  const mates = matesOf(haSets);
  const findings: Finding[] = [];
  for (const { from, to } of bound.links) {
    const talks = derivation.talking.get(from);
    const reached = [to, ...(mates.get(to) ?? [])];
    if (reached.some((component) => talks?.has(component))) continue;
    const decides = [...from.type.settings.keys()].some((name) => {
      const state = settings.read(from, name);
      return state.kind === 'value' && state.linked.includes(to);
    });
    if (decides) continue;
    findings.push(
      finding(
        'link-unused',
        {
          fromType: from.type.declaration.name,
          fromHost: from.host.name,
          toType: to.type.declaration.name,
          toHost: to.host.name,
        },
        [
          { kind: 'component', id: from.id },
          { kind: 'component', id: to.id },
        ],
      ),
    );
  }
  return findings;
}
