import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileName, planFileName } from './file.ts';

it('makes names from the name and the id', () => {
  expect(fileName('FW-CORE (Zürich)', '2f1c9ad01b')).toBe('fw-core-zurich-2f1c9a');
  expect(fileName('../../etc/passwd', '2f1c9ad01b')).toBe('etc-passwd-2f1c9a');
  expect(fileName('日本', '2f1c9ad01b')).toBe('2f1c9a');
  expect(fileName('a', '~A|B')).not.toBe(fileName('a', '~A|C'));
  expect(planFileName('Endpoint tooling, EMEA')).toBe('endpoint-tooling-emea.plan.json');
  expect(planFileName('NUL')).toBe('plan.plan.json');
  expect(planFileName('')).toBe('plan.plan.json');
});

it('never makes a path or a long name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', minLength: 1 }), (name, id) => {
      expect(fileName(name, id)).toMatch(/^[a-z0-9-]{1,60}$/);
      expect(planFileName(name)).toMatch(/^[a-z0-9-]{1,60}\.plan\.json$/);
    }),
  );
});
