import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NameRules, objectNames } from './names.ts';

const rules: NameRules = { most: 31, also: '_.-', prefix: '' };
const named = (...labels: string[]) => [
  ...objectNames(
    labels.map((label, at) => ({ key: `k${at}`, label })),
    rules,
  ).values(),
];

describe('object names', () => {
  it('are legal, of legal length and each thing has its own, whatever the labels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 40 }),
        fc.constantFrom('', 'pl-', 'a_'),
        (labels, prefix) => {
          const names = objectNames(
            labels.map((label, at) => ({ key: `k${at}`, label })),
            { ...rules, prefix, reserved: ['any'] },
          );
          const written = [...names.values()];
          expect(written).toHaveLength(labels.length);
          for (const name of written) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,30}$/);
          expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(labels.length);
          expect(written).not.toContain('any');
        },
      ),
    );
  });

  it('do not depend on the order of things', () => {
    const things = ['A 1', 'a-1', 'A-1', 'B', ''].map((label, at) => ({ key: `k${at}`, label }));
    const there = objectNames(things, rules);
    const back = objectNames([...things].reverse(), rules);
    for (const { key } of things) expect(back.get(key)).toBe(there.get(key));
  });

  it('are readable', () => {
    expect(named('TANIUM-01', 'Büro Süd', '--evil; rm -rf', '10.0.0.0/8')).toEqual(['TANIUM-01', 'Buro-Sud', 'evil-rm-rf', '10.0.0.0-8']);
  });

  it('tell apart what is called alike, and never take a word that means something', () => {
    const [first = '', second = ''] = named('WEB', 'web');
    expect(first).toMatch(/^WEB-[0-9a-f]{6}$/);
    expect(second).toMatch(/^web-[0-9a-f]{6}$/);
    expect(objectNames([{ key: 'z', label: 'Any' }], { ...rules, reserved: ['any'] }).get('z')).toMatch(/^Any-[0-9a-f]{6}$/);
  });
});
