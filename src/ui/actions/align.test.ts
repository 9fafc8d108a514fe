import { describe, expect, it } from 'vitest';
import { aligned } from './align.ts';

const at = (id: string, x: number, y: number) => ({ id, box: { x, y, width: 184, height: 60 } });

describe('aligned', () => {
  it('puts left edges in a line, and keeps things off each other', () => {
    expect(aligned([at('a', 40, 0), at('b', 0, 20), at('c', 100, 200)], 'left')).toEqual([
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 0, y: 84 },
      { id: 'c', x: 0, y: 200 },
    ]);
  });

  it('puts top edges in a line', () => {
    expect(aligned([at('a', 0, 12), at('b', 300, 0)], 'top')).toEqual([{ id: 'a', x: 0, y: 0 }]);
  });

  it('spaces evenly between the outermost', () => {
    expect(aligned([at('a', 0, 0), at('b', 200, 40), at('c', 600, 0)], 'across')).toEqual([{ id: 'b', x: 300, y: 40 }]);
  });

  it('makes room where there is none', () => {
    expect(aligned([at('a', 0, 0), at('b', 8, 10)], 'down')).toEqual([{ id: 'b', x: 8, y: 84 }]);
  });
});
