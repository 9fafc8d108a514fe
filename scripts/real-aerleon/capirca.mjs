import { parse } from 'yaml';

/**
 * @typedef {{ networks: Record<string, { values: { address: string, comment?: string }[] }>, services: Record<string, { port: string, protocol: string }[]> }} Definitions
 * @typedef {Record<string, string | string[]> & { name: string }} Term
 * @typedef {{ filters: { header: { comment: string, targets: Record<string, string> }, terms: Term[] }[] }} Policy
 * @typedef {{ zones: string, sources: string[], destinations: string[], services: string[] }} Rule
 */

/**
 * Aerleon's YAML in Capirca's own notation, word by word: the two have the same fields, as Aerleon's reference of its YAML tells.
 * @param {Definitions} definitions
 * @returns {{ networks: string, services: string }}
 */
export function definitionsText({ networks, services }) {
  const block = (/** @type {string} */ name, /** @type {string[]} */ values) => `${name} = ${values.join('\n  ')}\n`;
  return {
    networks: Object.entries(networks)
      .map(([name, { values }]) =>
        block(
          name,
          values.map(({ address, comment }) => (comment ? `${address} # ${comment}` : address)),
        ),
      )
      .join(''),
    services: Object.entries(services)
      .map(([name, values]) =>
        block(
          name,
          values.map(({ port, protocol }) => `${port}/${protocol}`),
        ),
      )
      .join(''),
  };
}

/** @param {Policy} policy */
export function policyText({ filters }) {
  const words = (/** @type {string | string[]} */ value) => (Array.isArray(value) ? value.join(' ') : value);
  return filters
    .map(({ header, terms }) => {
      const targets = Object.entries(header.targets).map(([target, options]) => `  target:: ${target} ${options}`);
      const bodies = terms.map(({ name, comment, ...fields }) =>
        [
          `term ${name} {`,
          `  comment:: "${comment}"`,
          ...Object.entries(fields).map(([field, value]) => `  ${field}:: ${words(value)}`),
          '}',
        ].join('\n'),
      );
      return [`header {`, `  comment:: "${header.comment}"`, ...targets, '}', ...bodies].join('\n');
    })
    .join('\n');
}

/**
 * What the YAML means, by the names of its terms: addresses as ascending ranges, services as protocol with port ranges or ICMP types.
 * @param {Definitions} definitions
 * @param {Policy} policy
 * @returns {Map<string, Rule>}
 */
export function meaningOf(definitions, policy) {
  const addresses = (/** @type {string | string[]} */ names) =>
    merged([names].flat().flatMap((name) => definitions.networks[name]?.values.map(({ address }) => address) ?? ['undefined']));
  return new Map(
    policy.filters.flatMap(({ header, terms }) =>
      terms.map((term) => {
        const ports = [term['destination-port'] ?? []]
          .flat()
          .flatMap((name) => definitions.services[name]?.map(({ port }) => port) ?? ['undefined']);
        const types = [term['icmp-type'] ?? []].flat().map((name) => `type ${ICMP_TYPES[`${term.protocol} ${name}`]}`);
        const details = ports.length > 0 ? joinedPorts(ports) : types;
        const protocol = NUMBERS[`${term.protocol}`] ?? `${term.protocol}`;
        return /** @type {const} */ ([
          term.name,
          {
            zones: header.targets.srx ?? '',
            sources: addresses(term['source-address'] ?? []),
            destinations: addresses(term['destination-address'] ?? []),
            services: details.length > 0 ? details.map((detail) => `${protocol} ${detail}`).sort() : [protocol],
          },
        ]);
      }),
    ),
  );
}

/**
 * What Capirca made of it for Juniper SRX, by the names of its policies.
 * @param {string} text
 * @returns {Map<string, Rule>}
 */
export function readSrx(text) {
  const prefixes = new Map([...text.matchAll(/^ +address (\S+) (\S+);$/gm)].map(([, name = '', prefix = '']) => [name, prefix]));
  const sets = new Map(
    [...text.matchAll(/address-set (\S+) \{([^}]*)\}/g)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/address(?:-set)? (\S+);/g)].map(([, member = '']) => member),
    ]),
  );
  /** @type {(name: string) => string[]} */
  const leaves = (name) => (sets.has(name) ? (sets.get(name) ?? []).flatMap(leaves) : [prefixes.get(name) ?? 'undefined']);
  const applications = new Map(
    [...text.matchAll(/^ +application (\S+) \{([^}]*)\}/gm)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/protocol (\S+?)(?: destination-port (\S+?)| icmp6?-type (\d+))?(?: inactivity-timeout \d+)?;/g)].map(
        ([, protocol = '', port, type]) => [protocol === 'icmp6' ? 'icmpv6' : protocol, port ?? '', type ? `type ${type}` : ''],
      ),
    ]),
  );
  const groups = new Map(
    [...text.matchAll(/application-set (\S+) \{([^}]*)\}/g)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/application (\S+);/g)].map(([, member = '']) => member),
    ]),
  );
  /** @type {Map<string, Rule>} */
  const rules = new Map();
  for (const part of text.split(/^ +(?=from-zone )/m).slice(1)) {
    const zones = part.slice(0, part.indexOf(' {'));
    for (const [, name = '', source = '', destination = '', application = ''] of part.matchAll(
      /policy (\S+) \{\s+match \{\s+source-address \[? ?([^\];]*?) ?\]?;\s+destination-address \[? ?([^\];]*?) ?\]?;\s+application \[? ?([^\];]*?) ?\]?;\s+\}\s+then \{\s+permit;/g,
    )) {
      const found = application
        .split(/\s+/)
        .flatMap((each) => groups.get(each) ?? [each])
        .flatMap((each) => applications.get(each) ?? [['undefined', '', '']]);
      const protocols = new Set(found.map(([protocol]) => protocol));
      rules.set(name, {
        zones,
        sources: merged(source.split(/\s+/).flatMap(leaves)),
        destinations: merged(destination.split(/\s+/).flatMap(leaves)),
        services: [...protocols]
          .flatMap((protocol) => {
            const own = found.filter(([each]) => each === protocol);
            const details = own.some(([, port]) => port)
              ? joinedPorts(own.map(([, port = '']) => port))
              : own.flatMap(([, , type]) => type || []);
            return details.length > 0 ? details.map((detail) => `${protocol} ${detail}`) : [`${protocol}`];
          })
          .sort(),
      });
    }
  }
  return rules;
}

/** @param {string} text */
export const readYaml = (text) => parse(text, { strict: true, uniqueKeys: true });

/** Protocols Capirca writes as numbers. @type {Readonly<Record<string, string>>} */
const NUMBERS = { ipip: '4', vrrp: '112' };

/** @type {Readonly<Record<string, number>>} */
const ICMP_TYPES = {
  'icmp echo-reply': 0,
  'icmp unreachable': 3,
  'icmp echo-request': 8,
  'icmp time-exceeded': 11,
  'icmp parameter-problem': 12,
  'icmpv6 destination-unreachable': 1,
  'icmpv6 time-exceeded': 3,
  'icmpv6 parameter-problem': 4,
  'icmpv6 echo-request': 128,
  'icmpv6 echo-reply': 129,
};

/** @param {string[]} ports */
function joinedPorts(ports) {
  const ranges = ports
    .map((port) => port.split('-').map(Number))
    .map(([low = 0, high = low]) => ({ low, high }))
    .sort((a, b) => a.low - b.low);
  /** @type {{ low: number, high: number }[]} */
  const result = [];
  for (const { low, high } of ranges) {
    const last = result.at(-1);
    if (last && low <= last.high + 1) last.high = Math.max(last.high, high);
    else result.push({ low, high });
  }
  return result.map(({ low, high }) => (low === high ? `${low}` : `${low}-${high}`));
}

/** Networks as ascending ranges that neither overlap nor touch. @param {string[]} networks */
function merged(networks) {
  const ranges = networks.map((network) => {
    const [base = '', prefix = ''] = network.split('/');
    const six = base.includes(':');
    const low = six ? sixNumber(base) : base.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
    return { six, low, high: low + (1n << BigInt((six ? 128 : 32) - Number(prefix))) - 1n };
  });
  ranges.sort((a, b) => (a.six === b.six ? (a.low < b.low ? -1 : a.low > b.low ? 1 : 0) : a.six ? 1 : -1));
  /** @type {typeof ranges} */
  const result = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last?.six !== range.six || range.low > last.high + 1n) result.push(range);
    else if (range.high > last.high) last.high = range.high;
  }
  return result.map(({ six, low, high }) => `${six ? 6 : 4}:${low.toString(16)}-${high.toString(16)}`);
}

/** @param {string} text */
function sixNumber(text) {
  const [front = '', back] = text.split('::');
  const parts = (/** @type {string} */ half) => (half === '' ? [] : half.split(':'));
  const missing = back === undefined ? 0 : 8 - parts(front).length - parts(back).length;
  const all = [...parts(front), ...Array.from({ length: missing }, () => '0'), ...parts(back ?? '')];
  return all.reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}
