import { afterEach, describe, expect, it } from 'vitest';
import { forgetColumns, keepColumns, ownColumnsIn } from './column-presets.ts';
import { workspace } from './workspace.ts';

afterEach(() => workspace.setState({ columnPresets: [] }));

describe('own choices of columns', () => {
  it('are kept by name, the newest in place of the one before', () => {
    keepColumns({ name: 'Ours', columns: ['ports', 'remarks'] });
    keepColumns({ name: 'Theirs', columns: ['remarks'] });
    keepColumns({ name: 'Ours', columns: ['remarks'] });
    expect(workspace.getState().columnPresets).toEqual([
      { name: 'Theirs', columns: ['remarks'] },
      { name: 'Ours', columns: ['remarks'] },
    ]);
    forgetColumns('Theirs');
    expect(workspace.getState().columnPresets.map(({ name }) => name)).toEqual(['Ours']);
    for (let at = 0; at < 60; at += 1) keepColumns({ name: `n${at}`, columns: ['remarks'] });
    expect(workspace.getState().columnPresets.length).toBe(50);
  });

  it('come back from what was stored, without what is none of ours', () => {
    const good = { name: 'Ours', columns: ['ports'] };
    const bad = [null, 1, {}, { name: '', columns: ['a'] }, { name: 'x', columns: [] }, { name: 'x', columns: [1] }];
    const long = { name: 'x'.repeat(61), columns: ['a'] };
    expect(ownColumnsIn([...bad, good, long, { name: 'Ours', columns: ['a'] }])).toEqual([good]);
    for (const value of [undefined, null, 'x', {}]) expect(ownColumnsIn(value)).toEqual([]);
  });
});
