import { type Catalog, qualify, type RuleDeclaration } from '../../model/catalog.ts';
import { lookup } from '../../model/dictionary.ts';
import { every, naiveCondition } from './naive-conditions.ts';
import { naiveValue, UNKNOWN } from './naive-settings.ts';
import { isSingle, ownLinks, type Standing, sameDeployment, type World } from './naive-world.ts';

/** Whether a rule may speak at all: never where it is withdrawn or a chosen reading leaves it out. */
export function isHeld(world: World, catalog: Catalog, rule: RuleDeclaration): boolean {
  if (rule.standing === 'withdrawn') return false;
  return catalog.disputes.every((dispute) => {
    if (!dispute.readings.some((reading) => reading.rules.includes(rule.id))) return true;
    const wanted = lookup(world.plan.readings, `${catalog.product}/${dispute.id}`);
    const reading = dispute.readings.find((candidate) => candidate.id === wanted) ?? dispute.readings[0];
    return reading?.rules.includes(rule.id) ?? true;
  });
}

/** Every ordered pair of components a rule joins, before its conditions are judged: "Pairing" of the model, over all pairs. */
export function naivePairs(world: World, catalog: Catalog, rule: RuleDeclaration): [Standing, Standing][] {
  const side = (types: readonly string[]): string[] => types.map((type) => qualify(catalog.product, type));
  const fromTypes = side(rule.from);
  const toTypes = side(rule.to);
  const members = (types: readonly string[]): Standing[] => world.all.filter((of) => of.types.some((type) => types.includes(type)));
  const cross = (a: readonly string[], b: readonly string[]) =>
    members(a).flatMap((from) => members(b).map((to): [Standing, Standing] => [from, to]));
  const pairs = cross(fromTypes, toTypes);
  if (rule.pairing === 'array') {
    for (const pair of cross(toTypes, fromTypes)) if (!pairs.some(([from, to]) => from === pair[0] && to === pair[1])) pairs.push(pair);
  }
  return pairs.filter(([a, b]) => {
    if (!sameDeployment(a.component, b.component)) return false;
    // Machines of one group meet each other as members of an array do.
    if (a === b && rule.pairing !== 'all' && isSingle(a.host)) return false;
    if (!lanFits(rule, a, b)) return false;
    if (rule.delivery === 'broadcast' && a.zone.id !== b.zone.id) return false;
    return linksAdmit(world, a, b, toTypes, rule) && linksAdmit(world, b, a, fromTypes, rule);
  });
}

function lanFits(rule: RuleDeclaration, a: Standing, b: Standing): boolean {
  if (rule.scope === 'any') return true;
  if (a.zone.lan === null || b.zone.lan === null) return false;
  return (a.zone.lan === b.zone.lan) === (rule.scope === 'same-lan');
}

/** False where links of `owner` to the types of the other side leave `partner` out. */
function linksAdmit(world: World, owner: Standing, partner: Standing, partnerTypes: readonly string[], rule: RuleDeclaration): boolean {
  const peers = rule.pairing === 'peers';
  // Decision 1: in peer rules a link counts only between components of the very type the rule names.
  const counts = (of: Standing): boolean =>
    peers ? partnerTypes.includes(of.component.type) : of.types.some((type) => partnerTypes.includes(type));
  if (peers && !counts(owner)) return true;
  const targets = ownLinks(world, owner);
  // In peer rules a link counts for both ends: being linked to is as good as linking.
  if (peers) targets.push(...world.all.filter((other) => ownLinks(world, other).includes(owner)));
  const linked = targets.filter(counts).flatMap((target) => haSet(world, target));
  return linked.length === 0 || linked.includes(partner);
}

/** The component and everything joined to it by a peer rule marked `ha`. */
function haSet(world: World, member: Standing): Standing[] {
  const joined = world.catalogs.flatMap((catalog) =>
    catalog.rules.flatMap((rule) => {
      const belongs = (of: Standing): boolean =>
        of.types.some((type) => rule.from.some((other) => qualify(catalog.product, other) === type)) &&
        every([rule.ha?.members ? naiveCondition(world, { product: catalog.product, from: of, to: null }, rule.ha.members) : true]) ===
          true;
      const group = (of: Standing): unknown => (rule.ha?.group === undefined ? '' : naiveValue(world, of, rule.ha.group));
      if (!rule.ha || !isHeld(world, catalog, rule) || !belongs(member) || group(member) === UNKNOWN) return [];
      return world.all.filter(
        (other) => belongs(other) && sameDeployment(member.component, other.component) && group(other) === group(member),
      );
    }),
  );
  return [member, ...joined];
}
