import type { Catalog } from '../model/catalog.ts';
import { nameOf, type Plan } from '../model/plan.ts';
import { bind } from './bind.ts';
import { judges } from './condition.ts';
import { applyRule, type Bench, type Derivation, noDerivation } from './derive.ts';
import { distinct } from './distinct.ts';
import { makeEnds } from './ends.ts';
import { finding, inOrder } from './finding.ts';
import { route } from './flows.ts';
import { findHaSets, matesOf } from './ha-sets.ts';
import { hostRules } from './host-rules.ts';
import { learn } from './knowledge.ts';
import { openAll } from './openings.ts';
import { findTunnelled } from './overlays.ts';
import { makePairing } from './pairing.ts';
import { findPaths } from './paths.ts';
import { groupPermits } from './permit-groups.ts';
import { readingsOf } from './readings.ts';
import { ownRequirements } from './requirements.ts';
import type { Analysis, Finding, Offer } from './result.ts';
import { addressesOfOpenings, overlappingAddresses, strayAddresses } from './review/addresses.ts';
import type { ReviewContext } from './review/context.ts';
import { changedCatalogs, openDisputes, unknownReadings } from './review/disputes.ts';
import { unevenHaSets } from './review/ha-sets.ts';
import { duplicateIds } from './review/ids.ts';
import { unusedLinks } from './review/links.ts';
import { missingPartners } from './review/partners.ts';
import { doubtfulPaths } from './review/paths.ts';
import { crowdedHosts, invalidSettings, openQuestions, undecidedChoices } from './review/settings.ts';
import { readSettings } from './settings.ts';
import { summarize } from './summary.ts';
import { survey } from './territory.ts';
import { applyWaivers } from './waivers.ts';

/** How openings are listed: `merged` into few lines, or `exact`, every pair of ends by itself. Both permit the same. */
export type Detail = 'merged' | 'exact';

const REVIEWS: readonly ((context: ReviewContext) => Finding[])[] = [
  duplicateIds,
  invalidSettings,
  openQuestions,
  undecidedChoices,
  crowdedHosts,
  missingPartners,
  unevenHaSets,
  unusedLinks,
  doubtfulPaths,
  addressesOfOpenings,
  strayAddresses,
  overlappingAddresses,
  openDisputes,
  unknownReadings,
  changedCatalogs,
];

/**
 * What follows from a plan: flows, openings, host rules, findings. Total: bad input becomes a finding, never a throw.
 * Pure: the same plan and catalogs give the same result, whatever the order of things in the plan.
 */
export function analyze(plan: Plan, catalogs: readonly Catalog[], options: { readonly detail?: Detail } = {}): Analysis {
  // Bind components.
  const knowledge = learn(catalogs);
  const { territory, findings: ofTerritory } = survey(plan);
  const { bound, findings: ofBinding } = bind(plan, knowledge, territory);
  const settings = readSettings(bound);
  const judge = judges(bound, settings);
  const ends = makeEnds(plan, bound, knowledge, territory);
  const haSets = findHaSets(knowledge.rules, bound, settings, judge);
  const bench: Bench = { knowledge, bound, settings, ends, judge, pairing: makePairing(bound, matesOf(haSets)) };

  // Derive flows.
  const speaking = new Set<string>();
  const readings = readingsOf(plan, knowledge, speaking);
  const derivation = deriveAll(bench, readings, speaking);
  const own = ownRequirements(plan, ends);
  const drafts = [...derivation.drafts, ...own.drafts];
  const { waived, findings: ofWaivers } = applyWaivers(plan, drafts, ends);

  // Find paths, cross boundaries.
  const paths = findPaths(territory, plan.paths);
  const flows = route(drafts, territory, paths, waived, findTunnelled(drafts, waived));

  // Group openings.
  const firewallNames = new Map(distinct(plan.firewalls).map((firewall) => [firewall.id, nameOf(firewall)]));
  const groups = groupPermits(flows, territory, firewallNames);
  const { openings, tooLarge } = openAll(groups, options.detail !== 'exact');

  // Review.
  const context: ReviewContext = {
    plan,
    knowledge,
    territory,
    bound,
    settings,
    paths,
    readings,
    derivation,
    haSets,
    flows,
    groups,
    openings,
    judge,
  };
  const findings = [
    ...ofTerritory,
    ...ofBinding,
    ...own.findings,
    ...ofWaivers,
    ...paths.findings,
    ...(tooLarge || derivation.tooLarge ? [planTooLarge()] : []),
    ...REVIEWS.flatMap((review) => review(context)),
  ];
  return {
    flows: flows.map(({ flow }) => flow),
    openings,
    hosts: hostRules(flows),
    offers: unrepeatedOffers(derivation.offers),
    ...sortOut(plan, inOrder(unrepeated(findings))),
    ...summarize(context),
  };
}

function deriveAll(bench: Bench, readings: ReturnType<typeof readingsOf>, speaking: Set<string>): Derivation {
  const derivation = noDerivation(bench.bound);
  const contested = new Set([...bench.knowledge.disputes.values()].flatMap((dispute) => [...dispute.contested]));
  for (const rule of bench.knowledge.rules) {
    if (rule.declaration.standing === 'withdrawn') continue;
    // A contested rule that the plan does not hold is tried aside, to tell what the other reading would open.
    const into = readings.holds(rule) ? derivation : noDerivation(bench.bound);
    const before = into.drafts.length;
    if (into === derivation || contested.has(rule.id)) applyRule(rule, bench, into);
    if (into.drafts.length > before) speaking.add(rule.id);
  }
  return derivation;
}

function planTooLarge(): Finding {
  return finding('plan-too-large', {}, []);
}

/** Rules that one and the same value switches on are one offer. */
function unrepeatedOffers(offers: readonly Offer[]): Offer[] {
  return [
    ...new Map(offers.map((offer) => [JSON.stringify([offer.component, offer.setting, offer.value]), offer] as const).reverse()).values(),
  ].reverse();
}

/** The same finding from two steps counts once. */
function unrepeated(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(findings.map((item) => [JSON.stringify([item.code, item.what, item.subjects.map((s) => [s.kind, s.id])]), item])).values(),
  ];
}

/** Sets the findings apart that the plan accepts. An error cannot be accepted. */
function sortOut(plan: Plan, findings: readonly Finding[]): Pick<Analysis, 'findings' | 'accepted'> {
  const keyOf = (code: string, subjects: readonly { kind: string; id: string }[]) =>
    JSON.stringify([code, ...subjects.map((subject) => JSON.stringify([subject.kind, subject.id])).sort()]);
  const reasons = new Map(plan.accepted.map((entry) => [keyOf(entry.code, entry.subjects), entry.reason]));
  const open: Finding[] = [];
  const accepted: (Finding & { reason: string })[] = [];
  for (const item of findings) {
    const reason = item.severity === 'error' ? undefined : reasons.get(keyOf(item.code, item.subjects));
    if (reason === undefined) open.push(item);
    else accepted.push({ ...item, reason });
  }
  return { findings: open, accepted };
}
