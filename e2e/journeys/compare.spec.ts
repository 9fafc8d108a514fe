import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

const EXAMPLE = join(import.meta.dirname, '../../src/model/fixtures/endpoint-tooling.plan.json');

/** The plan of the example with changes made to its text, opened as a file. */
async function openExample(page: Page, change: (text: string) => string = (text) => text): Promise<void> {
  const content = change(await readFile(EXAMPLE, 'utf8'));
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a file', exact: true }).click();
  await (await choosing).setFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}

const line = (page: Page, ...texts: string[]) =>
  page.getByRole('grid', { name: 'Delta' }).getByRole('row', { name: new RegExp(texts.join('.*')) });

test('what lies between a revision and now is marked on the canvas, listed, and exported with removals', async ({ page }) => {
  const desk = new Desk(page);
  await page.goto('/');
  await openExample(page);
  await expect(desk.tables.grid('Openings')).toBeVisible();
  await desk.keepRevision('Before');
  await desk.canvas.host('PG-01').click({ position: { x: 60, y: 12 } });
  await page.keyboard.press('Delete');
  await desk.canvas.host('TANIUM-01').click({ position: { x: 60, y: 12 } });
  await desk.inspector.fill('Addresses', '10.10.1.11');
  await desk.button('Compare').click();
  const panel = page.getByRole('complementary', { name: 'Compare' });
  await expect(panel.getByRole('combobox', { name: 'Before' })).toHaveValue(/^revision:/);

  await test.step('the table says what to remove and what caused it', async () => {
    await expect(line(page, 'Removed', 'TANIUM-01', 'PG-01', 'tcp 5432', 'PG-01, .* \\(removed\\)')).toBeVisible();
    await expect(line(page, 'Changed', '\\+ TANIUM-01 10\\.10\\.1\\.11')).not.toHaveCount(0);
  });

  await test.step('the plan’s own changes', async () => {
    const list = page.getByRole('complementary', { name: 'Changes in the plan' });
    await expect(list.getByRole('button', { name: /^Removed PG-01$/ })).toBeVisible();
    await expect(list.getByText('Addresses: 10.10.1.10 to 10.10.1.11')).toBeVisible();
  });

  await test.step('the canvas shows what is gone, in words too', async () => {
    const canvas = page.getByRole('application', { name: 'Canvas of both plans' });
    await expect(canvas.getByRole('group', { name: /^PG-01, .*, Removed$/ })).toBeVisible();
    await expect(canvas.getByRole('group', { name: /^TANIUM-01, .*, Changed$/ })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /^TANIUM-01 to PG-01, .*Removed/ })).toBeAttached();
    await panel.getByRole('checkbox', { name: 'Show removed parts' }).uncheck();
    await expect(canvas.getByRole('group', { name: /^PG-01, / })).toHaveCount(0);
  });

  await test.step('change sheet and removals', async () => {
    const take = async (entry: string) => {
      const saving = page.waitForEvent('download');
      await panel.getByRole('button', { name: 'Export change sheet' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
      return saving;
    };
    const sheet = await readFile(await (await take('Change sheet (CSV)')).path(), 'utf8');
    expect(sheet).toMatch(/,remove,.*PG-01/m);
    expect(JSON.parse(await readFile(await (await take('Change sheet (JSON)')).path(), 'utf8')).remove).toHaveLength(1);
    const removal = await take('nftables (Linux), what to remove');
    expect(removal.suggestedFilename()).toMatch(/\.nftables-remove\.zip$/);
    expect((await readFile(await removal.path())).subarray(0, 2).toString()).toBe('PK');
    const starts = {
      'Change sheet (Excel)': 'PK',
      'Change sheet (PDF)': '%PDF-',
      'Change sheet (HTML)': '<!doctype',
      'Change sheet (Markdown)': '# Changes',
    };
    for (const [entry, start] of Object.entries(starts)) {
      const written = await readFile(await (await take(entry)).path(), 'utf8');
      expect(written.startsWith(start), entry).toBe(true);
    }
    expect((await take('AWS security groups (Terraform), whole new state')).suggestedFilename()).toMatch(/\.terraform-aws-state\.zip$/);
  });

  await test.step('nothing can be drawn meanwhile', async () => {
    await expect(page.getByRole('toolbar', { name: 'Tools' }).getByRole('button').first()).toBeDisabled();
    await expect(desk.button('Undo')).toBeDisabled();
  });

  await test.step('swapped, the other way round; Escape goes back to drawing', async () => {
    await panel.getByRole('button', { name: 'Swap' }).click();
    await expect(line(page, 'Added', 'TANIUM-01', 'PG-01', 'tcp 5432')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(desk.palette.panel).toBeVisible();
    await expect(desk.tables.grid('Openings')).toBeVisible();
  });
});

test('a file and a link are compared without being kept', async ({ page, stranger }) => {
  const author = new Desk(stranger);
  await stranger.goto('/');
  await openExample(stranger, (text) => text.replaceAll('5432', '5433'));
  await expect(author.tables.grid('Openings')).toBeVisible();
  const link = await author.shareLink();

  const desk = new Desk(page);
  await page.goto('/');
  await openExample(page);
  await expect(desk.tables.grid('Openings')).toBeVisible();
  await desk.button('Compare').click();
  const panel = page.getByRole('complementary', { name: 'Compare' });
  await expect(page.getByText('Choose what to compare with')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: 'Open file' }).click();
  await (await choosing).setFiles(EXAMPLE);
  await expect(page.getByText('Both plans need the same openings')).toBeVisible();
  await panel.getByRole('button', { name: 'Paste link' }).click();
  await panel.getByRole('textbox', { name: 'Share link' }).fill(link);
  await expect(panel.getByRole('combobox', { name: 'Before' }).getByRole('option')).toHaveCount(3);
  await panel.getByRole('button', { name: 'Paste link' }).click();
  await panel.getByRole('textbox', { name: 'Share link' }).fill(link.slice(0, -30));
  await expect(desk.notice('Link is damaged or cut off')).toBeVisible();
  await desk.button('Compare').click();
  await desk.showPlans();
  await expect(page.getByRole('article')).toHaveCount(0);
});
