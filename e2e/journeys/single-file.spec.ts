import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const FILE = resolve('dist-single/portolan.html');

test.beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/build-single.mjs']);
});

test('one file from disk does everything, and asks nobody for anything', async ({ page, context }) => {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });
  const desk = new Desk(page);
  await page.goto(pathToFileURL(FILE).href);
  await page.getByRole('button', { name: 'Use template: Tanium with a zone server', exact: true }).click();
  await expect(desk.tables.counted('Openings', 8)).toBeVisible();

  await desk.export('Rule sheet (PDF)');
  const dialog = page.getByRole('dialog', { name: 'Rule sheet as PDF' });
  await dialog.getByRole('button', { name: 'Make PDF' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/KB$/, { timeout: 60_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download' }).click()]);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await desk.export('Firewall configuration');
  await expect(page.getByRole('textbox', { name: /^Preview of / })).toHaveValue(/set rulebase security rules/);
  await page.keyboard.press('Escape');

  // What was drawn is there again after the file is opened anew, and its link opens in the same file.
  const link = await desk.shareLink();
  expect(link.startsWith(pathToFileURL(FILE).href)).toBe(true);
  await page.reload();
  await expect(desk.title('Tanium with a zone server')).toBeVisible();
  await expect(desk.tables.counted('Openings', 8)).toBeVisible();
  expect(asked.every((url) => url.startsWith(pathToFileURL(FILE).href))).toBe(true);
});
