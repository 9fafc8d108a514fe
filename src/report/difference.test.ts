import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { differenceCsv, differenceJson } from './difference.ts';
import { flow, input, opening } from './fixtures/hand-made.ts';
import { openingRecord } from './json.ts';

const before = input({ openings: [opening('old'), opening('gone')], flows: [flow('f1')] });
const after = input({ openings: [opening('new'), opening('fresh')], flows: [flow('f1')] });
const changed = opening('new', { services: [{ protocol: 'tcp', ports: '8443', icmpType: null }] });
const difference = { add: [opening('fresh')], remove: [opening('gone')], change: [{ old: opening('old'), new: changed }] };

it('says on each line what to do', () => {
  const { data } = Papa.parse<Record<string, string>>(differenceCsv({ before, after, difference }), { header: true, skipEmptyLines: true });
  expect(data.map((line) => [line.action, line.rule_id, line.ports, line.remarks])).toEqual([
    ['add', 'fresh', '443', ''],
    ['change', 'new', '8443', 'replaces old: A-01 to B-01, tcp 443'],
    ['remove', 'gone', '443', ''],
  ]);
});

it('keeps saying first that a changed line cannot be ordered', () => {
  const missing = { ...changed, orderable: false, missing: [{ kind: 'host', id: 'b' }] };
  expect(differenceCsv({ before, after, difference: { add: [], remove: [], change: [{ old: opening('old'), new: missing }] } })).toMatch(
    /"NOT ORDERABLE: no address for host B-01 \(b\); replaces old: /,
  );
});

it('has the shape of the contract as JSON', () => {
  expect(JSON.parse(differenceJson({ before, after, difference }))).toEqual({
    add: [openingRecord(opening('fresh'))],
    remove: [openingRecord(opening('gone'))],
    change: [{ old: openingRecord(opening('old')), new: openingRecord(changed) }],
  });
});
