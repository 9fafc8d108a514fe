import { describe, expect, it } from 'vitest';
import { checkText } from './check.ts';
import { explain, explanationJson, explanationText } from './explain.ts';
import { flow, input, opening } from './fixtures/hand-made.ts';
import { REPORTS, reportFormat } from './formats.ts';

const warning = {
  code: 'link-unused',
  severity: 'warning',
  what: 'A link is not used.',
  why: 'No rule joins its ends.',
  next: 'Remove it.',
  subjects: [{ kind: 'host', id: 'a' }],
} as const;

describe('findings as text', () => {
  it('come gravest first, accepted ones apart, with a count', () => {
    const error = { ...warning, code: 'type-unknown', severity: 'error', what: 'A\u001b[31m type\nis unknown.', subjects: [] } as const;
    expect(checkText(input({ findings: [warning, error], accepted: [{ ...warning, reason: 'known' }] }))).toBe(
      [
        'error type-unknown: A<U+001B>[31m type is unknown.',
        '  why: No rule joins its ends.',
        '  next: Remove it.',
        '',
        'warning link-unused: A link is not used.',
        '  why: No rule joins its ends.',
        '  next: Remove it.',
        '  about: host A-01 (a)',
        '',
        'Accepted:',
        '',
        'warning link-unused: A link is not used.',
        '  why: No rule joins its ends.',
        '  next: Remove it.',
        '  about: host A-01 (a)',
        '  accepted: known',
        '',
        '1 error, 1 warning, 0 infos',
        '',
      ].join('\n'),
    );
  });
});

describe('an explanation', () => {
  const changed = { component: 'b-c', setting: 'hubPort', value: 17473, default: 17472, changed: true };
  const of = input({
    flows: [flow('f1'), flow('f2', { scope: 'local', crossings: [] })],
    openings: [opening('o1')],
    settings: [changed, { ...changed, component: 'other' }],
  });

  it('leads from the opening to flows, rules, settings and sources', () => {
    const found = explain(of, 'o1');
    expect(found && JSON.parse(explanationJson(found))).toMatchObject({
      opening: { id: 'o1' },
      flows: [{ id: 'f1' }],
      rules: [{ id: 'tanium/hub-to-zone-server', settings: [changed] }],
      sources: [{ product: 'tanium', id: 'ports', row: 'L70' }],
    });
    expect(found && explanationText(found, of)).toContain('b-c hubPort = 17473, default 17472');
  });

  it('leads from a flow to its openings', () => {
    const found = explain(of, 'f1');
    expect(found && JSON.parse(explanationJson(found))).toMatchObject({ opening: null, openings: [{ id: 'o1' }], flows: [{ id: 'f1' }] });
    const local = explain(of, 'f2');
    expect(local && explanationText(local, of)).toContain('Passes no enforcement point.');
  });

  it('is none for what is not there', () => {
    expect(explain(of, 'o2')).toBeNull();
  });
});

it('finds formats by their own names only', () => {
  expect(Object.keys(REPORTS)).toEqual(['openings', 'flows', 'hosts', 'check']);
  expect(reportFormat('openings', 'md')?.extension).toBe('md');
  expect(reportFormat('openings', 'constructor')).toBeUndefined();
});
