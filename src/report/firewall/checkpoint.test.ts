import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Opening } from '../../engine/result.ts';
import { input, opening } from '../fixtures/hand-made.ts';
import { checkpoint } from './checkpoint.ts';

/** Stands in for Check Point's program: notes each call, knows nothing at first, and fails where the test says so. */
const STAND_IN = `#!/bin/sh
{ for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\n'; } >> "$CALLS"
case "$1 $2" in
"add dns-domain") : > "$CALLS$4" ;;
"show dns-domain")
  if [ -n "$WITH_SUBDOMAINS" ]; then echo '{ "is-sub-domain" : true }'; exit 0; fi
  if [ -e "$CALLS$4" ]; then echo '{ "is-sub-domain" : false }'; exit 0; fi ;;
esac
[ "$1" != show ] || exit 1
[ "$1 $2" != "$FAILS" ] || exit 1
`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-checkpoint-'));
  writeFileSync(join(folder, 'mgmt_cli'), STAND_IN);
  chmodSync(join(folder, 'mgmt_cli'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script of the opening as a shell would, and gives its calls without those that only look. */
function run(more: Partial<Opening>, { remove = false, ...environment }: { remove?: boolean; [name: string]: string | boolean } = {}) {
  const { files } = checkpoint.render({ ...input({ openings: [opening('o1', more)] }), date: null, remove });
  const script = join(folder, 'openings.sh');
  const calls = join(folder, 'calls');
  writeFileSync(script, files[0]?.text ?? '');
  writeFileSync(calls, '');
  const { status } = spawnSync('sh', [script], {
    env: {
      PATH: `${folder}:${process.env.PATH}`,
      CALLS: calls,
      LAYER: 'My Layer',
      SESSION: 'id.txt',
      WITH_SUBDOMAINS: '',
      FAILS: '',
      ...environment,
    } as NodeJS.ProcessEnv,
  });
  const made = readFileSync(calls, 'utf8').split('\n').filter(Boolean);
  return { status, calls: made.map((line) => line.split('\0').slice(0, -1)).filter(([verb]) => verb !== 'show') };
}

/** Parameters each command may have, as Check Point's modules name them. */
const PARAMETERS: Readonly<Record<string, RegExp>> = {
  host: /^(?:name|ip-address|comments|ignore-warnings)$/,
  network: /^(?:name|subnet|mask-length|comments|ignore-warnings)$/,
  'address-range': /^(?:name|ip-address-(?:first|last)|comments|ignore-warnings)$/,
  group: /^(?:name|members\.\d+|comments|ignore-warnings)$/,
  'dns-domain': /^(?:name|is-sub-domain|ignore-warnings)$/,
  'service-tcp': /^(?:name|port|match-for-any|ignore-warnings)$/,
  'service-udp': /^(?:name|port|accept-replies|match-for-any|ignore-warnings)$/,
  'service-icmp': /^(?:name|icmp-type|ignore-warnings)$/,
  'service-icmp6': /^(?:name|icmp-type|ignore-warnings)$/,
  'service-other': /^(?:name|ip-protocol|accept-replies|match-for-any|ignore-warnings)$/,
  'access-section': /^(?:layer|position|name)$/,
  'access-rule': /^(?:layer|position\.top|name|(?:source|destination|service)\.\d+|action|comments)$/,
};

const everything: Partial<Opening> = {
  sources: [{ host: 'a', addresses: ['10.0.0.1', '10.2.0.0/16', '10.3.0.1-10.3.0.5', '2001:db8::1'] }],
  destinations: [
    { host: 'b', addresses: ['10.1.0.1', '2001:db8:1::/64'] },
    { external: 'x/y', fqdns: ['www.example.org', 'ftp.example.org'] },
  ],
  services: [
    { protocol: 'tcp', ports: '443,8000-8010', icmpType: null },
    { protocol: 'udp', ports: '53', icmpType: null },
    { protocol: 'icmp', ports: '', icmpType: 8 },
    { protocol: 'esp', ports: '', icmpType: null },
  ],
};

describe('the script for Check Point', () => {
  it('makes every object a rule names before the rule, with known parameters, and publishes at the end', () => {
    const { status, calls } = run(everything);
    expect(status).toBe(0);
    const made = new Set<string>();
    for (const [verb = '', kind = '', ...words] of calls.slice(0, -1)) {
      expect(verb).toBe('add');
      expect(words.slice(-2)).toEqual(['-s', 'id.txt']);
      const pairs = words.slice(0, -2);
      expect(pairs.length % 2).toBe(0);
      for (let at = 0; at < pairs.length; at += 2) {
        const [parameter = '', value = ''] = pairs.slice(at, at + 2);
        expect(parameter).toMatch(PARAMETERS[kind] ?? /never/);
        if (parameter === 'name') made.add(value);
        if (/^(?:members|source|destination|service|position\.top)/.test(parameter)) expect(made).toContain(value);
      }
    }
    expect(calls.at(-1)).toEqual(['publish', '-s', 'id.txt']);
    const rules = calls.filter(([, kind]) => kind === 'access-rule');
    // Each goes above the one before.
    expect(rules.map((words) => words[words.indexOf('name') + 1])).toEqual(['pl-o1-6', 'pl-o1-4']);
  });

  it('names objects by what they hold: another address is another object', () => {
    const name = (address: string) => run({ sources: [{ host: 'a', addresses: [address] }] }).calls[0]?.[3];
    expect(name('10.0.0.1')).toBe(name('10.0.0.1'));
    expect(name('10.0.0.1')).not.toBe(name('10.0.0.2'));
  });

  it('does nothing without a layer', () => {
    const { status, calls } = run(everything, { LAYER: '' });
    expect(status).not.toBe(0);
    expect(calls).toEqual([]);
  });

  it('ends at the first error without publishing', () => {
    const { status, calls } = run(everything, { FAILS: 'add access-section' });
    expect(status).not.toBe(0);
    expect(calls.some(([verb]) => verb === 'publish')).toBe(false);
    expect(calls.some(([, kind]) => kind === 'access-rule')).toBe(false);
  });

  it('never takes a domain object that would open its sub-domains too', () => {
    const { status, calls } = run(everything, { WITH_SUBDOMAINS: 'yes' });
    expect(status).not.toBe(0);
    expect(calls.some(([, kind]) => kind === 'access-rule')).toBe(false);
  });

  it('takes the rules away before what they use, and leaves what others use', () => {
    const { status, calls } = run(everything, { remove: true, FAILS: 'delete host' });
    expect(status).toBe(0);
    expect(calls.map(([verb, kind]) => `${verb} ${kind}`).slice(0, 3)).toEqual([
      'delete access-rule',
      'delete access-rule',
      'delete access-section',
    ]);
    expect(calls.some(([, kind]) => kind === 'dns-domain')).toBe(false);
    expect(calls.at(-1)?.[0]).toBe('publish');
  });

  it('refuses wildcards, which would take in the domain itself', () => {
    const destinations = [{ external: 'x/y', fqdns: ['*.example.org'] }];
    const { refused } = checkpoint.render({ ...input({ openings: [opening('o1', { destinations })] }), date: null, remove: false });
    expect(refused.map(({ line, what }) => [line, what])).toEqual([['o1', 'destination x/y']]);
  });
});
