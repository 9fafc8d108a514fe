import { describe, expect, it } from 'vitest';
import { distinct } from './distinct.ts';

describe('of several things with one id', () => {
  const few = { id: 'x', ends: ['a'], zone: 'z' };
  const many = { id: 'x', ends: ['b', 'a'], zone: 'y' };
  const turned = { zone: 'y', ends: ['a', 'b'], id: 'x' };

  it('one is kept, whichever was drawn first', () => {
    expect(distinct([few, many])).toEqual(distinct([many, few]));
    expect(distinct([few, many])).toHaveLength(1);
  });

  it('the same one is kept in whatever order its lists and fields stand', () => {
    const kept = distinct([few, many])[0] === few;
    expect(distinct([few, turned])[0] === few).toBe(kept);
  });
});
