import { describe, expect, it } from 'vitest';
import { parseHostList } from './host-list.ts';
import { MAX_TEXT } from './plan.ts';

describe('parseHostList', () => {
  it('reads names and addresses whatever parts them', () => {
    const text = 'WEB-01 10.0.0.1\nWEB-02\t10.0.0.2\t2001:db8::2\r\nFile server;10.0.0.3\n"DB-01","10.0.0.4 10.0.0.5"\n\nBARE';
    expect(parseHostList(text)).toEqual({
      hosts: [
        { name: 'WEB-01', addresses: ['10.0.0.1'] },
        { name: 'WEB-02', addresses: ['10.0.0.2', '2001:db8::2'] },
        { name: 'File server', addresses: ['10.0.0.3'] },
        { name: 'DB-01', addresses: ['10.0.0.4', '10.0.0.5'] },
        { name: 'BARE', addresses: [] },
      ],
      wrong: [],
    });
  });

  it('leaves out the heading of a table, and joins lines of one name', () => {
    expect(parseHostList('Name\tAddress\nA\t10.0.0.1\nA\t10.0.0.2\nA\t10.0.0.1').hosts).toEqual([
      { name: 'A', addresses: ['10.0.0.1', '10.0.0.2'] },
    ]);
  });

  it('says which line cannot be used and why', () => {
    expect(parseHostList(`A 10.0.0.1\nB 10.0.0.300\n10.0.0.7\n;10.0.0.8\n${'x'.repeat(MAX_TEXT + 1)} 10.0.0.9`).wrong).toEqual([
      { line: 2, why: 'address', text: '10.0.0.300' },
      { line: 3, why: 'nameless', text: '' },
      { line: 4, why: 'nameless', text: '' },
      { line: 5, why: 'long', text: '' },
    ]);
  });
});
