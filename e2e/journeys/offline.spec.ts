import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test('after the first visit everything works without a network', async ({ page, context }) => {
  const desk = new Desk(page);
  await page.goto('/');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);
  // A link that was never opened here, and parts of the page that were never loaded before.
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const link = await desk.shareLink();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(desk.title('Tanium with a zone server')).toBeVisible();
  await expect(desk.tables.grid('Openings')).toBeVisible();

  await desk.export('Rule sheet (PDF)');
  const dialog = page.getByRole('dialog', { name: 'Rule sheet as PDF' });
  await dialog.getByRole('button', { name: 'Make PDF' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/KB$/, { timeout: 60_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download' }).click()]);
  expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await desk.export('Firewall configuration');
  await expect(page.getByRole('textbox', { name: /^Preview of / })).toHaveValue(/set rulebase security rules/);
});

test('the page can be installed: manifest, icon and service worker are its own', async ({ page, request }) => {
  await page.goto('/');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(new URL(href ?? '', page.url()).href)).json();
  expect(manifest).toMatchObject({ name: 'Portolan', display: 'standalone', start_url: './' });
  for (const icon of manifest.icons) expect((await request.get(new URL(icon.src, page.url()).href)).ok()).toBe(true);
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(new URL('./', page.url()).href);
});
