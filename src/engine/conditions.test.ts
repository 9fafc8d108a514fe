import { describe, expect, it } from 'vitest';
import { citedLines, numbersIn } from './catalog-rows.ts';
import { analysisOf, host, type Part, rule, typeOf } from './testing/post.ts';

const SETTINGS = {
  release: { kind: 'version', label: 'Release', default: '1.0' },
  pair: { kind: 'text', label: 'Pair', default: '' },
  extra: { kind: 'flag', label: 'Extra', default: false },
};

/** Whether the rule speaks: a number of flows, or the findings of a condition that is unknown. */
function speaks(when: Part, leaf: Part = {}, hub: Part = {}, zone: Part = {}): number | string[] {
  const { flows, findings } = analysisOf(
    {
      zones: [{ id: 'a', ...zone }, { id: 'b' }],
      hosts: [host('l', 'a', '10.0.0.1', 'leaf', leaf), host('h', 'b', '10.0.1.1', 'hub', hub)],
    },
    { types: ['leaf', 'hub'].map((id) => typeOf(id, { settings: SETTINGS })), rules: [rule('r', { when })] },
  );
  const open = findings.filter(({ code }) => code === 'condition-unknown');
  if (open.length === 0) return flows.length;
  expect(flows).toEqual([]);
  return open.map(({ severity, subjects }) => [severity, ...subjects.map(({ id }) => id)].join(' '));
}

describe('a rule speaks', () => {
  it('from a version on and before another', () => {
    const when = { version: 'release', of: 'from', atLeast: '7.2', before: '7.10' };
    const at = (release: string) => speaks(when, { release });
    expect(['7.1', '7.2', '7.9', '7.10', '8.0'].map(at)).toEqual([0, 1, 1, 0, 0]);
    expect(speaks({ version: 'release', of: 'to', before: '2.0' }, { release: '3.0' })).toBe(1);
    expect(speaks({ version: 'release', of: 'to', atLeast: '2.0' }, { release: '3.0' })).toBe(0);
  });

  it('where both ends say the same, or differ', () => {
    expect(speaks({ same: 'pair' }, { pair: 'x' }, { pair: 'x' })).toBe(1);
    expect(speaks({ same: 'pair' }, { pair: 'x' }, { pair: 'y' })).toBe(0);
    expect(speaks({ differs: 'pair' }, { pair: 'x' }, { pair: 'x' })).toBe(0);
    expect(speaks({ differs: 'pair' }, { pair: 'x' }, { pair: 'y' })).toBe(1);
  });

  it('by the kind of the zone in which an end stands', () => {
    const when = (of: string) => ({ zoneKind: ['dmz'], of });
    expect(speaks(when('from'), {}, {}, { kind: 'dmz' })).toBe(1);
    expect(speaks(when('to'), {}, {}, { kind: 'dmz' })).toBe(0);
    expect(speaks(when('from'))).toBe(0);
  });

  it('where all, any or none of its conditions hold', () => {
    const of = (end: string) => ({ setting: 'extra', of: end, is: [true] });
    const answers = (when: Part) =>
      [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ].map(([leaf, hub]) => speaks(when, { extra: leaf }, { extra: hub }));
    expect(answers({ all: [of('from'), of('to')] })).toEqual([0, 0, 0, 1]);
    expect(answers({ any: [of('from'), of('to')] })).toEqual([0, 1, 1, 1]);
    expect(answers({ not: of('to') })).toEqual([1, 1, 0, 0]);
  });
});

describe('a condition with an unknown part', () => {
  const unknown = { setting: 'extra', of: 'from', is: [true] };
  const no = { setting: 'extra', of: 'to', is: [true] };
  const yes = { not: no };
  const told = (when: Part) => speaks(when, { extra: 'perhaps' });

  it('is unknown where that part decides, an error of a required rule', () => {
    for (const when of [unknown, { not: unknown }, { all: [unknown, yes] }, { all: [yes, unknown] }, { any: [unknown, no] }])
      expect(told(when)).toEqual(['error l-c extra']);
    expect(told({ any: [no, unknown] })).toEqual(['error l-c extra']);
  });

  it('is known where that part cannot matter', () => {
    expect([{ all: [unknown, no] }, { all: [no, unknown] }].map(told)).toEqual([0, 0]);
    expect([{ any: [unknown, yes] }, { any: [yes, unknown] }].map(told)).toEqual([1, 1]);
  });
});

describe('the lines that a citation names', () => {
  const page = { id: 'page', name: 'Page', kind: 'base' } as unknown as Parameters<typeof citedLines>[1];

  it('are single ones, runs and lists, of that page alone', () => {
    const rows = (...list: [string, string][]) =>
      citedLines(
        list.map(([id, row]) => ({ id, row })),
        page,
      );
    expect(rows(['page', 'L70'])).toEqual([70]);
    expect(rows(['page', 'L68-70'])).toEqual([68, 69, 70]);
    expect(rows(['page', 'L68 - L69'])).toEqual([68, 69]);
    expect(rows(['page', 'L52,L81'], ['other', 'L7'], ['page', 'row 3'])).toEqual([52, 81]);
  });

  it('are counted from the first to the last', () => {
    expect(['', '3', '1-4,6', '4-3'].map(numbersIn)).toEqual([[], [3], [1, 2, 3, 4, 6], []]);
  });
});
