import { describe, expect, test } from 'vitest';
import { addZone } from '../model/edits/zones.ts';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { Library, nextRecord } from './library.ts';
import { memoryShelf } from './trial/memory-shelf.ts';

const work = (plan: Plan) => ({ plan, past: [], future: [] });
const withZone = (plan: Plan, id: string) => addZone(plan, { id, kind: 'dmz' });
const zonesOf = async (library: Library, id: string) => (await library.plan(id))?.plan.zones.map((zone) => zone.id);

async function oneKept() {
  const shelf = memoryShelf();
  const library = new Library(shelf);
  const kept = await library.save(null, work(emptyPlan('One')));
  if (!kept) throw new Error('The first write of a plan meets nobody');
  return { shelf, library, kept };
}

describe('a kept plan', () => {
  test('is written by whoever knows its last write, and by nobody else', async () => {
    const { library, kept } = await oneKept();
    const next = await library.save(kept, work(withZone(emptyPlan('One'), 'a')));
    expect(next).toEqual({ id: kept.id, edit: 2 });
    expect(await library.save(kept, work(withZone(emptyPlan('One'), 'b')))).toBeNull();
    expect(await zonesOf(library, kept.id)).toEqual(['a']);
  });

  test('of a newer version is neither opened nor written', async () => {
    const { shelf, library, kept } = await oneKept();
    for (const [key, value] of shelf.records) shelf.records.set(key, { ...(value as object), version: 2, strange: true });
    const before = structuredClone([...shelf.records]);
    expect((await library.plans()).map(({ trouble }) => trouble)).toEqual(['newer']);
    expect(await library.plan(kept.id)).toBeNull();
    expect(await library.save(kept, work(emptyPlan()))).toBeNull();
    expect([...shelf.records]).toEqual(before);
  });

  test('passes the gate: a record that holds no plan is not opened', async () => {
    const { shelf, library, kept } = await oneKept();
    const text = '{"format":"portolan.plan","version":1,"zones":[{"id":"~x"}],"hosts":[]}';
    for (const [key, value] of shelf.records) shelf.records.set(key, { ...(value as object), text, size: text.length });
    expect(await library.plan(kept.id)).toBeNull();
  });

  test('is taken away with its revisions, and put back with them', async () => {
    const { library, kept } = await oneKept();
    await library.addRevision(kept.id, emptyPlan('One'), { name: 'First', note: 'n' });
    const removed = await library.remove(kept.id);
    expect([await library.plans(), await library.revisions(kept.id)]).toEqual([[], []]);
    await library.restore(removed);
    expect((await library.plans()).map(({ title }) => title)).toEqual(['One']);
    expect((await library.revisions(kept.id)).map(({ name }) => name)).toEqual(['First']);
  });
});

describe('what a closing page put aside', () => {
  test('is the next write', async () => {
    const { library, kept } = await oneKept();
    await library.bringIn(nextRecord(kept.id, kept, work(withZone(emptyPlan('One'), 'last'))));
    expect(await zonesOf(library, kept.id)).toEqual(['last']);
    expect(await library.plans()).toHaveLength(1);
  });

  test('is a first write where there was none', async () => {
    const library = new Library(memoryShelf());
    await library.bringIn(nextRecord('new', null, work(withZone(emptyPlan(), 'only'))));
    expect(await zonesOf(library, 'new')).toEqual(['only']);
  });

  test('changes nothing where it was written after all', async () => {
    const { library, kept } = await oneKept();
    const last = work(withZone(emptyPlan('One'), 'last'));
    const aside = nextRecord(kept.id, kept, last);
    const written = await library.save(kept, last);
    await library.bringIn(aside);
    expect((await library.plan(kept.id))?.kept).toEqual(written);
    expect(await library.plans()).toHaveLength(1);
  });

  test('is a copy where another tab has written the plan since', async () => {
    const { library, kept } = await oneKept();
    const aside = nextRecord(kept.id, kept, work(withZone(emptyPlan('One'), 'mine')));
    await library.save(kept, work(withZone(emptyPlan('One'), 'theirs')));
    await library.bringIn(aside);
    const plans = await library.plans();
    const zones = await Promise.all(plans.map(({ id }) => zonesOf(library, id)));
    expect(zones.flat().sort()).toEqual(['mine', 'theirs']);
  });

  test('is refused where it is no record', async () => {
    const { library, shelf } = await oneKept();
    const before = structuredClone([...shelf.records]);
    for (const aside of [null, 7, 'x', {}, { version: 1, id: 'a' }]) await library.bringIn(aside);
    expect([...shelf.records]).toEqual(before);
  });
});

test('the two plans of earlier versions of the page are taken over once', async () => {
  const shelf = memoryShelf(
    new Map<string, unknown>([
      ['plan/current', { text: '{"format":"portolan.plan","version":1,"title":"Old","zones":[],"hosts":[]}', title: 'Old', savedAt: 5 }],
      ['plan/former', 'no record'],
    ]),
  );
  const library = new Library(shelf);
  await library.adopt();
  await library.adopt();
  const plans = await library.plans();
  expect(plans.map(({ title, savedAt, trouble }) => [title, savedAt, trouble])).toEqual([['Old', 5, null]]);
  expect((await library.plan(plans[0]?.id ?? ''))?.plan.title).toBe('Old');
  expect([...shelf.records.keys()].filter((key) => /^plan\/(current|former)$/.test(key))).toEqual([]);
});
