import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { exportedDocument, saved } from '../pages/files.ts';

test('the rule sheet is made as a PDF with the bytes of the command line', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const planFile = await saved(page, () => desk.export('Save as plan file'));

  await desk.export('Rule sheet (PDF)');
  const dialog = page.getByRole('dialog', { name: 'Rule sheet as PDF' });
  await dialog.getByLabel('Date').fill('2026-01-31');
  await dialog.getByRole('combobox', { name: 'Paper' }).selectOption('Letter');
  await dialog.getByRole('combobox', { name: 'Orientation' }).selectOption('Portrait');
  await dialog.getByRole('button', { name: 'Make PDF' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/^tanium-with-a-zone-server\.pdf, \d+ KB$/, { timeout: 60_000 });
  const file = await saved(page, () => dialog.getByRole('button', { name: 'Download' }).click());
  const options = ['--date', '2026-01-31', '--paper', 'letter', '--orientation', 'portrait'];
  expect(file.bytes.equals(await exportedDocument(planFile.path, 'pdf', ...options))).toBe(true);
});

test('making a PDF can be cancelled, and begun again', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  await desk.export('Rule sheet (PDF)');
  const dialog = page.getByRole('dialog', { name: 'Rule sheet as PDF' });
  await dialog.getByRole('button', { name: 'Make PDF' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('status')).toHaveText('');
  await dialog.getByRole('button', { name: 'Make PDF' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/KB$/, { timeout: 60_000 });
});

test('a title in Chinese fetches the glyphs it needs and no others, and the PDF is that of the command line', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const slices: string[] = [];
  page.on('request', (request) => {
    const name = /\/((?:han-\d+|hangul)-[^/]*\.js)$/.exec(request.url())?.[1];
    if (name !== undefined) slices.push(name);
  });
  const make = async () => {
    await desk.export('Rule sheet (PDF)');
    const dialog = page.getByRole('dialog', { name: 'Rule sheet as PDF' });
    await dialog.getByLabel('Date').fill('2026-01-31');
    await dialog.getByRole('button', { name: 'Make PDF' }).click();
    await expect(dialog.getByRole('status')).toHaveText(/KB$/, { timeout: 60_000 });
    const file = await saved(page, () => dialog.getByRole('button', { name: 'Download' }).click());
    await page.keyboard.press('Escape');
    return file.bytes;
  };
  await make();
  expect(slices).toEqual([]);
  await desk.inspector.fill('Title', '防火墙 서울');
  const bytes = await make();
  expect(slices.some((name) => name.startsWith('hangul-'))).toBe(true);
  expect(slices.length).toBeLessThan(5);

  const planFile = await saved(page, () => desk.export('Save as plan file'));
  expect(bytes.equals(await exportedDocument(planFile.path, 'pdf', '--date', '2026-01-31'))).toBe(true);
});
