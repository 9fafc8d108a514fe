/**
 * Plans made here: one with every protocol in both address families, and random ones whose addresses do not overlap.
 */

const ZONES = ['dmz', 'core', 'office', 'plant'];

/** Every kind of service between two families, a path over two firewalls, and ends that a rule must tell apart. */
export function everyProtocol() {
  const host = (/** @type {string} */ id, /** @type {string} */ zone, /** @type {string[]} */ ...addresses) => ({ id, zone, addresses });
  const services = [
    { protocol: 'tcp', ports: '22,443,8000-8010' },
    { protocol: 'udp', ports: '53,123' },
    { protocol: 'icmp', icmpType: 8 },
    { protocol: 'esp' },
    { protocol: 'ah' },
    { protocol: 'gre' },
    { protocol: 89 },
  ];
  return {
    format: 'portolan.plan',
    version: 1,
    title: 'Every protocol',
    zones: [
      { id: 'internet', kind: 'internet' },
      { id: 'dmz', kind: 'dmz', cidrs: ['10.1.0.0/24', '2001:db8:1::/64'] },
      { id: 'core', cidrs: ['10.2.0.0/24', '2001:db8:2::/64'] },
    ],
    firewalls: [{ id: 'outer' }, { id: 'inner' }],
    boundaries: [
      { id: 'edge', between: ['internet', 'dmz'], firewall: 'outer' },
      { id: 'core-edge', between: ['dmz', 'core'], firewall: 'inner' },
    ],
    hosts: [
      host('web', 'dmz', '10.1.0.10', '2001:db8:1::10'),
      host('relay', 'dmz', '10.1.0.20-10.1.0.23', '2001:db8:1::20'),
      host('old', 'dmz', '10.1.0.40'),
      host('data', 'core', '10.2.0.10', '2001:db8:2::10'),
      host('desks', 'core', '10.2.0.128/25', '2001:db8:2:0:8000::/65'),
      host('roaming', 'internet'),
      host('partner', 'internet', '192.0.2.50'),
    ],
    requirements: [
      ...services.map((service, at) => ({ id: `s${at}`, from: [{ host: 'web' }], to: [{ host: 'data' }], service })),
      ...services.slice(0, 3).map((service, at) => ({ id: `o${at}`, from: [{ host: 'roaming' }], to: [{ host: 'web' }], service })),
      { id: 'way', from: [{ host: 'desks' }], to: [{ host: 'partner' }], service: { protocol: 'tcp', ports: '179' } },
      {
        id: 'range',
        from: [{ host: 'relay' }, { host: 'old' }],
        to: [{ host: 'desks' }, { host: 'data' }],
        service: { protocol: 'udp', ports: '5000-5005' },
      },
      { id: 'back', from: [{ host: 'data' }], to: [{ host: 'relay' }], service: { protocol: 'icmp', icmpType: null } },
      { id: 'net', from: [{ zone: 'core' }], to: [{ host: 'old' }], service: { protocol: 'tcp', ports: '9100' } },
      { id: 'name', from: [{ host: 'data' }], to: [{ fqdn: 'updates.example.org' }], service: { protocol: 'tcp', ports: '443' } },
    ],
  };
}

/** The same plan under names that mean something to some program, or would end a line, a comment or a quotation. */
export function hostileNames() {
  const words = [
    'any',
    '9 "} term x { action:: accept }',
    'x"\n  - header:\n      targets: {srx: "from-zone any to-zone any"}',
    '# junos-host',
    "'; reboot; '",
    '&anchor *alias !!python/object',
    'yes',
    '0x1F',
    '-rf \u202e',
    '',
  ];
  const plan = everyProtocol();
  const name = (/** @type {number} */ at) => `${words[at % words.length]}${at < words.length ? '' : at}`;
  return {
    ...plan,
    title: 'Hostile names',
    zones: plan.zones.map((zone, at) => ({ ...zone, name: name(at) })),
    firewalls: plan.firewalls.map((firewall, at) => ({ ...firewall, name: name(at + 2) })),
    hosts: plan.hosts.map((host, at) => ({ ...host, name: name(at + 3) })),
    requirements: plan.requirements.map((requirement, at) => ({ ...requirement, purpose: name(at) })),
  };
}

/**
 * A plan that follows from its number alone.
 * @param {number} seed
 */
export function randomPlan(seed) {
  let state = (seed * 2654435761 + 12345) % 4294967296;
  const pick = (/** @type {number} */ below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
  const some = (/** @type {readonly string[]} */ list) => list[pick(list.length)] ?? '';
  const zones = ZONES.slice(0, 2 + pick(3));
  const hosts = zones.flatMap((zone, at) =>
    Array.from({ length: 1 + pick(3) }, (_, number) => {
      const base = number * 32 + 16;
      const v4 =
        [`10.${at + 1}.0.${base}`, `10.${at + 1}.0.${base}/28`, `10.${at + 1}.0.${base + 1}-10.${at + 1}.0.${base + 5}`][pick(3)] ?? '';
      const v6 = `2001:db8:${at + 1}::${(base * 16).toString(16)}`;
      return { id: `${zone}${number}`, zone, addresses: [[v4], [v4, v6], [v6]][pick(5) % 3] ?? [v4] };
    }),
  );
  if (pick(2) === 0) hosts.push({ id: 'roaming', zone: 'internet', addresses: [] });
  const ids = hosts.map((host) => host.id);
  const service = () =>
    [
      { protocol: 'tcp', ports: `${1 + pick(60000)}` },
      { protocol: 'tcp', ports: `${100 + pick(50)},${1000 + pick(50)}-${1100 + pick(50)}` },
      { protocol: 'udp', ports: `${1 + pick(60000)}` },
      { protocol: 'udp', ports: `${2000 + pick(20)}-${2040 + pick(20)}` },
      { protocol: 'icmp', icmpType: 8 },
      { protocol: some(['esp', 'gre', 'ah']) },
    ][pick(6)];
  return {
    format: 'portolan.plan',
    version: 1,
    title: `Random ${seed}`,
    zones: [
      { id: 'internet', kind: 'internet' },
      ...zones.map((id, at) => ({ id, cidrs: [`10.${at + 1}.0.0/16`, `2001:db8:${at + 1}::/64`] })),
    ],
    firewalls: [{ id: 'fw' }],
    // A row of zones with one firewall or none between, so that some ways pass several points.
    boundaries: ['internet', ...zones].slice(1).map((zone, at) => ({
      id: `b${at}`,
      between: [at === 0 ? 'internet' : (zones[at - 1] ?? ''), zone],
      ...(pick(2) === 0 ? { firewall: 'fw' } : {}),
    })),
    hosts,
    requirements: Array.from({ length: 3 + pick(8) }, (_, at) => ({
      id: `r${at}`,
      from: [...new Set([some(ids), some(ids)])].map((id) => ({ host: id })),
      to: [...new Set([some(ids), some(ids)])].map((id) => ({ host: id })),
      service: service(),
    })),
  };
}
