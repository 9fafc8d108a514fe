import { describe, expect, it } from 'vitest';
import { catalogSchema } from '../model/catalog.ts';
import { catalogCasesSchema } from '../model/catalog-case.ts';
import { checkCatalogs } from './catalog-check.ts';

type Part = Record<string, unknown>;

const cite = (row: string) => [{ id: 'page', row }];

const rule = (id: string, more: Part = {}): Part => ({
  id,
  purpose: 'Sends something',
  from: ['sender'],
  to: ['receiver'],
  services: [{ protocol: 'tcp', ports: 100 }],
  standing: 'documented',
  sources: cite('L1'),
  ...more,
});

const options = ['plain', 'secure'].map((value) => ({ value, label: value }));
const setting = (more: Part = {}): Part => ({ kind: 'choice', label: 'Mode', values: options, default: 'plain', ...more });
const sender = (settings: Part = {}, more: Part = {}): Part => ({
  id: 'sender',
  name: 'Sender',
  icon: 'box',
  settings: { mode: setting(), extra: { kind: 'flag', label: 'Extra', default: false }, ...settings },
  ...more,
});
const RECEIVER: Part = { id: 'receiver', name: 'Receiver', icon: 'box', settings: { port: { kind: 'port', label: 'Port', default: 100 } } };
const PAGE: Part = { id: 'page', title: 'The page', url: 'https://example.org/', read: '2026-11-01', kind: 'base', lines: '1-2' };

/** A product of one rule, one dispute and a page of two lines; nothing is wrong with it. */
const product = (parts: Part = {}): Part => ({
  product: 'post',
  name: 'Post',
  letters: 'PO',
  version: '2026.11.1',
  description: 'A product made up for this test',
  sources: [PAGE],
  types: [sender(), RECEIVER],
  externals: [{ id: 'depot', name: 'Depot', fqdns: ['*.depot.example.org'], sources: cite('L2') }],
  rules: [rule('send')],
  statements: [{ id: 'note', text: 'A note about it', about: ['send'], sources: cite('L2') }],
  ...parts,
});

const SPEAKS = { rule: 'send', from: 'a-sender', to: 'b-receiver', service: 'tcp 100' };
const PAIR = { a: { runs: { sender: {} } }, b: { runs: { receiver: {} } } };
const CASES: Part[] = [
  { name: 'speaks', hosts: PAIR, speaks: [SPEAKS] },
  { name: 'is silent', hosts: { a: { runs: { sender: {} } } }, silent: ['send'] },
];

function complaints(parts: Part = {}, cases: readonly Part[] = CASES, further: readonly Part[] = []): string[] {
  const catalogs = [product(parts), ...further].map((entry) => catalogSchema.parse(entry));
  return checkCatalogs(catalogs, [{ product: 'post', cases: catalogCasesSchema.parse({ cases }).cases }]).map(
    ({ code, severity, what, subjects }) => `${severity} ${code} ${subjects.map(({ kind, id }) => `${kind} ${id}`)}: ${what}`,
  );
}

/** What is said about a catalog whose references are to be judged, cases aside. */
const lost = (parts: Part) =>
  complaints(parts).flatMap((text) => (text.startsWith('error catalog-reference ') ? text.slice('error catalog-reference '.length) : []));

const withRule = (more: Part) => lost({ rules: [rule('send', more)] });
const when = (condition: Part) => withRule({ when: condition });
const withSettings = (settings: Part, more: Part = {}) => lost({ types: [sender(settings, more), RECEIVER] });
const RULE = 'rule post/send: post/send:';
const TYPE = 'type post/sender: post/sender:';

describe('a catalog', () => {
  it('without defects is not complained about', () => expect(complaints()).toEqual([]));

  it('must have a name of its own', () => {
    const namesake = product({ rules: [], statements: [{ id: 'note', text: 'All of it', sources: cite('L1-2') }] });
    expect(complaints({}, CASES, [namesake])).toContain('error catalog-duplicate catalog post: Two catalogs are called post.');
  });

  it('declares every id once in its list', () =>
    expect(complaints({ types: [sender(), RECEIVER, RECEIVER] })).toEqual([
      'error catalog-duplicate type post/receiver: The type receiver is declared twice.',
    ]));
});

describe('a reference that leads nowhere is reported:', () => {
  it('a source, its row and its lines', () => {
    expect(withRule({ sources: [{ id: 'book', row: 'L1' }] })).toEqual([`${RULE} there is no source book.`]);
    expect(withRule({ sources: cite('top') })).toEqual([`${RULE} the row "top" names no lines; write L70, L68-73 or L52,L81.`]);
    expect(withRule({ sources: cite('L1,L3') })).toEqual([`${RULE} line 3 of page has no content.`]);
    expect(withRule({ services: [{ protocol: 'tcp', ports: 100, sources: cite('L4') }] })).toEqual([
      `${RULE} line 4 of page has no content.`,
    ]);
    const book = { ...PAGE, id: 'book', kind: 'further' };
    expect(lost({ sources: [PAGE, book], rules: [rule('send', { sources: [...cite('L1'), { id: 'book', row: 'Chapter 2' }] })] })).toEqual(
      [],
    );
  });

  it('the types and external services of a rule, and the rules it replaces', () => {
    expect(withRule({ from: ['sender', 'ghost'] })).toEqual([`${RULE} there is no component type ghost.`]);
    expect(withRule({ to: ['receiver', 'depot'] })).toEqual([`${RULE} there is no component type depot.`]);
    expect(withRule({ to: ['depot'], external: true })).toEqual([]);
    expect(withRule({ to: ['receiver'], external: true })).toEqual([`${RULE} there is no external service receiver.`]);
    expect(withRule({ replaces: ['send', 'other'] })).toEqual([`${RULE} there is no rule other.`]);
  });

  it('the settings of a rule', () => {
    const service = (ports: unknown, process: Part = {}) => withRule({ services: [{ protocol: 'tcp', ports, process }] });
    expect(service({ setting: 'port' })).toEqual([]);
    expect(service({ setting: 'port', of: 'from' })).toEqual([`${RULE} sender has no setting port.`]);
    expect(service({ by: 'mode', values: {} })).toEqual([`${RULE} receiver has no setting mode.`]);
    expect(service({ by: 'mode', of: 'from', values: {} })).toEqual([]);
    expect(service(100, { from: { by: 'mode', values: {} } })).toEqual([]);
    expect(service(100, { to: { by: 'mode', values: {} } })).toEqual([`${RULE} receiver has no setting mode.`]);
    expect(service(100, { to: { by: 'mode', of: 'from', values: {} } })).toEqual([]);
    expect(service(100, { from: 'sender.exe' })).toEqual([]);
    const ha = (more: Part) => withRule({ to: ['sender'], pairing: 'peers', ha: more });
    expect(ha({ group: 'mode', role: 'role' })).toEqual([`${RULE} sender has no setting role.`]);
    expect(ha({ group: 'set' })).toEqual([`${RULE} sender has no setting set.`]);
    expect(ha({ members: { setting: 'member', of: 'from', is: [true] } })).toEqual([`${RULE} sender has no setting member.`]);
  });

  it('the option of a rule, which must be off by default', () => {
    const option = (of: string, name: string, is: unknown[], more: Part = {}) =>
      withRule({ need: 'optional', option: { of, setting: name, is }, ...more });
    expect(option('from', 'extra', [true])).toEqual([]);
    expect(option('to', 'extra', [true])).toEqual([`${RULE} receiver has no setting extra.`]);
    expect(option('to', 'extra', [true], { to: ['depot'], external: true })).toEqual([]);
    expect(option('from', 'extra', [false])).toEqual([`${RULE} extra is on by default, so the rule is not optional.`]);
    expect(option('from', 'mode', ['secure', 'odd'])).toEqual([`${RULE} mode never has the value "odd".`]);
  });

  it('the parts of a condition, however deep', () => {
    const mode = (is: string[], of: unknown = 'from') => ({ setting: 'mode', of, is });
    expect(when({ all: [mode(['secure']), { any: [{ not: mode(['loud']) }] }] })).toEqual([`${RULE} mode never has the value "loud".`]);
    expect(when({ any: [mode(['loud'])] })).toEqual([`${RULE} mode never has the value "loud".`]);
    expect(when(mode([''], 'from'))).toEqual([]);
    expect(when(mode(['plain'], 'to'))).toEqual([`${RULE} receiver has no setting mode.`]);
    expect(when(mode(['plain'], { type: 'sender' }))).toEqual([]);
    expect(when(mode(['plain'], { type: 'ghost' }))).toEqual([
      `${RULE} there is no component type ghost.`,
      `${RULE} ghost has no setting mode.`,
    ]);
    expect(when({ version: 'release', of: 'from', before: '2' })).toEqual([`${RULE} sender has no setting release.`]);
    expect(when({ same: 'port' })).toEqual([]);
    expect(when({ same: 'colour' })).toEqual([`${RULE} sender, receiver has no setting colour.`]);
    expect(when({ differs: 'mode' })).toEqual([]);
    expect(when({ differs: 'colour' })).toEqual([`${RULE} sender, receiver has no setting colour.`]);
    expect(when({ type: ['sender', 'ghost'], of: 'from' })).toEqual([`${RULE} there is no component type ghost.`]);
    expect(when({ hostHas: 'ghost', of: 'from' })).toEqual([`${RULE} there is no component type ghost.`]);
    expect(when({ present: 'ghost' })).toEqual([`${RULE} there is no component type ghost.`]);
    expect(when({ sameHost: false })).toEqual([]);
  });

  it('a setting that some types of a side lack simply does not fit there', () =>
    expect(withRule({ from: ['sender', 'receiver'], when: { setting: 'mode', of: 'from', is: ['secure'] } })).toEqual([]));

  it('the types and settings of a type', () => {
    expect(withSettings({}, { actsAs: ['ghost'] })).toEqual([`${TYPE} there is no component type ghost.`]);
    expect(withSettings({}, { mainPort: 'door' })).toEqual([`${TYPE} sender has no setting door.`]);
    expect(withSettings({}, { mainPort: 'mode' })).toEqual([]);
    expect(withSettings({}, { mainPort: 100 })).toEqual([]);
    expect(withSettings({ mode: setting({ sources: cite('L9') }) })).toEqual([`${TYPE} line 9 of page has no content.`]);
    expect(withSettings({ mode: setting({ undecided: 'plain' }) })).toEqual([]);
    expect(withSettings({ mode: setting({ undecided: 'open' }) })).toEqual([`${TYPE} mode has no value open.`]);
  });

  it('the default of a setting', () => {
    const standard = (step: unknown) => withSettings({ mode: setting({ default: step }) });
    expect(standard('loud')).toEqual([`${TYPE} mode cannot be "loud" by default.`]);
    expect(standard('')).toEqual([]);
    expect(standard([{ by: 'extra', values: {} }, 'secure'])).toEqual([]);
    expect(standard({ by: 'colour', values: {} })).toEqual([`${TYPE} sender has no setting colour.`]);
    expect(standard({ linkedTo: { ghost: 'plain' } })).toEqual([`${TYPE} there is no component type ghost.`]);
    expect(standard({ zoneKind: { dmz: 'secure' } })).toEqual([]);
    expect(standard({ follow: 'port', of: ['receiver'] })).toEqual([]);
    expect(standard({ follow: 'mode', of: ['receiver'] })).toEqual([`${TYPE} receiver has no setting mode.`]);
    expect(standard({ follow: 'mode', of: ['ghost'] })).toEqual([`${TYPE} there is no component type ghost.`]);
  });

  it('what external services, disputes and statements name', () => {
    const depot = (more: Part) => lost({ externals: [{ id: 'depot', name: 'Depot', fqdns: [], sources: cite('L2'), ...more }] });
    expect(depot({})).toEqual([]);
    expect(depot({ fqdns: ['a b'] })).toEqual(['external post/depot: post/depot: a b is no domain name.']);
    expect(depot({ sources: cite('L8') })).toEqual(['external post/depot: post/depot: line 8 of page has no content.']);
    const readings = (rules: string[], row = 'L1') =>
      ['one', 'two'].map((id) => ({ id, says: 'It says so', rules: id === 'one' ? ['send'] : rules, sources: cite(row) }));
    const dispute = (rules: string[], row?: string) =>
      lost({ disputes: [{ id: 'who', question: 'Who opens it?', readings: readings(rules, row) }] });
    expect(dispute(['send'])).toEqual([]);
    expect(dispute(['other'])).toEqual(['dispute post/who: post/who: there is no rule other.']);
    expect(dispute(['send'], 'L7')).toEqual(Array(2).fill('dispute post/who: post/who: line 7 of page has no content.'));
    const note = (about: string[], row = 'L2') => lost({ statements: [{ id: 'note', text: 'A note', about, sources: cite(row) }] });
    expect(note(['sender', 'depot', 'send'])).toEqual([]);
    expect(note(['nobody'])).toEqual(['statement post/note: post/note: it speaks about nobody, which the catalog does not have.']);
    expect(note([], 'L2,L5')).toEqual(['statement post/note: post/note: line 5 of page has no content.']);
  });
});

describe('the rows of a page', () => {
  it('are accounted for once each', () => {
    const rows = (unused: Part[], lines = '1-3') => complaints({ sources: [{ ...PAGE, lines, unused }] });
    expect(rows([])).toEqual(['error catalog-row-missing row post L3: L3 of the Post page is accounted for by nothing.']);
    expect(rows([{ lines: '3', reason: 'a heading' }])).toEqual([]);
    expect(rows([{ lines: '1,3', reason: 'a heading' }])).toEqual([
      'error catalog-row-missing row post L1: L1 of the Post page is cited and listed as unused.',
    ]);
  });

  it('are named with their page where there are several', () =>
    expect(complaints({ sources: [PAGE, { ...PAGE, id: 'annex', lines: '5' }] })).toEqual([
      'error catalog-row-missing row post annex L5: annex L5 of the Post page is accounted for by nothing.',
    ]));
});

describe('a standing', () => {
  const dispute = (rules: string[][]) => [
    {
      id: 'who',
      question: 'Who opens it?',
      readings: rules.map((list, index) => ({ id: `r${index}`, says: 'It says so', rules: list, sources: cite('L1') })),
    },
  ];
  const standing = (value: string, rules: string[][]) =>
    complaints({ rules: [rule('send', { standing: value })], disputes: rules.length > 0 ? dispute(rules) : [] });

  it('is disputed exactly where a rule holds under only some readings', () => {
    expect(standing('disputed', [['send'], []])).toEqual([]);
    expect(standing('documented', [['send'], ['send']])).toEqual([]);
    expect(standing('documented', [['send'], []])).toEqual([
      'error catalog-standing rule post/send: post/send holds under only some readings, but is not marked disputed.',
    ]);
    for (const rules of [[], [['send'], ['send']]])
      expect(standing('disputed', rules)).toEqual([
        'error catalog-standing rule post/send: post/send is marked disputed, but no dispute is about it.',
      ]);
  });
});

describe('a case', () => {
  const speaks = (change: Part) => complaints({}, [{ ...CASES[0], speaks: [SPEAKS, { ...SPEAKS, ...change }] }, CASES[1] ?? {}]);
  const failed = (text: string) => [`error catalog-case-failed case post: speaks: Case "speaks": ${text}`];

  it('that expects a flow is kept to its ends, service and scope', () => {
    const none = (from: string, to: string, service: string) => failed(`post/send gives no flow ${from} to ${to}, ${service}.`);
    expect(speaks({ from: 'b-sender' })).toEqual(none('b-sender', 'b-receiver', 'tcp 100'));
    expect(speaks({ to: 'a-receiver' })).toEqual(none('a-sender', 'a-receiver', 'tcp 100'));
    expect(speaks({ service: 'udp 100' })).toEqual(none('a-sender', 'b-receiver', 'udp 100'));
    expect(speaks({ scope: 'same-zone' })).toEqual([]);
    expect(speaks({ scope: 'local' })).toEqual(failed('post/send from a-sender to b-receiver, tcp 100 is same-zone, not local.'));
  });

  it('that expects silence is kept to it', () => {
    expect(complaints({}, [...CASES, { name: 'loud', hosts: PAIR, silent: ['send'] }])).toEqual([
      'error catalog-case-failed case post: loud: Case "loud": post/send gives a flow from a-sender, tcp 100, though it must be silent.',
    ]);
    expect(complaints({}, [...CASES, { name: 'lost', hosts: PAIR, silent: ['other'] }])).toEqual([
      'error catalog-case-failed case post: lost: Case "lost": there is no rule post/other to be silent.',
    ]);
  });

  it('that expects a finding is kept to it', () => {
    const finding = (code: string) => complaints({}, [...CASES, { name: 'told', hosts: { a: { runs: { ghost: {} } } }, findings: [code] }]);
    expect(finding('type-unknown')).toEqual([]);
    expect(finding('zone-cycle')).toEqual([
      'error catalog-case-failed case post: told: Case "told": the finding zone-cycle does not come out.',
    ]);
  });

  it('names external services and ICMP types as people write them', () => {
    const rules = [rule('send', { to: ['depot'], external: true, services: [{ protocol: 'icmp', icmpType: 8 }, { protocol: 'esp' }] })];
    const expects = (service: string) => ({ rule: 'send', from: 'a-sender', to: 'depot', service });
    expect(
      complaints({ rules }, [
        { name: 'speaks', hosts: PAIR, speaks: [expects('icmp type 8'), expects('esp')] },
        { name: 'is silent', hosts: { b: { runs: { receiver: {} } } }, silent: ['send'] },
      ]),
    ).toEqual([]);
  });

  it('is missing where a rule never speaks or is never silent, unless it was taken back', () => {
    const speaking = 'error catalog-case-missing rule post/send: post/send speaks in no case.';
    const silent = 'error catalog-case-missing rule post/send: post/send is silent in no case.';
    expect(complaints({}, CASES.slice(0, 1))).toEqual([silent]);
    expect(complaints({}, CASES.slice(1))).toEqual([speaking]);
    expect(complaints({ rules: [rule('send', { standing: 'withdrawn' })] }, CASES.slice(1))).toEqual([]);
  });
});
