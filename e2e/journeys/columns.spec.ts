import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test('columns are chosen, ordered by keyboard, kept under a name, and leave with the bytes of the command line', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const save = async (act: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: file.suggestedFilename(), path: await file.path() };
  };
  const planFile = await save(() => desk.export('Save as plan file'));
  const open = async () => {
    await desk.export('Sheet with choices');
    return page.getByRole('dialog', { name: 'Sheet with choices' });
  };
  const heads = () => page.getByRole('region', { name: 'First lines of the sheet' }).getByRole('columnheader').allTextContents();

  const dialog = await open();
  await expect(dialog.getByRole('combobox', { name: 'Columns' })).toHaveValue('standard');
  await expect.poll(heads).toContain('flow_ids');
  await dialog.getByRole('combobox', { name: 'Columns' }).selectOption('Short');
  await expect.poll(heads).toEqual(['firewall', 'source_address', 'destination_address', 'protocol', 'ports', 'remarks']);

  // Without its remarks the sheet could hide that a line waits: that column stays.
  const remarks = dialog.getByRole('checkbox', { name: 'Remarks' });
  await remarks.click({ force: true });
  await expect(remarks).toBeChecked();

  await dialog.getByRole('checkbox', { name: 'Change ticket' }).click();
  await expect(dialog.getByRole('checkbox', { name: 'Change ticket' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(dialog.getByRole('checkbox', { name: 'Change ticket' })).toBeFocused();
  await expect(dialog.getByRole('status').filter({ hasText: 'place' })).toHaveText('Change ticket: place 5 of 7');
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('checkbox', { name: 'Protocol' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('checkbox', { name: 'Protocol' })).not.toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Change ticket' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: 'Move up' }).click();
  const chosen = ['firewall', 'source_address', 'destination_address', 'ports', 'ticket', 'remarks'];
  await expect.poll(heads).toEqual(chosen);

  await dialog.getByRole('textbox', { name: 'Save as' }).fill('Ours');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: 'Columns' })).toHaveValue('own:Ours');
  await dialog.getByRole('combobox', { name: 'For', exact: true }).selectOption('Programs: comma');
  const csv = await save(() => dialog.getByRole('button', { name: 'Download' }).click());

  await page.reload();
  const again = await open();
  await again.getByRole('combobox', { name: 'Format' }).selectOption('Excel workbook');
  await again.getByRole('combobox', { name: 'Columns' }).selectOption('Own: Ours');
  await expect.poll(heads).toEqual(['Firewall', 'Source address', 'Destination address', 'Ports', 'Change ticket', 'Remarks']);
  const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
  const xlsx = await save(() => again.getByRole('button', { name: 'Download' }).click());

  const last = await open();
  await last.getByRole('combobox', { name: 'Columns' }).selectOption('Own: Ours');
  await last.getByRole('button', { name: 'Delete Ours' }).click();
  await expect(last.getByRole('combobox', { name: 'Columns' }).getByRole('option', { name: 'Own: Ours' })).toHaveCount(0);
  await expect(last.getByRole('combobox', { name: 'Columns' })).toHaveValue('custom');

  const folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  try {
    for (const [made, format] of [
      [csv, 'csv'],
      [xlsx, 'xlsx'],
    ] as const) {
      const target = join(folder, `written.${format}`);
      const words = ['export', planFile.path, '--to', format, '-o', target, '--columns', chosen.join(), '--date', today];
      await promisify(execFile)(process.execPath, ['scripts/plan.mjs', ...words]);
      expect((await readFile(made.path)).equals(await readFile(target)), format).toBe(true);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
