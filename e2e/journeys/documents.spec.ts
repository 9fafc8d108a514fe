import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test('the sheet leaves as a page of its own that lists every opening, the topology as a flowchart', async ({ page, context }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const save = async (entry: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), desk.export(entry)]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };

  const sheet = await save('Openings (HTML)');
  expect(sheet.name).toBe('tanium-with-a-zone-server-openings.html');
  const listed = (await desk.tables.groups('Openings')).reduce((sum, group) => sum + group.rows.length, 0);
  const read = await context.newPage();
  await read.setContent(sheet.text);
  await expect(read.getByRole('heading', { level: 1, name: 'Tanium with a zone server' })).toBeVisible();
  const rules = await read.getByRole('table').filter({ hasText: 'From zone' }).locator('tbody tr td:first-child').allTextContents();
  expect(new Set(rules).size).toBe(listed);

  const topology = await save('Topology (Mermaid)');
  expect(topology.name).toBe('tanium-with-a-zone-server-topology.mmd');
  expect(topology.text).toMatch(/^flowchart LR\n[\s\S]*subgraph z\d+\["DMZ"\][\s\S]*==>\|"tcp 1433"\|/);
});
