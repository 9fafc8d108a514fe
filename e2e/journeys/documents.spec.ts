import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

test('workbook, archive and CSV leave with the bytes of the command line', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const save = async (act: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: file.suggestedFilename(), path: await file.path() };
  };
  const planFile = await save(() => desk.export('Save as plan file'));
  const folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  const same = async (path: string, format: string, ...options: string[]) => {
    const target = join(folder, `written.${format}`);
    await promisify(execFile)(process.execPath, [
      'scripts/plan.mjs',
      'export',
      planFile.path,
      '--to',
      format,
      '-o',
      target,
      '--force',
      ...options,
    ]);
    return (await readFile(path)).equals(await readFile(target));
  };
  try {
    const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    const workbook = await save(() => desk.export('Rule sheet (Excel)'));
    expect(workbook.name).toBe('tanium-with-a-zone-server.xlsx');
    expect(await same(workbook.path, 'xlsx', '--date', today)).toBe(true);
    const archive = await save(() => desk.export('A sheet per firewall (ZIP)'));
    expect(await same(archive.path, 'zip', '--date', today)).toBe(true);

    await desk.export('Sheet with choices');
    const dialog = page.getByRole('dialog', { name: 'Sheet with choices' });
    await dialog.getByRole('combobox', { name: 'Detail' }).selectOption('Exact lines');
    await dialog.getByRole('combobox', { name: 'For', exact: true }).selectOption('Excel, German: semicolon');
    const csv = await save(() => dialog.getByRole('button', { name: 'Download' }).click());
    expect(csv.name).toBe('tanium-with-a-zone-server-openings-exact.csv');
    expect(await same(csv.path, 'csv', '--detail', 'exact', '--separator', ';', '--bom')).toBe(true);

    await desk.export('Sheet with choices');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('HTML page');
    await dialog.getByRole('switch', { name: 'Plan inside' }).click();
    const html = await save(() => dialog.getByRole('button', { name: 'Download' }).click());
    expect(html.name).toBe('tanium-with-a-zone-server-openings.html');
    expect(await same(html.path, 'html', '--embed-plan')).toBe(true);
    expect(await same(html.path, 'html')).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what a change request asks is written once, at a firewall where it differs, and stands on the sheet', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  await desk.inspector.panel.getByRole('button', { name: 'Change request' }).click();
  await desk.inspector.fill('Ticket', 'CHG-20417');
  await desk.canvas.gate('DMZ to core').click();
  await desk.inspector.panel.getByRole('button', { name: 'Change request' }).click();
  await expect(desk.inspector.field('Ticket')).toHaveAttribute('placeholder', 'CHG-20417');
  await desk.inspector.fill('Owner', 'Network team');
  const [file] = await Promise.all([page.waitForEvent('download'), desk.export('Openings (HTML)')]);
  expect(await readFile(await file.path(), 'utf8')).toContain('<dt>Change ticket</dt><dd>CHG-20417</dd>');
  const [saved] = await Promise.all([page.waitForEvent('download'), desk.export('Save as plan file')]);
  const { request } = JSON.parse(await readFile(await saved.path(), 'utf8'));
  expect(request.plan).toEqual({ ticket: 'CHG-20417' });
  expect(Object.values(request.points)).toEqual([{ owner: 'Network team' }]);
});
