import fc from 'fast-check';
import { expect, it } from 'vitest';
import endpoint from '../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { columnsToJson, isColumns, jsonToColumns } from './columns.ts';

const MOST = 10_000_000;

it('gives every JSON back letter by letter', () => {
  const entry = fc.record({ id: fc.string({ maxLength: 3 }), name: fc.string({ unit: 'binary', maxLength: 3 }) });
  const document = fc.oneof(
    fc.jsonValue(),
    fc.array(entry),
    fc.dictionary(fc.string({ maxLength: 3 }), entry, { minKeys: 3 }),
    fc.array(fc.constantFrom('pc9', 'pc10', 'pc10', 'pc09', 'pc', 'PC9')),
  );
  fc.assert(
    fc.property(document, (value) => {
      const json = JSON.stringify(value);
      const columns = jsonToColumns(json);
      expect(isColumns(columns)).toBe(true);
      expect(columnsToJson(columns, MOST)).toBe(json);
    }),
    { numRuns: 1000, seed: 11 },
  );
  const odd = '{"id":"a","__proto__":{"x":0.1},"ß":["\\ud800","\\n\\t",1e+300,9007199254740991,-9007199254740991]}';
  expect(columnsToJson(jsonToColumns(odd), MOST)).toBe(odd);
});

it('stops at the limit however small the columns of a bomb are', () => {
  const json = JSON.stringify(Array.from({ length: 50_000 }, () => 'a'.repeat(4000)));
  const columns = jsonToColumns(json);
  expect(columns.length).toBeLessThan(110_000);
  expect(columnsToJson(columns, 2_000_000)).toBeNull();
  expect(columnsToJson('c[999999999', MOST)).toBeNull();
});

it('answers null or a JSON text to damaged columns', () => {
  const columns = jsonToColumns(JSON.stringify(endpoint));
  fc.assert(
    fc.property(fc.nat(columns.length), fc.nat(4), fc.string({ maxLength: 3 }), (at, cut, put) => {
      const json = columnsToJson(`c${columns.slice(1, at)}${put}${columns.slice(at + cut)}`, MOST);
      if (json !== null) expect(() => JSON.parse(json)).not.toThrow();
    }),
    { numRuns: 1000, seed: 12 },
  );
});
