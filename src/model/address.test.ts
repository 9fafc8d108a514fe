import { describe, expect, it } from 'vitest';
import { contains, overlaps, parseAddressRange } from './address.ts';

const range = (text: string) => {
  const result = parseAddressRange(text);
  if (!result) throw new Error(`${text} is refused`);
  return result;
};

describe('addresses', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['10.0.0.0/24', '10.0.0.0/24'],
    ['10.0.0.5-10.0.0.9', '10.0.0.5-10.0.0.9'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('reads %s as %s', (text, canonical) => expect(range(text).text).toBe(canonical));

  it.each([
    '',
    '10.1',
    '010.1.1.1',
    '10.0.0.300',
    '10.0.0.1/24',
    '10.0.0.0/33',
    '10.0.0.0/024',
    '10.0.0.9-10.0.0.5',
    '10.0.0.1-2001:db8::1',
    'fe80::1%eth0',
    '10.0.0.1 x',
    'host',
  ])('refuses %j', (text) => expect(parseAddressRange(text)).toBeNull());

  it('knows what lies in what', () => {
    expect(contains(range('10.0.0.0/8'), range('10.2.0.0/16'))).toBe(true);
    expect(contains(range('10.2.0.0/16'), range('10.0.0.0/8'))).toBe(false);
    expect(overlaps(range('10.0.0.0/24'), range('10.0.0.255-10.0.1.4'))).toBe(true);
    expect(overlaps(range('0.0.0.0/0'), range('::/0'))).toBe(false);
  });
});
