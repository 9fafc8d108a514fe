import { describe, expect, it } from 'vitest';
import { analysisOf, host, PAIR, type Part, rule, typeOf } from './testing/post.ts';

/** A product of two types whose rules are those of one test. */
const analysis = (rules: Part[], plan: Part, settings: Part = {}) =>
  analysisOf(plan, { types: [typeOf('leaf', { settings }), typeOf('hub', { settings })], rules });

describe('a flow', () => {
  it('says the purpose of its service, else that of its rule', () => {
    const services = [
      { protocol: 'tcp', ports: '443', purpose: 'Reports' },
      { protocol: 'udp', ports: '53' },
    ];
    const { flows } = analysis([rule('r', { services })], { hosts: PAIR });
    expect(flows.map(({ protocol, ports, purpose }) => [protocol, ports, purpose]).sort()).toEqual([
      ['tcp', '443', 'Reports'],
      ['udp', '53', 'Purpose r'],
    ]);
  });

  it('names the type of an ICMP message', () => {
    const { openings } = analysis([rule('r', { services: [{ protocol: 'icmp', icmpType: 8 }] })], { hosts: PAIR });
    expect(openings.map(({ services }) => services)).toEqual([[{ protocol: 'icmp', ports: '', icmpType: 8 }]]);
  });

  it('marks a changed port as a deviation, the default written out not', () => {
    const settings = { port: { kind: 'port', label: 'Port', default: 100 } };
    const rules = [rule('r', { services: [{ protocol: 'tcp', ports: { setting: 'port' } }] })];
    const told = (own: Part) =>
      analysis(rules, { hosts: [PAIR[0], host('h', 'b', '10.0.1.1', 'hub', own)] }, settings).flows.map(({ ports, deviations }) => [
        ports,
        deviations,
      ]);
    expect(told({})).toEqual([['100', []]]);
    expect(told({ port: 100 })).toEqual([['100', []]]);
    expect(told({ port: 101 })).toEqual([['101', [{ component: 'h-c', setting: 'port', default: '100' }]]]);
  });
});

describe('a link', () => {
  const spare = host('h2', 'b', '10.0.1.2', 'hub');
  const hosts = [...PAIR, spare];
  const unused = (links: Part[], rules = [rule('r', {})]) =>
    analysis(rules, { hosts, links })
      .findings.filter(({ code }) => code === 'link-unused')
      .map(({ subjects }) => subjects.map(({ id }) => id));

  it('narrows its owner alone, whichever side opens', () => {
    const pairs = (links: Part[], more: Part = {}) =>
      analysis([rule('r', more)], { hosts: [...hosts, host('l2', 'a', '10.0.0.2', 'leaf')], links })
        .flows.map(({ from, to }) => `${from.component} > ${'component' in to ? to.component : ''}`)
        .sort();
    expect(pairs([{ from: 'l-c', to: 'h-c' }])).toEqual(['l-c > h-c', 'l2-c > h-c', 'l2-c > h2-c']);
    expect(pairs([{ from: 'h-c', to: 'l-c' }])).toEqual(['l-c > h-c', 'l-c > h2-c', 'l2-c > h2-c']);
    expect(pairs([{ from: 'l-c', to: 'h-c' }], { from: ['hub'], to: ['leaf'] })).toEqual(['h-c > l-c', 'h-c > l2-c', 'h2-c > l2-c']);
  });

  it('is used in either direction of flow', () => {
    expect(unused([{ from: 'l-c', to: 'h-c' }])).toEqual([]);
    expect(unused([{ from: 'h-c', to: 'l-c' }])).toEqual([]);
  });

  it('is unused where no rule needs it, and to itself', () => {
    expect(unused([{ from: 'h-c', to: 'h2-c' }])).toEqual([['h-c', 'h2-c']]);
    expect(
      unused([
        { from: 'l-c', to: 'h-c' },
        { from: 'h-c', to: 'h-c' },
      ]),
    ).toEqual([['h-c', 'h-c']]);
    expect(
      unused([
        { from: 'h-c', to: 'h-c' },
        { from: 'h-c', to: 'h-c' },
      ]),
    ).toEqual([['h-c', 'h-c']]);
  });
});

describe('an option', () => {
  const settings = { extra: { kind: 'flag', label: 'Extra', default: false } };
  const rules = [rule('r', { need: 'optional', option: { setting: 'extra', of: 'from', is: [true] } })];
  const told = (hosts: Part[]) => {
    const { flows, offers } = analysis(rules, { hosts }, settings);
    return { flows: flows.length, offers };
  };
  const offer = { rule: 'post/r', component: 'l-c', setting: 'extra', value: true, purpose: 'Purpose r' };

  it('is offered once where both ends are on the canvas, and is no flow', () => {
    expect(told(PAIR)).toEqual({ flows: 0, offers: [offer] });
    expect(told([...PAIR, host('h2', 'b', '10.0.1.2', 'hub')])).toEqual({ flows: 0, offers: [offer] });
    expect(told(PAIR.slice(0, 1))).toEqual({ flows: 0, offers: [] });
  });

  it('that is switched on gives its flow and no offer', () => {
    expect(told([host('l', 'a', '10.0.0.1', 'leaf', { extra: true }), ...PAIR.slice(1)])).toEqual({ flows: 1, offers: [] });
  });
});
