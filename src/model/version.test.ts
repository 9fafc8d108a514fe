import { describe, expect, it } from 'vitest';
import { compareVersions, isVersion } from './version.ts';

describe('versions', () => {
  it.each(['5', '5.8', '5.6.5', '7.4.3.1204', '19c', '6.0-rc1', '5.8.11+b2'])('reads %s', (text) => expect(isVersion(text)).toBe(true));
  it.each(['', 'x', '5.x', '5.', '.5', '5..8', '5 8', 'v5', `5${'.1'.repeat(40)}`])('refuses %j', (text) =>
    expect(isVersion(text)).toBe(false),
  );

  // A pattern that backtracks would not come back from this one.
  it('refuses a hostile text', () => expect(isVersion(`5${'a'.repeat(60)}!`)).toBe(false));

  it.each([
    ['5.6.4', '5.6.5'],
    ['5.6.5', '5.8'],
    ['5.9', '5.10'],
    ['6.0-rc1', '6.0'],
  ])('%s is older than %s', (a, b) => {
    expect(compareVersions(a, b)).toBeLessThan(0);
    expect(compareVersions(b, a)).toBeGreaterThan(0);
  });

  it('counts a missing part as 0', () => expect(compareVersions('5.8', '5.8.0')).toBe(0));
});
