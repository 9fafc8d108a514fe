import { describe, expect, it } from 'vitest';
import { analysisOf, host, PAIR, rule, typeOf } from './testing/post.ts';

const SETTINGS = {
  port: { kind: 'port', label: 'Port', default: 100 },
  bare: { kind: 'text', label: 'Bare' },
  after: { kind: 'text', label: 'After', default: 'x' },
};
const PARTS = { types: [typeOf('leaf', { settings: SETTINGS }), typeOf('hub')], rules: [rule('r')] };

describe('beside flows and openings', () => {
  it('every setting says what it is, what it would be, and whether the plan changed it; in order', () => {
    const { settings } = analysisOf(
      {
        hosts: [
          host('z', 'a', '10.0.0.2', 'leaf', { port: 101, after: 'x', bare: 'now' }),
          host('l', 'a', '10.0.0.1', 'leaf', { port: 'loud' }),
        ],
      },
      PARTS,
    );
    expect(
      settings.map(({ component, setting, value, default: standard, changed }) => [component, setting, value, standard, changed]),
    ).toEqual([
      ['l-c', 'after', 'x', 'x', false],
      ['l-c', 'bare', null, null, false],
      ['l-c', 'port', null, 100, true],
      ['z-c', 'after', 'x', 'x', false],
      ['z-c', 'bare', 'now', null, true],
      ['z-c', 'port', 101, 100, true],
    ]);
  });

  it('every zone that takes part stands with its kind and parent, the Internet nobody drew among them', () => {
    const { zones } = analysisOf({
      zones: [
        { id: 'vault', name: 'Vault', kind: 'restricted', parent: 'core' },
        { id: 'core', name: 'Core' },
        { id: 'site', filtering: false },
      ],
    });
    expect(zones.map(({ id, name, kind, parent, implicit }) => [id, name, kind, parent, implicit])).toEqual([
      ['core', 'Core', 'internal', null, false],
      ['internet', 'Internet', 'internet', null, true],
      ['vault', 'Vault', 'restricted', 'core', false],
    ]);
  });

  it('every boundary that is drawn or passed stands once, and how many implied ones the first drawn replaces', () => {
    const quick = analysisOf({ hosts: PAIR }, PARTS);
    expect(quick.boundaries.map(({ id, between, drawn }) => [id, between, drawn])).toEqual([['~a|b', ['a', 'b'], false]]);
    expect(quick.impliedAdjacencies).toBe(3);
    const drawn = analysisOf(
      {
        zones: [{ id: 'a' }, { id: 'b', parent: 'c' }, { id: 'c' }],
        hosts: PAIR,
        boundaries: [
          { id: 'w', between: ['c', 'internet'] },
          { id: 'line', between: ['c', 'a'] },
        ],
      },
      PARTS,
    );
    expect(drawn.boundaries.map(({ id, between, drawn: own }) => [id, between, own])).toEqual([
      ['line', ['a', 'c'], true],
      ['w', ['c', 'internet'], true],
      ['~b|c', ['b', 'c'], false],
    ]);
    expect(drawn.impliedAdjacencies).toBe(0);
  });
});
