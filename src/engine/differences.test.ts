import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';
import { compare } from './compare.ts';
import type { Opening, OpeningEnd } from './result.ts';

type Part = Record<string, unknown>;

const need = (id: string, from: string[], to: string[], ports: string, more: Part = {}): Part => ({
  id,
  from: from.map((host) => ({ host })),
  to: to.map((host) => ({ host })),
  service: { protocol: 'tcp', ports },
  purpose: `Purpose ${id}`,
  ...more,
});

/** Three hosts to the left and to the right of a firewall; `bare` has no address. */
const analysis = (requirements: Part[], addresses: Record<string, string> = {}) =>
  analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'left' }, { id: 'right' }],
      firewalls: [{ id: 'fw' }],
      boundaries: [{ id: 'line', between: ['left', 'right'], firewall: 'fw' }],
      hosts: [
        ...['a', 'b', 'c'].map((id, n) => ({ id, zone: 'left', addresses: [addresses[id] ?? `10.0.0.${n}`] })),
        ...['x', 'y', 'z'].map((id, n) => ({ id, zone: 'right', addresses: [addresses[id] ?? `10.1.0.${n}`] })),
        { id: 'bare', zone: 'right', addresses: [] },
      ],
      requirements,
    }),
    [],
  );

const names = (ends: readonly OpeningEnd[]) => ends.map((end) => ('host' in end ? end.host : '?')).join(',');
const text = ({ fromZone, sources, destinations, services, phase }: Opening) =>
  `${fromZone}: ${names(sources)} > ${names(destinations)} ${services.map(({ protocol, ports, icmpType }) => [protocol, ports, icmpType ?? ''].join(' ').trim())} ${phase}`;
const differences = (before: Part[], after: Part[]) => {
  const { add, remove, change } = compare(analysis(before), analysis(after));
  return { add: add.map(text), remove: remove.map(text), change: change.map((each) => `${text(each.old)} -> ${text(each.new)}`) };
};

describe('what is added to a line', () => {
  it('is only the part that is new, with what that part serves', () => {
    const before = [need('one', ['a'], ['x', 'y'], '80,443')];
    const after = [...before, need('two', ['a'], ['x', 'y'], '81', { need: 'recommended' })];
    const { add, remove, change } = compare(analysis(before), analysis(after));
    expect([remove, change]).toEqual([[], []]);
    expect(add.map(text)).toEqual(['left: a > x,y tcp 81 operation']);
    expect(add[0]).toMatchObject({
      need: 'recommended',
      justification: 'Purpose two',
      orderable: true,
      missing: [],
      products: [],
      point: { kind: 'firewall', id: 'fw' },
      fromZone: 'left',
      toZone: 'right',
      crossings: [{ boundary: 'line', fromZone: 'left', toZone: 'right' }],
    });
    expect(add[0]?.flows).toHaveLength(2);
  });

  it('says the strongest need of the flows it serves, and each purpose once', () => {
    const more = [need('two', ['a'], ['x'], '81', { need: 'optional' }), need('three', ['a'], ['x'], '81-82', { purpose: 'Purpose two' })];
    const [line] = compare(analysis([need('one', ['a'], ['x'], '80')]), analysis([need('one', ['a'], ['x'], '80'), ...more])).add;
    expect(line && text(line)).toBe('left: a > x tcp 81-82 operation');
    expect(line).toMatchObject({ need: 'required', justification: 'Purpose two' });
  });

  it('cannot be ordered where one of its own ends lacks an address', () => {
    const base = [need('one', ['a'], ['x', 'bare'], '80')];
    const add = (to: string[]) =>
      compare(analysis(base), analysis([...base, need('two', ['b'], to, '80'), need('three', ['c'], ['x'], '9')])).add;
    const line = (list: readonly Opening[]) => list.find(({ sources }) => names(sources) === 'b');
    expect(line(add(['x', 'bare']))).toMatchObject({ orderable: false, missing: [{ kind: 'host', id: 'bare' }] });
    expect(line(add(['x']))).toMatchObject({ orderable: true, missing: [] });
  });
});

describe('an old and a new line are one change', () => {
  const base = need('one', ['a'], ['x'], '80');

  it('where they share two of sources, destinations and services', () => {
    expect(differences([base], [need('one', ['a'], ['x'], '81')]).change).toEqual([
      'left: a > x tcp 80 operation -> left: a > x tcp 81 operation',
    ]);
    expect(differences([base], [need('one', ['a'], ['y'], '80')]).change).toEqual([
      'left: a > x tcp 80 operation -> left: a > y tcp 80 operation',
    ]);
    expect(differences([base], [need('one', ['b'], ['x'], '80')]).change).toEqual([
      'left: a > x tcp 80 operation -> left: b > x tcp 80 operation',
    ]);
  });

  it('but not where they share one, or stand in another direction', () => {
    expect(differences([base], [need('one', ['a'], ['y'], '81')])).toEqual({
      add: ['left: a > y tcp 81 operation'],
      remove: ['left: a > x tcp 80 operation'],
      change: [],
    });
    expect(differences([base], [need('one', ['x'], ['a'], '80')])).toEqual({
      add: ['right: x > a tcp 80 operation'],
      remove: ['left: a > x tcp 80 operation'],
      change: [],
    });
  });

  it('where only the phase changes', () =>
    expect(differences([base], [{ ...base, phase: 'install' }]).change).toEqual([
      'left: a > x tcp 80 operation -> left: a > x tcp 80 install',
    ]));

  it('and each line is part of one change only', () => {
    const found = differences([base], [need('one', ['a'], ['x'], '81'), need('two', ['b'], ['x'], '80')]);
    expect(found.change).toEqual(['left: a > x tcp 80 operation -> left: a > x tcp 81 operation']);
    expect(found.add).toEqual(['left: b > x tcp 80 operation']);
  });
});

describe('revisions', () => {
  it('differ where an address does, for both directions', () => {
    const plan = [need('one', ['a'], ['x'], '80'), need('two', ['y'], ['b'], '22')];
    const { add, remove, change } = compare(analysis(plan), analysis(plan, { x: '10.1.0.9', y: '10.1.0.8' }));
    expect([add, remove]).toEqual([[], []]);
    expect(change.map(({ old, new: now }) => [old.destinations, old.sources, now.destinations, now.sources].flat().length)).toEqual([4, 4]);
  });

  it('do not differ by the cut of permits into lines', () =>
    expect(
      differences(
        [need('one', ['a', 'b'], ['x'], '80-90')],
        [need('one', ['a'], ['x'], '80-90'), need('two', ['b'], ['x'], '80-85'), need('three', ['b'], ['x'], '86-90')],
      ),
    ).toEqual({
      add: [],
      remove: [],
      change: [],
    }));

  it('differ by types of ICMP and protocols without ports', () => {
    const icmp = (icmpType?: number) => [need('one', ['a'], ['x'], '', { service: { protocol: 'icmp', icmpType } })];
    expect(differences(icmp(8), icmp(13)).change).toEqual(['left: a > x icmp  8 operation -> left: a > x icmp  13 operation']);
    expect(differences([], icmp()).add).toEqual(['left: a > x icmp operation']);
    const esp = [need('one', ['a'], ['x'], '', { service: { protocol: 'esp' } })];
    expect(differences([], esp).add).toEqual(['left: a > x esp operation']);
    expect(differences(esp, esp)).toEqual({ add: [], remove: [], change: [] });
  });
});
