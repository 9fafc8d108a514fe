import { describe, expect, it } from 'vitest';
import { parseAddressRange } from '../../model/address.ts';
import { complement, isWholeFamily, joined, maskText, networksOf, rangesOfFamily, without } from './addresses.ts';

const ranges = (...texts: string[]) => texts.flatMap((text) => parseAddressRange(text) ?? []);
const texts = (list: readonly { readonly text: string }[]) => list.map((range) => range.text);

describe('addresses', () => {
  it('join what overlaps or touches, in the shortest words', () => {
    expect(texts(joined(ranges('10.0.0.128/25', '10.0.0.0/25', '10.2.0.1', '10.2.0.2-10.2.0.4')))).toEqual([
      '10.0.0.0/24',
      '10.2.0.1-10.2.0.4',
    ]);
    expect(texts(joined(ranges('2001:db8::1', '2001:db8::/64')))).toEqual(['2001:db8::/64']);
  });

  it('take away and leave the rest', () => {
    expect(texts(without(ranges('10.0.0.0/24'), ranges('10.0.0.64/26', '10.1.0.0/16'), 4))).toEqual(['10.0.0.0/26', '10.0.0.128/25']);
    expect(texts(complement(complement(ranges('10.0.0.0/8'), 4), 4))).toEqual(['10.0.0.0/8']);
    expect(complement([], 6).every(isWholeFamily)).toBe(true);
    expect(complement(ranges('0.0.0.0/0'), 4)).toEqual([]);
  });

  it('are the fewest networks', () => {
    expect(ranges('10.0.0.5-10.0.0.9').flatMap(networksOf)).toEqual([
      { base: '10.0.0.5', prefix: 32 },
      { base: '10.0.0.6', prefix: 31 },
      { base: '10.0.0.8', prefix: 31 },
    ]);
    expect(ranges('::/0').flatMap(networksOf)).toEqual([{ base: '::', prefix: 0 }]);
  });

  it('leave out what is no address', () => {
    expect(rangesOfFamily(['10.0.0.1', 'accept', '2001:db8::1', '10.0.0.0/33'], 4)).toHaveLength(1);
    expect([maskText(0), maskText(20), maskText(32)]).toEqual(['0.0.0.0', '255.255.240.0', '255.255.255.255']);
  });
});
