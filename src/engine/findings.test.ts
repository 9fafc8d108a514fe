import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';
import { type FindingCode, SEVERITIES } from './finding.ts';

type Part = Record<string, unknown>;

const plan = (parts: Part) =>
  planSchema.parse({
    format: 'portolan.plan',
    version: 1,
    zones: [{ id: 'core' }, { id: 'lan', kind: 'client' }, { id: 'internet', kind: 'internet' }],
    hosts: [],
    ...parts,
  });

/** A host with components; each is `type` or `[type, settings, more]`. Component ids are `<host>-<n>`. */
const host = (id: string, zone: string, types: (string | [string, Part, Part?])[], more: Part = {}): Part => ({
  id,
  zone,
  addresses: [`10.0.0.${(id.charCodeAt(id.length - 1) % 200) + 1}`],
  components: types.map((entry, index) => {
    const [type, settings, rest] = typeof entry === 'string' ? [entry, {}, {}] : entry;
    return { id: `${id}-${index}`, type, settings, ...rest };
  }),
  ...more,
});

const server = (id = 'ts', settings: Part = {}) => host(id, 'core', [['tanium/server', settings]]);
const client = (more: Part = {}, settings: Part = {}) => host('pc', 'lan', [['tanium/client', settings]], more);
const own = (from: Part, to: Part, ports = '443'): Part => ({ id: 'own', from: [from], to: [to], service: { protocol: 'tcp', ports } });

/** One plan for each code, and the subjects the finding must name. */
const EXAMPLES: Record<FindingCode, { plan: Part; subjects: string[] }> = {
  'id-duplicate': { plan: { hosts: [host('core', 'core', [])] }, subjects: ['host core', 'zone core'] },
  'reference-dangling': {
    plan: { hosts: [host('a', 'core', [])], links: [{ from: 'x', to: 'x' }] },
    subjects: ['link x > x', 'component x'],
  },
  'zone-cycle': {
    plan: {
      zones: [
        { id: 'a', parent: 'b' },
        { id: 'b', parent: 'a' },
      ],
    },
    subjects: ['zone a', 'zone b'],
  },
  'type-unknown': { plan: { hosts: [host('a', 'core', ['acme/rocket'])] }, subjects: ['component a-0', 'type acme/rocket'] },
  'setting-invalid': { plan: { hosts: [server('ts', { clientPort: '17472' })] }, subjects: ['component ts-0', 'setting clientPort'] },
  'address-invalid': { plan: { hosts: [host('a', 'core', [], { addresses: ['10.1'] })] }, subjects: ['host a'] },
  'path-missing': {
    plan: { hosts: [server(), client()], boundaries: [{ id: 'x', between: ['core', 'internet'] }] },
    subjects: ['zone core', 'zone lan'],
  },
  'internet-not-connected': {
    plan: { hosts: [server()], boundaries: [{ id: 'x', between: ['core', 'lan'] }] },
    subjects: ['zone internet'],
  },
  'plan-too-large': {
    plan: {
      hosts: Array.from({ length: 200 }, (_, n) => host(`s${n}`, n % 2 ? 'core' : 'lan', [])),
      requirements: [
        {
          id: 'own',
          from: Array.from({ length: 100 }, (_, n) => ({ host: `s${n * 2}` })),
          to: Array.from({ length: 100 }, (_, n) => ({ host: `s${n * 2 + 1}` })),
          service: { protocol: 'tcp', ports: Array.from({ length: 21 }, (_, n) => 2 * n + 1).join(',') },
        },
      ],
    },
    subjects: [],
  },
  'condition-unknown': {
    plan: { hosts: [host('nt', 'core', [['netwrix/threat-manager', { siem: 'udp' }]]), host('sy', 'lan', ['infra/syslog-server'])] },
    subjects: ['component nt-0', 'setting siemPort'],
  },
  'partner-missing': { plan: { hosts: [client()] }, subjects: ['component pc-0', 'type tanium/server'] },
  'ha-group-size': { plan: { hosts: [host('s1', 'core', [['sms/server', { haRole: 'primary' }]])] }, subjects: ['component s1-0'] },
  'address-overlap': {
    plan: { hosts: [server(), client({ addresses: ['10.9.0.0/24'] }), host('pr', 'lan', [], { addresses: ['10.9.0.7'] })] },
    subjects: ['host pc', 'host pr'],
  },
  'any-internet-source': {
    plan: { hosts: [host('zs', 'core', ['tanium/zone-server']), host('ro', 'internet', ['tanium/client'], { addresses: [] })] },
    subjects: ['host ro'],
  },
  'waiver-of-required': {
    plan: { hosts: [server(), client()], waivers: [{ rule: 'tanium/client-to-server', reason: 'test' }] },
    subjects: ['rule tanium/client-to-server', 'component pc-0', 'component ts-0'],
  },
  'waiver-unused': { plan: { waivers: [{ rule: 'tanium/nothing' }] }, subjects: ['rule tanium/nothing'] },
  'link-unused': {
    plan: { hosts: [client(), host('sy', 'core', ['infra/syslog-server'])], links: [{ from: 'pc-0', to: 'sy-0' }] },
    subjects: ['component pc-0', 'component sy-0'],
  },
  'link-across-deployments': {
    plan: { hosts: [server(), host('pc', 'lan', [['tanium/client', {}, { deployment: 'other' }]])], links: [{ from: 'pc-0', to: 'ts-0' }] },
    subjects: ['component pc-0', 'component ts-0'],
  },
  'path-ambiguous': {
    plan: {
      hosts: [server(), client()],
      boundaries: [
        { id: '1', between: ['core', 'lan'] },
        { id: '2', between: ['core', 'lan'] },
      ],
    },
    subjects: ['zone core', 'zone lan'],
  },
  'path-over-internet': {
    plan: {
      hosts: [server(), client()],
      boundaries: [
        { id: '1', between: ['core', 'internet'] },
        { id: '2', between: ['internet', 'lan'] },
      ],
    },
    subjects: ['zone core', 'zone lan', 'zone internet'],
  },
  'path-pin-invalid': { plan: { paths: [{ between: ['core', 'lan'], via: [] }] }, subjects: ['zone core', 'zone lan'] },
  'boundary-end-not-a-zone': {
    plan: {
      zones: [{ id: 'core' }, { id: 'row', parent: 'core', filtering: false }, { id: 'lan' }],
      boundaries: [{ id: 'x', between: ['row', 'lan'] }],
    },
    subjects: ['boundary x', 'zone row'],
  },
  'destination-unnamed': { plan: { hosts: [host('sm', 'core', ['sms/server'])] }, subjects: ['external sms/tmc'] },
  'choose-one': {
    plan: { hosts: [host('nt', 'core', ['netwrix/threat-manager', 'netwrix/database'])] },
    subjects: ['component nt-1', 'setting postgres'],
  },
  'reading-unknown': { plan: { readings: { 'tanium/active-active-443': 'rumour' } }, subjects: ['dispute tanium/active-active-443'] },
  'must-stand-alone': { plan: { hosts: [host('a', 'core', ['tanium/idrac', 'tanium/server'])] }, subjects: ['component a-0', 'host a'] },
  'source-disputed': { plan: { hosts: [server('t1'), server('t2')] }, subjects: ['dispute tanium/active-active-443'] },
  'address-missing': { plan: { hosts: [server(), client({ addresses: [] })] }, subjects: ['host pc'] },
  'address-outside-zone': {
    plan: { zones: [{ id: 'core', cidrs: ['10.1.0.0/16'] }], hosts: [host('a', 'core', [], { addresses: ['10.2.0.1'] })] },
    subjects: ['host a', 'zone core'],
  },
  'catalog-changed': { plan: { catalogs: { tanium: '2020.01.1' } }, subjects: ['catalog tanium'] },
};

describe('findings', () => {
  it.each(Object.entries(EXAMPLES))('%s', (code, example) => {
    const { findings } = analyze(plan(example.plan), catalogs);
    const found = findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => finding.subjects.map((subject) => `${subject.kind} ${subject.id}`))).toContainEqual(example.subjects);
    if (code !== 'condition-unknown')
      expect(new Set(found.map((finding) => finding.severity))).toEqual(new Set([SEVERITIES[code as FindingCode]]));
    for (const { what, why, next } of found) for (const words of [what, why, next]) expect(words).toMatch(/[^.][.]$|^The reason given: /s);
  });

  it('are the same whichever of two zones with one id was drawn first', () => {
    const zones = [
      { id: 'core', cidrs: ['10.0.0.0/8'] },
      { id: 'core', cidrs: [] },
    ];
    const told = (list: Part[]) =>
      analyze(plan({ zones: list, hosts: [host('a', 'core', [], { addresses: ['192.0.2.1'] })] }), catalogs).findings;
    expect(told(zones)).toEqual(told(zones.toReversed()));
  });

  it('gives none for an empty plan', () => expect(analyze(plan({}), catalogs).findings).toEqual([]));

  it('opens a plan in which everything that may be missing is missing', () => {
    const bare = plan({
      hosts: [{ id: 'h', components: [{ id: 'c' }] }],
      boundaries: [{ id: 'b' }],
      links: [{}],
      waivers: [{}],
      paths: [{}],
      requirements: [{ id: 'r', service: { protocol: 'icmp', ports: '' } }],
      accepted: [{}],
    });
    const codes = analyze(bare, catalogs).findings.map((finding) => finding.code);
    expect(new Set(codes)).toEqual(new Set(['reference-dangling', 'type-unknown', 'path-pin-invalid', 'waiver-unused']));
  });

  it('reads a choice between ports as text or number', () => {
    const ports = (remoteInstallPort: unknown) =>
      analyze(
        plan({
          hosts: [host('se', 'core', ['usm/sensor']), host('pc', 'lan', [['usm/hids-agent', { os: 'windows', remoteInstallPort }]])],
        }),
        catalogs,
      )
        .flows.filter((flow) => flow.ports === '139' || flow.ports === '445')
        .map((flow) => flow.ports);
    expect(ports('139')).toEqual(['139']);
    expect(ports(139)).toEqual(['139']);
    expect(ports(445)).toEqual(['445']);
  });

  it('cannot order a line whose ends share no address family', () => {
    const orderable = (to: string) =>
      analyze(plan({ hosts: [server('ts'), client({ addresses: [to] })] }), catalogs)
        .openings.filter((opening) => opening.fromZone === 'lan')
        .map((opening) => opening.orderable);
    expect(orderable('10.0.9.1')).toEqual([true]);
    expect(orderable('2001:db8::1')).toEqual([false]);
  });

  it('lets a link to itself narrow nothing', () => {
    const peers = (links: Part[]) =>
      analyze(plan({ hosts: [client(), host('pd', 'lan', ['tanium/client'])], links }), catalogs).flows.filter(
        (flow) => flow.rule === 'tanium/client-peers',
      ).length;
    expect(peers([])).toBe(2);
    expect(peers([{ from: 'pc-0', to: 'pc-0' }])).toBe(2);
  });

  it('calls an open question an error where a required rule hangs on it', () => {
    const severities = (settings: Part) =>
      analyze(plan({ hosts: [server('ts', settings), client()] }), catalogs)
        .findings.filter((finding) => finding.code === 'condition-unknown')
        .map((finding) => finding.severity);
    expect(severities({ clientPort: 0 })).toEqual(['error']);
  });

  it('sets accepted findings apart, but never an error', () => {
    const accepted = [
      {
        code: 'partner-missing',
        subjects: [
          { kind: 'type', id: 'tanium/server' },
          { kind: 'component', id: 'pc-0' },
        ],
        reason: 'the server is elsewhere',
      },
      { code: 'address-invalid', subjects: [{ kind: 'host', id: 'pc' }], reason: 'never mind' },
    ];
    const analysis = analyze(plan({ hosts: [client({ addresses: ['10.1'] })], accepted }), catalogs);
    expect(analysis.findings.map((finding) => finding.code)).toEqual(['address-invalid']);
    expect(analysis.accepted.map((finding) => `${finding.code}: ${finding.reason}`)).toEqual(['partner-missing: the server is elsewhere']);
  });

  it('leaves out a waived flow with its host rules and openings, and keeps it listed', () => {
    const waived = analyze(
      plan({ hosts: [server(), client()], waivers: [{ rule: 'tanium/client-to-server', from: { zone: 'lan' }, reason: 'later' }] }),
      catalogs,
    );
    const flow = waived.flows.find((candidate) => candidate.rule === 'tanium/client-to-server');
    expect(flow?.scope).toBe('crossing');
    expect(flow?.waived).toEqual({ reason: 'later' });
    expect(waived.openings.filter((opening) => opening.fromZone === 'lan')).toEqual([]);
    expect(waived.hosts.find((rules) => rules.host === 'ts')?.inbound).toEqual([]);
  });

  it('matches waivers by host, component, network and name', () => {
    const waives = (ends: Part, requirement = own({ host: 'a' }, { fqdn: 'www.example.org' })) =>
      analyze(
        plan({
          hosts: [host('a', 'core', []), host('b', 'lan', [])],
          requirements: [requirement],
          waivers: [{ rule: 'requirement/own', ...ends }],
        }),
        [],
      ).flows[0]?.waived !== null;
    expect(waives({})).toBe(true);
    expect(waives({ from: { host: 'a' } })).toBe(true);
    expect(waives({ from: { host: 'b' } })).toBe(false);
    expect(waives({ to: { fqdn: 'www.example.org' } })).toBe(true);
    expect(waives({ to: { fqdn: 'example.org' } })).toBe(false);
    expect(waives({ from: { zone: 'core' } })).toBe(true);
    expect(waives({ from: { cidr: '10.0.0.0/8', zone: 'core' } })).toBe(true);
    expect(waives({ from: { cidr: '10.1.0.0/16', zone: 'core' } })).toBe(false);
  });
});
