import catalogs from 'virtual:catalogs';
import templates from 'virtual:templates';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { analyze } from '../../engine/analyze.ts';
import type { Opening } from '../../engine/result.ts';
import { planSchema } from '../../model/plan.ts';
import { input, opening } from '../fixtures/hand-made.ts';
import { aerleon } from './aerleon.ts';
import type { FirewallInput } from './style.ts';

const word = z.string().regex(/^[A-Za-z0-9][-_.A-Za-z0-9]*$/);
const token = z.string().regex(/^[-_A-Za-z0-9]+$/);

/** As docs/getting_started.md and aerleon/lib/naming.py have definitions. */
const definitionsSchema = z.strictObject({
  networks: z.record(
    token,
    z.strictObject({
      values: z.array(z.strictObject({ address: z.union([z.cidrv4(), z.cidrv6()]), comment: z.string().optional() })).min(1),
    }),
  ),
  services: z.record(token, z.array(z.strictObject({ port: z.string().regex(/^\d+(?:-\d+)?$/), protocol: z.enum(['tcp', 'udp']) })).min(1)),
});

/** As docs/reference/yaml_reference.md has policies. */
const policySchema = z.strictObject({
  filters: z
    .array(
      z.strictObject({
        header: z.strictObject({
          comment: z.string(),
          targets: z.strictObject({ srx: z.string().regex(/^from-zone [A-Za-z][-_.\w]* to-zone [A-Za-z][-_.\w]*$/) }),
        }),
        terms: z
          .array(
            z.strictObject({
              name: word,
              comment: z.string(),
              'source-address': z.array(token).min(1),
              'destination-address': z.array(token).min(1),
              protocol: word,
              'destination-port': z.array(token).min(1).optional(),
              'icmp-type': z.array(word).min(1).optional(),
              action: z.literal('accept'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

function read(text: string): unknown {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
  return document.toJS();
}

function loaded(given: FirewallInput) {
  const { files, refused } = aerleon.render(given);
  const [first, ...others] = files;
  return {
    refused,
    definitions: definitionsSchema.parse(read(first?.text ?? '')),
    policies: others.map(({ text }) => policySchema.parse(read(text))),
  };
}

const plans = templates.map((template) => planSchema.parse(template));
const one = (more: Partial<Opening>, zones: Partial<Parameters<typeof input>[0]> = {}) =>
  loaded({ ...input({ openings: [opening('o1', more)], ...zones }), date: null, remove: false });

describe('the Aerleon policy', () => {
  it.each(plans.map((plan) => ({ title: plan.title, plan })))('is YAML of the documented shape, every name defined: $title', ({ plan }) => {
    const { definitions, policies } = loaded({ plan, analysis: analyze(plan, catalogs), date: null, remove: false });
    const terms = policies.flatMap(({ filters }) => filters.flatMap((filter) => filter.terms));
    for (const term of terms) {
      for (const name of [...term['source-address'], ...term['destination-address']]) expect(definitions.networks).toHaveProperty([name]);
      for (const name of term['destination-port'] ?? []) expect(definitions.services).toHaveProperty([name]);
      expect(term['destination-port'] !== undefined).toBe(term.protocol === 'tcp' || term.protocol === 'udp');
    }
    expect(new Set(terms.map((term) => term.name)).size).toBe(terms.length);
  });

  it('is refused by parser or schema once broken', () => {
    const { files } = aerleon.render({ ...input({ openings: [opening('o1')] }), date: null, remove: false });
    const policy = files[1]?.text ?? '';
    policySchema.parse(read(policy));
    for (const broken of [policy.replace('comment: "', 'comment: ""'), policy.replace('action: "accept"', 'action: "deny"')]) {
      expect(broken).not.toBe(policy);
      expect(() => policySchema.parse(read(broken))).toThrow();
    }
  });

  it('keeps families and protocols in terms of their own', () => {
    const { definitions, policies } = one({
      sources: [{ host: 'a', addresses: ['10.0.0.1-10.0.0.2', '2001:db8::1'] }],
      destinations: [{ host: 'b', addresses: ['10.1.0.0/24', '2001:db8:1::/64'] }],
      services: [
        { protocol: 'tcp', ports: '443,8000-8010', icmpType: null },
        { protocol: 'icmp', ports: '', icmpType: 8 },
        { protocol: 'gre', ports: '', icmpType: null },
      ],
    });
    expect(definitions.networks['PL_A-01']?.values.map((value) => value.address)).toEqual(['10.0.0.1/32', '10.0.0.2/32']);
    const terms = policies.flatMap(({ filters }) => filters.flatMap((filter) => filter.terms));
    expect(terms.map((term) => [term.name, term.protocol, term['destination-port'] ?? term['icmp-type'] ?? null])).toEqual([
      ['pl-o1-4-tcp', 'tcp', ['PL_TCP_443', 'PL_TCP_8000-8010']],
      ['pl-o1-4-icmp', 'icmp', ['echo-request']],
      ['pl-o1-4-p47', 'gre', null],
      ['pl-o1-6-tcp', 'tcp', ['PL_TCP_443', 'PL_TCP_8000-8010']],
      ['pl-o1-6-icmp', 'icmpv6', ['echo-request']],
      ['pl-o1-6-p47', 'gre', null],
    ]);
  });

  it('refuses names of the Internet, protocols and ICMP types it has no word for, by line', () => {
    const { refused, policies } = one({
      destinations: [
        { external: null, fqdns: ['www.example.org'] },
        { host: 'b', addresses: ['10.1.0.1'] },
      ],
      services: [
        { protocol: 'icmp', ports: '', icmpType: 40 },
        { protocol: 'icmp', ports: '', icmpType: 8 },
        { protocol: 99, ports: '', icmpType: null },
      ],
    });
    expect(refused.map(({ line, what }) => `${line} ${what}`)).toEqual([
      'o1 destination www.example.org',
      'o1 IP protocol 99',
      'o1 icmp type 40',
    ]);
    expect(policies[0]?.filters[0]?.terms).toHaveLength(1);
  });

  it('never lets a zone that starts with a digit become another zone', () => {
    const zone = (id: string, name: string) => ({ id, name, kind: 'internal' as const, parent: null, implicit: false });
    const { policies } = one(
      {},
      {
        zones: [zone('core', '1x'), zone('dmz', 'z-1x')],
      },
    );
    expect(policies[0]?.filters[0]?.header.targets.srx).toBe('from-zone z-z-1x to-zone z-1x');
  });
});
