import { type Plan, planSchema } from '../src/model/plan.ts';

/**
 * A large plan of the usual shape: server zones in a core, client zones around it, every client of two products, and log sources with their sensors.
 * `components` counts components, `zones` zones; the same arguments give the same plan. `prefix` starts the ids of all clients.
 */
export function campus(components: number, zones: number, prefix = 'pc'): Plan {
  const clientZones = zones - 4;
  const servers = [
    {
      id: 'ts1',
      zone: 'core',
      components: [
        { id: 'ts1-server', type: 'tanium/server' },
        { id: 'ts1-hub', type: 'tanium/zone-server-hub' },
      ],
    },
    { id: 'tm1', zone: 'core', components: [{ id: 'tm1-module', type: 'tanium/module-server' }] },
    { id: 'pg1', zone: 'db', components: [{ id: 'pg1-db', type: 'tanium/database', settings: { engine: 'postgresql' } }] },
    { id: 'zs1', zone: 'dmz', components: [{ id: 'zs1-zone-server', type: 'tanium/zone-server' }] },
    { id: 'tpm1', zone: 'core', components: [{ id: 'tpm1-server', type: 'tpm/server' }] },
    { id: 'usm1', zone: 'core', components: [{ id: 'usm1-server', type: 'usm/server', settings: { vpn: true } }] },
    {
      id: 'ntm1',
      zone: 'core',
      components: [
        { id: 'ntm1-manager', type: 'netwrix/threat-manager' },
        { id: 'ntm1-db', type: 'netwrix/database', settings: { postgres: '18' } },
      ],
    },
    { id: 'ad1', zone: 'core', components: [{ id: 'ad1-directory', type: 'infra/active-directory' }] },
    {
      id: 'con1',
      zone: 'core',
      components: [
        { id: 'con1-tanium', type: 'tanium/console' },
        { id: 'con1-usm', type: 'usm/console' },
      ],
    },
  ];
  const count = servers.reduce((sum, server) => sum + server.components.length, 0);
  const hosts: object[] = servers.map((server, index) => ({
    ...server,
    name: server.id.toUpperCase(),
    addresses: [`10.0.0.${index + 1}`],
  }));
  const links: object[] = [];
  for (let at = 0, left = components - count; left > 0; at += 1) {
    const zone = at % clientZones;
    const number = Math.floor(at / clientZones);
    const id = `${prefix}${zone}-${number}`;
    const sensor = number === 0;
    const types = sensor ? ['usm/sensor'] : number % 3 === 0 ? ['usm/log-source', 'tanium/client'] : ['tanium/client', 'tpm/client'];
    const taken = types.slice(0, left);
    hosts.push({
      id,
      name: id.toUpperCase(),
      zone: `client${zone}`,
      count: sensor ? 1 : 50,
      addresses: [`10.${1 + (zone >> 8)}.${zone & 255}.${number * 2}/31`],
      components: taken.map((type) => ({ id: `${id}-${type.replace('/', '-')}`, type })),
    });
    if (taken.includes('usm/log-source')) links.push({ from: `${id}-usm-log-source`, to: `${prefix}${zone}-0-usm-sensor` });
    left -= taken.length;
  }
  return planSchema.parse({
    format: 'portolan.plan',
    version: 1,
    title: `Campus of ${components} components in ${zones} zones`,
    zones: [
      { id: 'internet', kind: 'internet' },
      { id: 'dmz', kind: 'dmz' },
      { id: 'core', kind: 'internal' },
      { id: 'db', kind: 'restricted', parent: 'core' },
      ...Array.from({ length: clientZones }, (_, index) => ({ id: `client${index}`, kind: 'client' })),
    ],
    firewalls: [{ id: 'fw-core' }, { id: 'fw-edge' }],
    boundaries: [
      { id: 'edge', between: ['internet', 'dmz'], firewall: 'fw-edge' },
      { id: 'inner', between: ['dmz', 'core'], firewall: 'fw-core' },
      { id: 'out', between: ['internet', 'core'], firewall: 'fw-edge' },
      ...Array.from({ length: clientZones }, (_, index) => ({
        id: `lan${index}`,
        between: ['core', `client${index}`],
        firewall: 'fw-core',
      })),
    ],
    hosts,
    links,
  });
}
