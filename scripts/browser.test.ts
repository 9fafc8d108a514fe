import { describe, expect, it } from 'vitest';
import { installedBrowser, obtainBrowser } from './browser.mjs';

type Machine = Parameters<typeof installedBrowser>[0] & {};

/** A machine with these files; `commands` are those that succeed, each with the file it brings. */
function machine(files: string[], commands: Record<string, string> = {}, more: Partial<Machine> = {}): Machine & { ran: string[] } {
  const here = new Set(files);
  const ran: string[] = [];
  return {
    ran,
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    isRoot: false,
    exists: (path) => here.has(path),
    runs: (command, args) => {
      const line = [command, ...args].join(' ');
      ran.push(line);
      const brings = commands[line];
      if (brings !== undefined) here.add(brings);
      return brings !== undefined || (args[0] === '--version' && here.has(command));
    },
    bundled: async () => '/cache/chrome',
    tell: () => undefined,
    ...more,
  };
}

describe('installedBrowser', () => {
  it('takes the one that is named before the one that is found', () => {
    expect(installedBrowser(machine(['/opt/chrome', '/usr/bin/chromium'], {}, { env: { CHROME_PATH: '/opt/chrome' } }))).toBe(
      '/opt/chrome',
    );
    expect(installedBrowser(machine(['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome');
    expect(installedBrowser(machine([]))).toBeNull();
  });

  it('does not quietly take another one than was named', () => {
    expect(() => installedBrowser(machine(['/usr/bin/chromium'], {}, { env: { CHROME_PATH: '/opt/typo' } }))).toThrow('/opt/typo');
  });

  it('looks where macOS keeps applications', () => {
    const path = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(installedBrowser(machine([path], {}, { platform: 'darwin' }))).toBe(path);
  });
});

describe('obtainBrowser', () => {
  it('fetches nothing where a browser is installed, or Playwright has its own', async () => {
    const installed = machine(['/usr/bin/chromium']);
    expect(await obtainBrowser(installed)).toBe('/usr/bin/chromium');
    expect(installed.ran).toEqual(['/usr/bin/chromium --version']);
    const own = machine(['/cache/chrome']);
    expect(await obtainBrowser(own)).toBe('/cache/chrome');
    expect(own.ran).toEqual(['/cache/chrome --version']);
  });

  it('passes over one that does not start, but never over the one that was named', async () => {
    const stub = { runs: (command: string) => command === '/usr/bin/google-chrome' };
    expect(await obtainBrowser(machine(['/usr/bin/chromium', '/usr/bin/google-chrome'], {}, stub))).toBe('/usr/bin/google-chrome');
    const named = machine(['/usr/bin/chromium', '/usr/bin/google-chrome'], {}, { ...stub, env: { CHROME_PATH: '/usr/bin/chromium' } });
    await expect(obtainBrowser(named)).rejects.toThrow('does not start');
  });

  it("fetches Playwright's own", async () => {
    expect(await obtainBrowser(machine([], { 'npx playwright install chromium': '/cache/chrome' }))).toBe('/cache/chrome');
  });

  it("falls back to Debian's package, for root alone", async () => {
    const apt = { 'apt-get --version': '/usr/bin/apt-get', 'apt-get install -y --no-install-recommends chromium': '/usr/bin/chromium' };
    expect(await obtainBrowser(machine([], apt, { isRoot: true }))).toBe('/usr/bin/chromium');
    const user = machine([], apt);
    expect(await obtainBrowser(user)).toBeNull();
    expect(user.ran).toEqual(['npx playwright install chromium']);
  });

  it('gives up where nothing helps', async () => {
    expect(await obtainBrowser(machine([], {}, { isRoot: true }))).toBeNull();
  });
});
