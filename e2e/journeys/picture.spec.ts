import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { exportedDocument, saved } from '../pages/files.ts';

test('the topology leaves as a picture: seen before, the same as from the command line, as fine as asked', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const save = (act: () => Promise<void>) => saved(page, act);
  const planFile = await save(() => desk.export('Save as plan file'));
  await desk.export('Picture of the topology');
  const dialog = page.getByRole('dialog', { name: 'Picture of the topology' });
  const preview = dialog.getByRole('img', { name: 'The picture as it will be' });
  await expect(preview).toBeVisible();
  const format = dialog.getByRole('combobox', { name: 'Format' });
  const button = dialog.getByRole('button', { name: 'Download' });

  const written = (kind: string, ...options: string[]) => exportedDocument(planFile.path, kind, ...options);
  await dialog.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  await expect(preview).toBeVisible();
  const svg = await save(() => button.click());
  expect(svg.name).toBe('tanium-with-a-zone-server-topology.svg');
  expect(svg.bytes.equals(await written('svg', '--theme', 'dark'))).toBe(true);
  await format.selectOption({ label: 'draw.io, to edit further' });
  const drawio = await save(() => button.click());
  expect(drawio.bytes.equals(await written('drawio', '--theme', 'dark'))).toBe(true);
  await format.selectOption({ label: 'Mermaid, for wikis' });
  const chart = await save(() => button.click());
  expect(chart.name).toBe('tanium-with-a-zone-server-topology.mmd');
  expect(chart.bytes.toString()).toMatch(/^flowchart LR\n[\s\S]*subgraph z\d+\["DMZ"\][\s\S]*==>\|"tcp 1433"\|/);
  expect(chart.bytes.equals(await written('mermaid'))).toBe(true);

  await format.selectOption({ label: 'PNG, pixels' });
  await dialog.getByRole('combobox', { name: 'Fineness' }).selectOption('3 ×');
  const png = await save(() => button.click());
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString()) ?? [];
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([Number(width) * 3, Number(height) * 3]);
  const headless = await written('png', '--theme', 'dark', '--scale', '3');
  expect([headless.readUInt32BE(16), headless.readUInt32BE(20)]).toEqual([Number(width) * 3, Number(height) * 3]);
});
