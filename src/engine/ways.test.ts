import { describe, expect, it } from 'vitest';
import { analyze } from './analyze.ts';
import { analysisOf, host, PAIR, type Part, planOf, product, rule, subjectsOf, typeOf } from './testing/post.ts';

const own = (id: string, from: string, to: string, more: Part = {}): Part => ({
  id,
  from: [{ host: from }],
  to: [{ host: to }],
  service: { protocol: 'tcp', ports: '22' },
  ...more,
});
const zonesOf = (...ids: string[]) => ids.map((id) => ({ id }));
const in_ = (zone: string): Part => ({ id: `h${zone}`, zone, addresses: [`10.0.${zone.charCodeAt(0)}.1`] });
const way = (plan: Part) =>
  analysisOf({ requirements: [own('r', 'ha', 'hz')], ...plan }).flows.map((flow) =>
    flow.crossings.map(({ boundary }) => boundary).join(' '),
  )[0];
const line = (id: string, from: string, to: string, firewall?: string) => ({ id, between: [from, to], ...(firewall ? { firewall } : {}) });

describe('of several paths', () => {
  const zones = zonesOf('a', 'm', 'n', 'z');
  const hosts = [in_('a'), in_('z')];
  const firewalls = [{ id: 'f' }, { id: 'g' }];
  it('the one with the fewest boundaries is taken, though its ids are larger', () =>
    expect(way({ zones, hosts, boundaries: [line('z9', 'a', 'z'), line('a1', 'a', 'm'), line('a2', 'm', 'z')] })).toBe('z9'));
  it('of equal length the one with the fewest openings', () => {
    const boundaries = [line('a1', 'a', 'm', 'f'), line('a2', 'm', 'z', 'g'), line('b1', 'a', 'n', 'f'), line('b2', 'n', 'z', 'f')];
    expect(way({ zones, hosts, firewalls, boundaries })).toBe('b1 b2');
    expect(way({ zones, hosts, firewalls, boundaries: boundaries.map((each) => ({ ...each, firewall: null })) })).toBe('a1 a2');
  });
  it('of equals the one whose ids come first, read from the end with the smaller id, both ways', () => {
    const boundaries = [line('p', 'a', 'm'), line('b', 'm', 'z'), line('q', 'a', 'n'), line('a', 'n', 'z')];
    expect(way({ zones, hosts, boundaries })).toBe('p b');
    expect(way({ zones, hosts, boundaries, requirements: [own('r', 'hz', 'ha')] })).toBe('b p');
  });
  it('one that does not pass the Internet, however long', () => {
    const boundaries = [line('i1', 'a', 'i'), line('i2', 'i', 'z'), line('x1', 'a', 'm'), line('x2', 'm', 'n'), line('x3', 'n', 'z')];
    expect(way({ zones: [...zones, { id: 'i', kind: 'internet' }], hosts, boundaries })).toBe('x1 x2 x3');
    expect(way({ zones: [...zones, { id: 'i', kind: 'internet' }], hosts, boundaries: boundaries.slice(0, 3) })).toBe('i1 i2');
  });
  it('a firewall passed again after another needs a second opening', () => {
    const boundaries = [line('1', 'a', 'm', 'f'), line('2', 'm', 'n', 'g'), line('3', 'n', 'z', 'f')];
    const { openings } = analysisOf({ zones, hosts, firewalls, boundaries, requirements: [own('r', 'ha', 'hz')] });
    expect(openings.map(({ point, fromZone, toZone }) => `${point.id} ${fromZone} ${toZone}`).sort()).toEqual(['f a m', 'f n z', 'g m n']);
  });
  it('a pin to a zone that does not exist is a lost reference', () => {
    const plan = { zones, hosts, requirements: [own('r', 'ha', 'hz')] };
    expect(subjectsOf(analysisOf({ ...plan, paths: [{ between: ['a', 'gone'], via: [] }] }), 'reference-dangling')).toHaveLength(1);
    expect(
      subjectsOf(
        analysisOf({ ...plan, boundaries: [line('b', 'a', 'z')], paths: [{ between: ['a', 'z'], via: ['gone'] }] }),
        'path-pin-invalid',
      ),
    ).toHaveLength(1);
  });
});

describe('a waiver', () => {
  const plan = (from: unknown, to: unknown = null, rules: Part[] = []) =>
    analysisOf({
      zones: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      hosts: [
        in_('a'),
        in_('b'),
        { id: 'net', zone: 'a', addresses: ['10.9.1.0/24'] },
        { id: 'bare', zone: 'a', addresses: [] },
        { id: 'away', zone: 'c', addresses: ['10.9.1.7'] },
      ],
      requirements: [
        {
          id: 'r',
          from: ['ha', 'net', 'bare', 'away'].map((id) => ({ host: id })),
          to: [{ host: 'hb' }],
          service: { protocol: 'tcp', ports: '22' },
        },
      ],
      waivers: [{ rule: 'requirement/r', from, to, reason: 'Known' }, ...rules],
    });
  const left = (from: unknown, to?: unknown) =>
    plan(from, to)
      .flows.filter(({ waived }) => waived)
      .map(({ from: end }) => end.host)
      .sort();
  it('covers everything, a host, a zone, or the hosts of that zone that lie wholly in a network', () => {
    expect(left(null)).toEqual(['away', 'bare', 'ha', 'net']);
    expect(left({ host: 'ha' })).toEqual(['ha']);
    expect(left({ zone: 'a' })).toEqual(['bare', 'ha', 'net']);
    expect(left({ cidr: '10.9.0.0/16', zone: 'a' })).toEqual(['net']);
    expect(left({ cidr: '10.9.1.0/25', zone: 'a' })).toEqual([]);
    expect(left({ cidr: '10.9.0.0/33', zone: 'a' })).toEqual([]);
    expect(left(null, { host: 'ha' })).toEqual([]);
    expect(left({ host: 'gone' })).toEqual([]);
  });
  it('of several that fit the first in order gives the reason, however they are listed', () => {
    const second = { rule: 'requirement/r', from: { host: 'ha' }, reason: 'Other' };
    const base = { zones: zonesOf('a', 'b'), hosts: [in_('a'), in_('b')], requirements: [own('r', 'ha', 'hb')] };
    const reasons = (waivers: Part[]) => analysisOf({ ...base, waivers }).flows.map(({ waived }) => waived?.reason);
    const list = [{ rule: 'requirement/r', reason: 'Known' }, second];
    expect(reasons(list)).toEqual(reasons(list.toReversed()));
  });
  it('of a required flow names the components, in order; of others it is silent', () => {
    const told = (need: string) =>
      subjectsOf(
        analysisOf(
          { hosts: [...PAIR, host('a2', 'a', '10.0.0.5', 'leaf')], waivers: [{ rule: 'post/r' }] },
          { rules: [rule('r', { need })] },
        ),
        'waiver-of-required',
      );
    expect(told('required')).toEqual(['rule post/r, component a2-c, component h-c, component l-c']);
    expect(told('recommended')).toEqual([]);
  });
});

describe('a dispute', () => {
  const reading = (id: string, ...rules: string[]) => ({ id, says: `Says ${id}.`, rules, sources: [{ id: 'page', row: 'L1' }] });
  const dispute = (id: string, ...readings: Part[]) => ({ id, question: `Which ${id}?`, readings });
  const catalog = product({
    types: [typeOf('leaf'), typeOf('hub'), typeOf('rare')],
    rules: [
      rule('one', { standing: 'disputed' }),
      rule('two', { standing: 'disputed' }),
      rule('far', { from: ['rare'], standing: 'disputed' }),
      rule('gone', { standing: 'withdrawn' }),
    ],
    disputes: [
      dispute('q', reading('first', 'one'), reading('second', 'two')),
      dispute('silent', reading('with', 'far'), reading('without')),
    ],
  });
  const told = (readings: Part = {}) => analyze(planOf({ hosts: PAIR, readings }), [catalog]);
  it('opens what the chosen reading says, the first unless the plan says otherwise', () => {
    const rules = (readings?: Part) => told(readings).flows.map((flow) => flow.rule);
    expect(rules()).toEqual(['post/one']);
    expect(rules({ 'post/q': 'second' })).toEqual(['post/two']);
    expect(rules({ 'post/q': 'unheard' })).toEqual(['post/one']);
  });
  it('is a finding only where a reading opens something here, and says what', () => {
    expect(subjectsOf(told(), 'source-disputed')).toEqual(['dispute post/q']);
    const { what = '', why = '' } = told().findings.find(({ code }) => code === 'source-disputed') ?? {};
    expect(what).toContain('Which q? Chosen: first (page L1): Says first. It holds post/one here.');
    expect(why).toContain('second (page L1): Says second. It holds post/two here.');
    expect(why).not.toContain('first');
  });
  it('or a reading that no catalog knows is reported, in order', () =>
    expect(subjectsOf(told({ 'post/q': 'unheard', 'post/a': 'x', 'post/silent': 'with' }), 'reading-unknown')).toEqual([
      'dispute post/a',
      'dispute post/q',
    ]));
});
