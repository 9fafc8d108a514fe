import type { Catalog } from '../../model/catalog.ts';
import type { Plan } from '../../model/plan.ts';
import { type NaiveEnd, type NaiveFlow, naiveCatalogFlows } from './naive-flows.ts';
import { collectPermits, numbersOf, type Permits, runsOf } from './naive-permits.ts';
import { isWaivedBy, naiveRequirementFlows } from './naive-requirements.ts';
import { naiveWorld, type World } from './naive-world.ts';

/** What the naive engine concludes from a plan. */
export interface NaiveAnalysis {
  readonly flows: readonly NaiveFlow[];
  readonly permits: Permits;
}

/**
 * A second engine, for the laws alone: written from the words of the model without looking at the first. It tries every pair for every rule, walks
 * every way, merges nothing and remembers nothing. Plans are taken to be free of dangling references and duplicate ids.
 */
export function naiveAnalyze(plan: Plan, catalogs: readonly Catalog[]): NaiveAnalysis {
  const world = naiveWorld(plan, catalogs);
  const flows = [...naiveCatalogFlows(world), ...naiveRequirementFlows(world)];
  for (const flow of flows) flow.waived = plan.waivers.some((waiver) => isWaivedBy(world, waiver, flow));
  tunnel(world, flows);
  return { flows, permits: permitsOf(flows) };
}

/** Overlays: a carrier that speaks takes the flows it replaces between the same two components, whoever opens them. */
function tunnel(world: World, flows: readonly NaiveFlow[]): void {
  for (const catalog of world.catalogs) {
    for (const rule of catalog.rules.filter((candidate) => candidate.replaces.length > 0)) {
      const id = `${catalog.product}/${rule.id}`;
      const replaced = rule.replaces.map((other) => `${catalog.product}/${other}`);
      for (const carrier of flows.filter((flow) => flow.rule === id && !flow.waived)) {
        for (const flow of flows) {
          const pair = [flow.from.component, flow.to.component];
          if (flow === carrier || flow.rule === id || flow.phase === 'install' || flow.scope === 'local') continue;
          if (!replaced.includes(flow.rule) || !pair.includes(carrier.from.component) || !pair.includes(carrier.to.component)) continue;
          flow.scope = 'tunnelled';
          flow.crossings = [];
          flow.via = carrier;
        }
      }
    }
  }
}

function permitsOf(flows: readonly NaiveFlow[]): Permits {
  return collectPermits(
    flows
      .filter((flow) => !flow.waived)
      .flatMap((flow) =>
        runsOf(flow.crossings).map((run) => ({
          key: { ...run, phase: flow.phase, source: permitEnd(flow.from), destination: permitEnd(flow.to), protocol: flow.protocol },
          numbers: numbersOf(flow.protocol, flow.ports, flow.icmpType),
        })),
      ),
  );
}

/** What a firewall sees of an end: the host, network, zone, external service or name. */
function permitEnd(end: NaiveEnd): string {
  if (end.host !== null) return JSON.stringify(['host', end.host]);
  if (end.area !== null) return end.area;
  return JSON.stringify(end.external !== null ? ['external', end.external] : ['fqdn', end.fqdn]);
}
