import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

/** Two ways from lan to core: direct, or by dmz. */
const analysis = (paths: unknown[]) =>
  analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'core' }, { id: 'dmz', kind: 'dmz' }, { id: 'lan' }],
      boundaries: [
        { id: 'direct', between: ['core', 'lan'] },
        { id: 'one', between: ['core', 'dmz'] },
        { id: 'two', between: ['dmz', 'lan'] },
      ],
      hosts: ['core', 'lan'].map((zone, n) => ({ id: zone[0], zone, addresses: [`10.0.0.${n}`] })),
      requirements: [
        { id: 'there', from: [{ host: 'l' }], to: [{ host: 'c' }], service: { protocol: 'tcp', ports: '443' } },
        { id: 'back', from: [{ host: 'c' }], to: [{ host: 'l' }], service: { protocol: 'tcp', ports: '443' } },
      ],
      paths,
    }),
    [],
  );
const ways = (paths: unknown[]) =>
  analysis(paths)
    .flows.map((flow) => `${flow.rule}: ${flow.crossings.map(({ boundary }) => boundary)}`)
    .sort();

describe('a path', () => {
  it('has the fewest boundaries', () => expect(ways([])).toEqual(['requirement/back: direct', 'requirement/there: direct']));

  it('that is pinned goes there and back the same way, from whichever end it is written', () => {
    const detour = ['requirement/back: one,two', 'requirement/there: two,one'];
    expect(ways([{ between: ['core', 'lan'], via: ['one', 'two'] }])).toEqual(detour);
    expect(ways([{ between: ['lan', 'core'], via: ['two', 'one'] }])).toEqual(detour);
  });

  it('that is pinned twice is the same in whatever order the pins stand', () => {
    const pins = [
      { between: ['core', 'lan'], via: ['one', 'two'] },
      { between: ['core', 'lan'], via: ['direct'] },
    ];
    expect(analysis(pins.toReversed())).toEqual(analysis(pins));
  });

  it('that is pinned where no way leads is not taken, and reported', () => {
    for (const via of [[], ['one']]) {
      const pin = { between: ['core', 'lan'], via };
      expect(ways([pin])).toEqual(['requirement/back: direct', 'requirement/there: direct']);
      expect(analysis([pin]).findings.map(({ code, subjects }) => `${code} ${subjects.map(({ id }) => id)}`)).toEqual([
        'path-pin-invalid core,lan',
      ]);
    }
  });
});
