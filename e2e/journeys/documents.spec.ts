import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { exportedDocument, type SavedFile, saved } from '../pages/files.ts';

test('the sheet leaves as a page of its own that lists every opening', async ({ page, context }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const sheet = await saved(page, () => desk.export('Openings (HTML)'));
  expect(sheet.name).toBe('tanium-with-a-zone-server-openings.html');
  const listed = (await desk.tables.groups('Openings')).reduce((sum, group) => sum + group.rows.length, 0);
  const read = await context.newPage();
  await read.setContent(sheet.bytes.toString());
  await expect(read.getByRole('heading', { level: 1, name: 'Tanium with a zone server' })).toBeVisible();
  const rules = await read.getByRole('table').filter({ hasText: 'From zone' }).locator('tbody tr td:first-child').allTextContents();
  expect(new Set(rules).size).toBe(listed);
});

test('workbook, archive and CSV leave with the bytes of the command line', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const save = (act: () => Promise<void>) => saved(page, act);
  const planFile = await save(() => desk.export('Save as plan file'));
  const same = async ({ bytes }: SavedFile, format: string, ...options: string[]) =>
    bytes.equals(await exportedDocument(planFile.path, format, ...options));
  const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
  const workbook = await save(() => desk.export('Rule sheet (Excel)'));
  expect(workbook.name).toBe('tanium-with-a-zone-server.xlsx');
  expect(await same(workbook, 'xlsx', '--date', today)).toBe(true);
  const archive = await save(() => desk.export('A sheet per firewall (ZIP)'));
  expect(await same(archive, 'zip', '--date', today)).toBe(true);

  await desk.export('Sheet with choices');
  const dialog = page.getByRole('dialog', { name: 'Sheet with choices' });
  await dialog.getByRole('combobox', { name: 'Detail' }).selectOption('Exact lines');
  await dialog.getByRole('combobox', { name: 'For', exact: true }).selectOption('Excel, German: semicolon');
  const csv = await save(() => dialog.getByRole('button', { name: 'Download' }).click());
  expect(csv.name).toBe('tanium-with-a-zone-server-openings-exact.csv');
  expect(await same(csv, 'csv', '--detail', 'exact', '--separator', ';', '--bom')).toBe(true);

  await desk.export('Sheet with choices');
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('HTML page');
  await dialog.getByRole('switch', { name: 'Plan inside' }).click();
  const html = await save(() => dialog.getByRole('button', { name: 'Download' }).click());
  expect(html.name).toBe('tanium-with-a-zone-server-openings.html');
  expect(await same(html, 'html', '--embed-plan')).toBe(true);
  expect(await same(html, 'html')).toBe(false);
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
  const sheet = await saved(page, () => desk.export('Openings (HTML)'));
  expect(sheet.bytes.toString()).toContain('<dt>Change ticket</dt><dd>CHG-20417</dd>');
  const plan = await saved(page, () => desk.export('Save as plan file'));
  const { request } = JSON.parse(plan.bytes.toString());
  expect(request.plan).toEqual({ ticket: 'CHG-20417' });
  expect(Object.values(request.points)).toEqual([{ owner: 'Network team' }]);
});
