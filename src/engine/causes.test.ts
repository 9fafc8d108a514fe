import { describe, expect, it } from 'vitest';
import type { PlanChange } from '../model/plan-changes.ts';
import { causesOf } from './causes.ts';
import { analysisOf, host, type Part, rule, typeOf } from './testing/post.ts';

/** a - m - b - c: one firewall guards the first two lines, none the third. A leaf in `a` needs a hub in `c`, and a mirror. */
const analysis = analysisOf(
  {
    zones: ['a', 'm', 'b', 'c', 'beside'].map((id) => ({ id })).concat({ id: 'internet', kind: 'internet' } as never),
    firewalls: [{ id: 'fw' }],
    boundaries: [
      { id: 'am', between: ['a', 'm'], firewall: 'fw' },
      { id: 'mb', between: ['m', 'b'], firewall: 'fw' },
      { id: 'bc', between: ['b', 'c'] },
      { id: 'b-beside', between: ['b', 'beside'] },
      { id: 'out', between: ['b', 'internet'] },
    ],
    hosts: [
      host('l', 'a', '10.0.0.1', 'leaf'),
      host('h', 'c', '10.0.1.1', 'hub'),
      host('old', 'beside', '10.0.2.1', 'leaf'),
      { id: 'pc', zone: 'a', addresses: ['10.0.0.9'] },
      { id: 'srv', zone: 'b', addresses: ['10.0.3.9'] },
    ],
    requirements: [
      { id: 'own', from: [{ host: 'pc' }], to: [{ host: 'srv' }], service: { protocol: 'tcp', ports: '22' } },
      { id: 'name', from: [{ host: 'pc' }], to: [{ fqdn: 'mirror.example.org' }], service: { protocol: 'tcp', ports: '80' } },
    ],
  },
  {
    types: [typeOf('leaf'), typeOf('hub')],
    rules: [rule('r', { standing: 'disputed' })],
  },
);

const openingOf = (ruleId: string, point: string) => {
  const ids = new Set(analysis.flows.filter((flow) => flow.rule === ruleId).map(({ id }) => id));
  const [opening] = analysis.openings.filter((each) => each.point.id === point && each.flows.every((id) => ids.has(id)));
  if (!opening) throw new Error(`no opening for ${ruleId} at ${point}`);
  return opening;
};

const change = (kind: PlanChange['kind'], id: string, part: Part = {}, more: Partial<PlanChange> = {}): PlanChange => ({
  what: 'added',
  kind,
  id,
  host: null,
  fields: [],
  part,
  ...more,
});
const component = (id: string, on: string) => change('component', id, {}, { host: on });
const link = (from: string, to: string) => change('link', `${from} > ${to}`, { from, to });
const waiver = (of: string) => change('waiver', of, { rule: of });
const path = (...between: string[]) => change('path', between.join(), { between });

const AT_FIREWALL = openingOf('post/r', 'fw');
const named = (list: readonly PlanChange[]) => list.map(({ kind, id }) => `${kind} ${id}`);
const causes = (list: readonly PlanChange[], opening = AT_FIREWALL) => named(causesOf(opening, analysis, list));

const ENDS = [component('l-c', 'l'), component('h-c', 'h'), change('host', 'l'), change('host', 'h')];
const DECISIONS = [waiver('post/r'), change('reading', 'post/which'), link('l-c', 'other-c'), link('other-c', 'h-c')];
const SURROUNDINGS = [
  component('other-c', 'l'),
  component('another-c', 'h'),
  change('boundary', 'am'),
  change('boundary', 'mb'),
  change('firewall', 'fw'),
  change('zone', 'a'),
  change('zone', 'm'),
  change('zone', 'c'),
  path('a', 'c'),
];
const NOTHING_TO_DO = [
  component('old-c', 'old'),
  change('host', 'old'),
  change('host', 'pc'),
  change('requirement', 'own'),
  change('requirement', 'r'),
  waiver('post/silent'),
  change('reading', 'other/which'),
  link('old-c', 'other-c'),
  change('boundary', 'bc'),
  change('boundary', 'b-beside'),
  change('firewall', 'fw-other'),
  change('zone', 'beside'),
  path('a', 'beside'),
  path('beside', 'c'),
];

describe('behind a line of a difference', () => {
  it('are its ends first, then decisions about it, then what it passes; each in the order of the changes', () => {
    const told = [...SURROUNDINGS, ...DECISIONS, ...ENDS];
    expect(causes(told)).toEqual(named([...ENDS, ...DECISIONS, ...SURROUNDINGS]));
    const back = (list: readonly PlanChange[]) => list.toReversed();
    expect(causes(back([...ENDS, ...DECISIONS, ...SURROUNDINGS]))).toEqual(
      named([...back(ENDS), ...back(DECISIONS), ...back(SURROUNDINGS)]),
    );
  });

  it('is nothing that only stands beside', () => expect(causes(NOTHING_TO_DO)).toEqual([]));

  it('is no other name, but whatever else changed', () => {
    const field = (name: string) => ({ field: name, old: '1', new: '2' });
    const changed = (...fields: string[]) => [change('host', 'l', {}, { what: 'changed', fields: fields.map(field) })];
    expect(causes(changed('name'))).toEqual([]);
    expect(causes(changed('addresses'))).toEqual(['host l']);
    expect(causes(changed('name', 'zone'))).toEqual(['host l']);
  });

  it('is the requirement it comes from, no reading and no component', () => {
    const own = openingOf('requirement/own', 'fw');
    expect(causes([...NOTHING_TO_DO, ...DECISIONS], own)).toEqual(['host pc', 'requirement own']);
    expect(causes([change('reading', 'requirement/x'), change('host', 'srv')], own)).toEqual(['host srv']);
  });

  it('is for a name on the Internet the host that asks for it, and that host alone', () => {
    const mirror = openingOf('requirement/name', 'fw');
    expect(
      causes([change('host', 'srv'), change('host', 'pc'), change('requirement', 'name'), change('zone', 'internet')], mirror),
    ).toEqual(['host pc', 'requirement name', 'zone internet']);
    const ofComponent = analysisOf(
      { zones: [{ id: 'a' }], hosts: [host('l', 'a', '10.0.0.1', 'leaf')] },
      {
        externals: [{ id: 'depot', name: 'Depot', fqdns: ['depot.example.org'], sources: [{ id: 'page', row: 'L1' }] }],
        rules: [rule('fetch', { to: ['depot'], external: true })],
      },
    );
    const [opening] = ofComponent.openings;
    expect(opening && named(causesOf(opening, ofComponent, [component('l-c', 'l'), component('h-c', 'h')]))).toEqual(['component l-c']);
  });
});
