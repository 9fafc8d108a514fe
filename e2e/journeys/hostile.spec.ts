import { truncateSync, writeFileSync } from 'node:fs';
import { PAYLOADS } from '../../bench/hostile/payloads.ts';
import { planWith } from '../../bench/hostile/plan.ts';
import { writePlan } from '../../src/model/write-plan.ts';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test('texts of a plan stay texts, wherever they are shown', async ({ page }) => {
  const desk = new Desk(page);
  for (const payload of PAYLOADS.filter((_, at) => at % 40 === 1)) {
    await page.goto('/');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Control+O');
    await (await chooser).setFiles({
      name: 'x.plan.json',
      mimeType: 'application/json',
      buffer: Buffer.from(writePlan(planWith(payload))),
    });
    await expect(desk.button('Share')).toBeVisible();
    for (const tab of ['Flows', 'Host rules', 'Findings', 'Sources', 'Openings'] as const) await desk.tables.tab(tab).click();
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    const foreign = page.locator(
      'iframe, object, embed, base, form[action], [onerror], [onload], a[href^="javascript" i], img[src^="http"], script:not([src])',
    );
    await expect(foreign).toHaveCount(0);
    expect(await page.evaluate(() => 'HARMED' in window)).toBe(false);
  }
});

test('a file that is far too large is refused unread, and the page goes on', async ({ page }, info) => {
  const desk = new Desk(page);
  const path = info.outputPath('gigabyte.plan.json');
  writeFileSync(path, '{"format":"portolan.plan","version":1,"zones":[],"hosts":[]');
  truncateSync(path, 2 ** 30);
  await page.goto('/');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open a file/ }).click();
  await (await chooser).setFiles(path);
  await expect(desk.notice(/too large/i)).toBeVisible();
  await page.getByRole('button', { name: 'Blank plan', exact: true }).click();
  await expect(desk.button('Share')).toBeVisible();
});
