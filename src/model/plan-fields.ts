/** What a field of the plan format holds. `plain` is a value whose inside has no fields of its own here. */
export type Field =
  | { readonly holds: 'plain'; readonly fallback?: unknown; readonly always?: boolean }
  | { readonly holds: 'object'; readonly of: Fields }
  | { readonly holds: 'list'; readonly of: Fields; readonly always?: boolean }
  | { readonly holds: 'map'; readonly of: Fields | null };

/** The fields of one kind of object, in the order in which a file lists them. */
export type Fields = { readonly [name: string]: Field };

/** No default: written whenever it is there. */
const plain: Field = { holds: 'plain' };
const values: Field = { holds: 'map', of: null };

/** A field that is left out where it has its default. */
function unless(fallback: unknown): Field {
  return { holds: 'plain', fallback };
}

/** A field with a default that a file shows nevertheless and only a link leaves out. */
function shown(fallback: unknown): Field {
  return { holds: 'plain', fallback, always: true };
}

function list(of: Fields): Field {
  return { holds: 'list', of };
}

const component: Fields = { id: plain, type: plain, settings: values, deployment: unless('default') };

const host: Fields = {
  id: plain,
  name: plain,
  zone: plain,
  addresses: unless([]),
  count: unless(1),
  components: list(component),
  translations: plain,
  virtualAddresses: plain,
};

const zone: Fields = {
  id: plain,
  name: plain,
  kind: shown('internal'),
  parent: plain,
  cidrs: unless([]),
  lan: plain,
  filtering: unless(true),
  intraZone: unless('open'),
};

const placedEnd: Fields = { host: plain, component: plain, cidr: plain, zone: plain };
const end: Fields = { ...placedEnd, external: plain, fqdn: plain };

const requirement: Fields = {
  id: plain,
  from: list(placedEnd),
  to: list(end),
  service: { holds: 'object', of: { protocol: plain, ports: plain, icmpType: plain } },
  purpose: unless(''),
  need: plain,
  phase: plain,
};

const layout: Fields = {
  zones: { holds: 'map', of: { x: plain, y: plain, width: plain, height: plain } },
  hosts: { holds: 'map', of: { x: plain, y: plain } },
  collapsed: plain,
};

/**
 * Every field of plan format 1, those that are only reserved included. Says which fields a reader knows, in which order a
 * file lists them, and which are left out where they have their default. A test holds it against the schema.
 */
export const PLAN_FIELDS: Fields = {
  format: plain,
  version: plain,
  title: shown(''),
  author: shown(''),
  revision: shown(''),
  description: shown(''),
  zones: { holds: 'list', of: zone, always: true },
  firewalls: list({ id: plain, name: plain, style: plain }),
  boundaries: list({ id: plain, name: plain, between: plain, firewall: plain }),
  hosts: { holds: 'list', of: host, always: true },
  links: list({ from: plain, to: plain }),
  waivers: list({ rule: plain, from: { holds: 'object', of: end }, to: { holds: 'object', of: end }, reason: unless('') }),
  readings: values,
  requirements: list(requirement),
  layout: { holds: 'object', of: layout },
  paths: list({ between: plain, via: plain }),
  accepted: list({ code: plain, subjects: list({ kind: plain, id: plain }), reason: unless('') }),
  catalogs: values,
  requires: unless([]),
  externals: plain,
  types: plain,
  request: plain,
  policy: plain,
};

/** True for a JSON object: neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
