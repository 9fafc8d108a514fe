import { describe, expect, it } from 'vitest';
import { analyze } from '../analyze.ts';
import { analysisOf, host, PAIR, type Part, planOf, product, rule, subjectsOf, typeOf } from '../testing/post.ts';

const own = (id: string, from: string, to: string): Part => ({
  id,
  from: [{ host: from }],
  to: [{ host: to }],
  service: { protocol: 'tcp', ports: '22' },
});
const bare = (id: string, zone: string): Part => ({ id, zone, addresses: [`10.0.${zone.charCodeAt(0)}.${id.charCodeAt(0)}`] });

describe('an id used twice', () => {
  it('is an error that names both things, whatever they are', () => {
    const things = {
      zones: [{ id: 'zone' }, { id: 'a' }],
      firewalls: [{ id: 'firewall' }],
      boundaries: [{ id: 'boundary', between: ['a', 'zone'] }],
      hosts: [{ id: 'host', zone: 'a', addresses: [], components: [{ id: 'component', type: 'post/leaf' }] }],
      requirements: [own('requirement', 'host', 'host')],
    };
    for (const kind of ['zone', 'firewall', 'boundary', 'component', 'requirement'])
      expect(
        subjectsOf(analysisOf({ ...things, hosts: [...things.hosts, { id: kind, zone: 'a', addresses: [] }] }), 'id-duplicate'),
      ).toEqual([[`${kind} ${kind}`, `host ${kind}`].sort().join(', ')]);
    expect(subjectsOf(analysisOf({ ...things, hosts: [...things.hosts, ...things.hosts] }), 'id-duplicate')).toEqual([
      'component component, component component',
      'host host, host host',
    ]);
    expect(subjectsOf(analysisOf(things), 'id-duplicate')).toEqual([]);
  });
});

describe('a zone pair that carries a flow', () => {
  const zones = ['a', 'b', 'c'].map((id) => ({ id }));
  const hosts = ['a', 'b', 'c'].map((zone) => bare(`h${zone}`, zone));
  const told = (plan: Part) => {
    const analysis = analysisOf({ zones, hosts, ...plan });
    return ['path-missing', 'path-ambiguous', 'path-over-internet', 'internet-not-connected'].flatMap((code) =>
      analysis.findings
        .filter((each) => each.code === code)
        .map(({ what, subjects }) => `${code} ${subjects.map(({ id }) => id)} ${/(\d+) flows|a flow/.exec(what)?.[0] ?? ''}`.trim()),
    );
  };
  const line = (id: string, ...between: string[]) => ({ id, between });

  it('without a path is reported once, with the number of its flows in both directions', () => {
    const boundaries = [line('ac', 'a', 'c')];
    expect(told({ boundaries })).toEqual([]);
    expect(told({ boundaries, requirements: [own('r', 'ha', 'hb')] })).toEqual(['path-missing a,b a flow']);
    expect(told({ boundaries, requirements: [own('r', 'hb', 'ha'), own('s', 'ha', 'hb'), own('t', 'hc', 'hb')] })).toEqual([
      'path-missing a,b 2 flows',
      'path-missing b,c a flow',
    ]);
    expect(told({ boundaries, requirements: [own('r', 'ha', 'hb')], waivers: [{ rule: 'requirement/r' }] })).toEqual([]);
  });

  it('with two paths that differ in nothing but ids is ambiguous; without a flow it is not', () => {
    const boundaries = [line('one', 'a', 'b'), line('two', 'a', 'b')];
    expect(told({ boundaries })).toEqual([]);
    expect(told({ boundaries, requirements: [own('r', 'hb', 'ha')] })).toEqual(['path-ambiguous a,b']);
    expect(told({ boundaries, requirements: [own('r', 'hb', 'ha')], paths: [{ between: ['a', 'b'], via: ['two'] }] })).toEqual([]);
  });

  it('of one zone with two inner boundaries is ambiguous, with one it is not', () => {
    const inside = { hosts: [...hosts, bare('x', 'a')], requirements: [own('r', 'ha', 'x')] };
    expect(told({ ...inside, boundaries: [line('in', 'a', 'a')] })).toEqual([]);
    expect(told({ ...inside, boundaries: [line('in', 'a', 'a'), line('inner', 'a', 'a')] })).toEqual(['path-ambiguous a']);
    expect(told({ hosts: inside.hosts, boundaries: [line('in', 'a', 'a'), line('inner', 'a', 'a')] })).toEqual([]);
    expect(told({ ...inside, boundaries: [] })).toEqual([]);
  });

  it('whose only path leads over the Internet says so', () => {
    const net = [...zones, { id: 'net', name: 'The net', kind: 'internet' }];
    const boundaries = [line('an', 'a', 'net'), line('bn', 'b', 'net')];
    expect(told({ zones: net, boundaries, requirements: [own('r', 'ha', 'hb')] })).toEqual(['path-over-internet a,b,net']);
    expect(
      told({ zones: net, boundaries: [...boundaries, line('ac', 'a', 'c'), line('bc', 'b', 'c')], requirements: [own('r', 'ha', 'hb')] }),
    ).toEqual([]);
    const { findings } = analysisOf({ zones: net, hosts, boundaries, requirements: [own('r', 'ha', 'hb')] });
    expect(findings.find(({ code }) => code === 'path-over-internet')?.what).toContain('The net');
  });

  it('that needs an Internet no drawn boundary reaches is counted in one finding for all', () => {
    const out = (id: string, from: string) => ({ ...own(id, from, from), to: [{ fqdn: 'a.example' }] });
    const boundaries = [line('ab', 'a', 'b')];
    expect(told({ boundaries, requirements: [out('r', 'ha')] })).toEqual(['internet-not-connected internet a flow']);
    expect(told({ boundaries, requirements: [out('r', 'ha'), out('s', 'hb')] })).toEqual(['internet-not-connected internet 2 flows']);
    expect(told({ boundaries, requirements: [out('r', 'ha'), own('s', 'ha', 'hc')] })).toEqual([
      'path-missing a,c a flow',
      'internet-not-connected internet a flow',
    ]);
    expect(told({ boundaries: [...boundaries, line('out', 'b', 'internet')], requirements: [out('r', 'ha'), out('s', 'hc')] })).toEqual([
      'path-missing c,internet a flow',
    ]);
    expect(told({ requirements: [out('r', 'ha')] })).toEqual([]);
  });
});

describe('settings', () => {
  const settings = {
    flag: { kind: 'flag', label: 'Flag', default: false },
    wordy: { kind: 'flag', label: 'Wordy', default: false, defaultWord: 'auto' },
    mode: {
      kind: 'choice',
      label: 'Mode',
      values: [
        { value: 'one', label: 'One' },
        { value: 'two', label: 'Two' },
      ],
      default: 'one',
      defaultWord: 'auto',
    },
    port: { kind: 'port', label: 'Port', default: 1 },
    loose: { kind: 'port', label: 'Loose', random: true, default: 1 },
  };
  const parts = (when?: Part, more: Part = {}) => ({
    types: ['leaf', 'hub'].map((id) => typeOf(id, { settings })),
    rules: [rule('r', { ...(when ? { when } : {}), ...more })],
  });

  it('that are not valid or do not exist are errors that say what is allowed', () => {
    const wrong = { nothing: 1, flag: 'on', wordy: 'yes', mode: 'three', port: 0, loose: 'any' };
    const { findings } = analysisOf({ hosts: [host('l', 'a', '10.0.0.1', 'leaf', wrong)] }, parts());
    expect(
      findings.filter(({ code }) => code === 'setting-invalid').map(({ severity, subjects, next }) => [severity, subjects[1]?.id, next]),
    ).toEqual([
      ['error', 'flag', 'Choose true or false.'],
      ['error', 'loose', 'Choose a port number 1 to 65535, or random.'],
      ['error', 'mode', 'Choose one, two, auto.'],
      ['error', 'nothing', 'Correct the name, or remove the setting.'],
      ['error', 'port', 'Choose a port number 1 to 65535.'],
      ['error', 'wordy', 'Choose true or false or auto.'],
    ]);
  });

  it('that are unknown are asked for once each, with every rule that hangs on them', () => {
    const ask = (setting: string) => rule(`${setting}-rule`, { when: { setting, of: 'from', is: [true] } });
    const { findings } = analysisOf(
      {
        hosts: [
          host('l', 'a', '10.0.0.1', 'leaf', { flag: 'x', wordy: 'x' }),
          host('l2', 'a', '10.0.0.2', 'leaf', { flag: 'x' }),
          PAIR[1],
          host('h2', 'b', '10.0.1.2', 'hub'),
        ],
      },
      {
        ...parts(),
        rules: [
          { ...ask('flag'), id: 'z' },
          { ...ask('flag'), id: 'y' },
          { ...ask('wordy'), id: 'w', need: 'recommended' },
        ],
      },
    );
    const open = findings.filter(({ code }) => code === 'condition-unknown');
    expect(
      open.map(({ severity, subjects, why }) => [severity, subjects.map(({ id }) => id).join(), /: (.*)\. They/.exec(why)?.[1]]),
    ).toEqual(
      [
        ['error', 'l-c,flag', 'post/y, post/z'],
        ['error', 'l2-c,flag', 'post/y, post/z'],
        ['warning', 'l-c,wordy', 'post/w'],
      ].sort(
        (a, b) =>
          open.findIndex(({ subjects }) => subjects.map(({ id }) => id).join() === a[1]) -
          open.findIndex(({ subjects }) => subjects.map(({ id }) => id).join() === b[1]),
      ),
    );
    expect(open[0]?.what).toContain('Flag');
  });
});

describe('a partner without which a component cannot work', () => {
  const parts = (more: Part, rules: Part[] = []) => ({
    types: [typeOf('leaf', { settings: { extra: { kind: 'flag', label: 'Extra', default: false } } }), typeOf('hub', { name: 'Big hub' })],
    rules: [rule('r', more), ...rules],
  });
  const missing = (hosts: Part[], more: Part, rules: Part[] = []) =>
    subjectsOf(analysisOf({ hosts }, parts(more, rules)), 'partner-missing');
  const [leaf, hub] = PAIR as [Part, Part];

  it('is missed on the side that expects it, once per component and partner type', () => {
    expect(missing([leaf], { expects: ['to'] }, [rule('s', { expects: ['to'] })])).toEqual(['component l-c, type post/hub']);
    expect(missing([leaf], { expects: ['from'] })).toEqual([]);
    expect(missing([hub], { expects: ['from'] })).toEqual(['component h-c, type post/leaf']);
    expect(missing([hub], { expects: ['to'] })).toEqual([]);
    expect(missing([leaf], {})).toEqual([]);
    expect(missing(PAIR, { expects: ['from', 'to'] })).toEqual([]);
    expect(missing([leaf, host('l2', 'a', '10.0.0.2', 'leaf')], { expects: ['to'] })).toEqual([
      'component l-c, type post/hub',
      'component l2-c, type post/hub',
    ]);
  });

  it('in another deployment does not count', () =>
    expect(missing([leaf, host('h', 'b', '10.0.1.1', 'hub', {}, { deployment: 'other' })], { expects: ['to'] })).toEqual([
      'component l-c, type post/hub',
    ]));

  it('is not missed where the rule does not speak, or nobody knows', () => {
    const when = { setting: 'extra', of: 'from', is: [true] };
    const with_ = (extra: unknown) => [host('l', 'a', '10.0.0.1', 'leaf', { extra })];
    expect(missing(with_(false), { expects: ['to'], when })).toEqual([]);
    expect(missing(with_(true), { expects: ['to'], when })).toEqual(['component l-c, type post/hub']);
    expect(missing(with_('x'), { expects: ['to'], when })).toEqual([]);
    const option = { expects: ['to'], need: 'optional', option: { setting: 'extra', of: 'from', is: [true] } };
    expect(missing(with_(false), option)).toEqual([]);
    expect(missing(with_(true), option)).toEqual(['component l-c, type post/hub']);
    expect(missing(with_(true), { ...option, when: { not: when } })).toEqual([]);
    expect(missing([leaf], { expects: ['to'], standing: 'withdrawn' })).toEqual([]);
  });

  it('is named as its catalog names it', () =>
    expect(
      analysisOf({ hosts: [leaf] }, parts({ expects: ['to'] }))
        .findings.map(({ what }) => what)
        .join(),
    ).toContain('Big hub is missing for leaf on l'));
});

describe('a component that must stand alone', () => {
  const told = (standsAlone: boolean, ...ids: string[]) =>
    subjectsOf(
      analysisOf(
        { hosts: [{ id: 'l', zone: 'a', components: ids.map((id) => ({ id, type: id.startsWith('h') ? 'post/hub' : 'post/leaf' })) }] },
        { types: [typeOf('leaf', { standsAlone }), typeOf('hub')] },
      ),
      'must-stand-alone',
    );
  it('may share its host with no other', () => {
    expect(told(true, 'x')).toEqual([]);
    expect(told(true, 'x', 'hy')).toEqual(['component x, host l']);
    expect(told(false, 'x', 'hy')).toEqual([]);
  });
});

describe('a catalog', () => {
  it('that changed since the plan was saved is told, one that did not is not', () => {
    const told = (catalogs: Part) => subjectsOf(analyze(planOf({ catalogs }), [product()]), 'catalog-changed');
    expect(told({ post: '2026.10.1' })).toEqual(['catalog post']);
    expect(told({ post: '2026.11.1' })).toEqual([]);
    expect(told({ other: '1' })).toEqual([]);
    expect(told({})).toEqual([]);
  });
});
