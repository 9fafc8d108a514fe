import { type AddressRange, parseAddressRange } from '../model/address.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { byCodeUnit, byId } from '../model/order.ts';
import { type Host, nameOf, type Plan, type SettingValue } from '../model/plan.ts';
import { distinct } from './distinct.ts';
import { finding } from './finding.ts';
import { phrase } from './finding-words.ts';
import type { Knowledge, TypeKnowledge } from './knowledge.ts';
import type { Finding } from './result.ts';
import { type Area, dangling, type Territory } from './territory.ts';
import type { Slot } from './wording.ts';

/** A host of the plan in its area, with the addresses that passed the gate. */
export interface BoundHost {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
  readonly declared: Host;
  /** In the order of their numbers. */
  readonly addresses: readonly AddressRange[];
  /** A group of like machines: `count` above 1, or an address that is a network or range. */
  readonly group: boolean;
  readonly components: readonly BoundComponent[];
}

/** A component whose type a catalog knows. */
export interface BoundComponent {
  readonly id: string;
  readonly type: TypeKnowledge;
  readonly host: BoundHost;
  readonly settings: Dictionary<SettingValue>;
  readonly deployment: string;
}

/** The plan's things joined with the catalogs', every list in order of id. */
export interface Bound {
  readonly hosts: ReadonlyMap<string, BoundHost>;
  readonly components: ReadonlyMap<string, BoundComponent>;
  /** Components that are of a type or act as it. */
  readonly ofType: (type: string) => readonly BoundComponent[];
  /** Components of any of the types that share the deployment with this one; infrastructure shares all. */
  readonly inDeployment: (component: BoundComponent, types: readonly string[]) => readonly BoundComponent[];
  /** Components of any of the types that this one is linked to (links it owns). */
  readonly linkedTo: (component: BoundComponent, types: readonly string[]) => readonly BoundComponent[];
  /** Links that join two components, in order. */
  readonly links: readonly { readonly from: BoundComponent; readonly to: BoundComponent }[];
}

/** True where the two may talk at all: one deployment, or one of them is shared infrastructure. */
export function sameDeployment(a: BoundComponent, b: BoundComponent): boolean {
  return a.deployment === b.deployment || a.type.product === 'infra' || b.type.product === 'infra';
}

/** Joins hosts, components and links with territory and catalogs. What cannot be joined becomes a finding. */
export function bind(plan: Plan, knowledge: Knowledge, territory: Territory): { bound: Bound; findings: Finding[] } {
  const findings: Finding[] = [];
  const zoneIds = new Set(plan.zones.map((zone) => zone.id));
  const hosts = new Map<string, BoundHost>();
  const candidates = new Map<string, { host: BoundHost; components: BoundComponent[] }>();
  for (const declared of distinct(plan.hosts)) {
    const area = territory.areaOf(declared.zone);
    if (!zoneIds.has(declared.zone) && area.missing) findings.push(dangling('host', declared.id, nameOf(declared), 'zone', declared.zone));
    const addresses = addressesOf(declared, findings);
    const components: BoundComponent[] = [];
    const host: BoundHost = {
      id: declared.id,
      name: nameOf(declared),
      area,
      declared,
      addresses,
      group: declared.count > 1 || addresses.some((range) => range.high > range.low),
      components,
    };
    hosts.set(host.id, host);
    candidates.set(host.id, { host, components });
  }

  const all = new Map<string, BoundComponent>();
  const claims = distinct(plan.hosts).flatMap((host) => host.components.map((declared) => ({ id: declared.id, declared, host: host.id })));
  for (const { declared, host } of distinct(claims)) {
    const at = candidates.get(host);
    if (!at) continue;
    const type = knowledge.types.get(declared.type);
    if (!type) {
      findings.push(typeUnknown(declared.id, declared.type, at.host));
      continue;
    }
    const component: BoundComponent = {
      id: declared.id,
      type,
      host: at.host,
      settings: declared.settings,
      deployment: declared.deployment,
    };
    at.components.push(component);
    all.set(component.id, component);
  }

  const byRole = new Map<string, BoundComponent[]>();
  for (const component of [...all.values()].sort(byId))
    for (const role of component.type.roles) {
      const list = byRole.get(role);
      if (list) list.push(component);
      else byRole.set(role, [component]);
    }

  const links = new Map<BoundComponent, Set<BoundComponent>>();
  const pairs = [...plan.links].sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to));
  const joined: { from: BoundComponent; to: BoundComponent }[] = [];
  const declaredComponents = new Set(claims.map((claim) => claim.id));
  for (const { from, to } of pairs) {
    for (const end of new Set([from, to]))
      if (!declaredComponents.has(end))
        findings.push(dangling('link', `${from} > ${to}`, phrase('owner/link', { from, to }), 'component', end));
    const owner = all.get(from);
    const target = all.get(to);
    if (!owner || !target) continue;
    if (!sameDeployment(owner, target)) {
      findings.push(acrossDeployments(owner, target));
      continue;
    }
    // A link to itself narrows nothing; it is listed as unused.
    if (owner === target) {
      if (!joined.some((link) => link.from === owner && link.to === target)) joined.push({ from: owner, to: target });
      continue;
    }
    const targets = links.get(owner) ?? new Set();
    links.set(owner, targets);
    if (targets.has(target)) continue;
    targets.add(target);
    joined.push({ from: owner, to: target });
  }

  const hasRole = (component: BoundComponent, types: readonly string[]) => types.some((type) => component.type.roles.has(type));
  const bound: Bound = {
    hosts,
    components: all,
    ofType: (type) => byRole.get(type) ?? [],
    inDeployment: rememberDeployments((component, types) =>
      [...new Set(types.flatMap((type) => byRole.get(type) ?? []))].filter((other) => sameDeployment(component, other)).sort(byId),
    ),
    linkedTo: (component, types) => [...(links.get(component) ?? [])].filter((other) => hasRole(other, types)),
    links: joined,
  };
  return { bound, findings };
}

/** Keeps answers: components of one deployment see the same others, and so do all of the infrastructure. */
function rememberDeployments(find: Bound['inDeployment']): Bound['inDeployment'] {
  const known = new Map<string, readonly BoundComponent[]>();
  return (component, types) => {
    const viewer = component.type.product === 'infra' ? [] : [component.deployment];
    const key = JSON.stringify([viewer, types]);
    const found = known.get(key);
    if (found) return found;
    const made = find(component, types);
    known.set(key, made);
    return made;
  };
}

function addressesOf(host: Host, findings: Finding[]): AddressRange[] {
  const ranges: AddressRange[] = [];
  for (const text of host.addresses) {
    const range = parseAddressRange(text);
    if (range) {
      if (!ranges.some((known) => known.text === range.text)) ranges.push(range);
    } else findings.push(addressInvalid('host', host.id, nameOf(host), text));
  }
  return ranges.sort(
    (a, b) =>
      a.family - b.family ||
      (a.low < b.low ? -1 : a.low > b.low ? 1 : a.high < b.high ? -1 : a.high > b.high ? 1 : byCodeUnit(a.text, b.text)),
  );
}

/** The finding about an address that no firewall would read the way it is meant. */
export function addressInvalid(kind: string, id: string, name: Slot, text: string): Finding {
  return finding('address-invalid', { name, address: JSON.stringify(text) }, [{ kind, id }]);
}

function typeUnknown(id: string, type: string, host: BoundHost): Finding {
  return finding('type-unknown', { host: host.name, type }, [
    { kind: 'component', id },
    { kind: 'type', id: type },
  ]);
}

function acrossDeployments(from: BoundComponent, to: BoundComponent): Finding {
  return finding('link-across-deployments', { from: from.id, to: to.id }, [
    { kind: 'component', id: from.id },
    { kind: 'component', id: to.id },
  ]);
}
