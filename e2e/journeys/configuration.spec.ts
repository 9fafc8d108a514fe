import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

const run = promisify(execFile);

/** What the command line writes about a plan file: texts by file name. */
async function written(planFile: string, ...options: string[]): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  try {
    await run(process.execPath, ['scripts/plan.mjs', 'export', planFile, '-o', folder, '--force', ...options]);
    const names = await readdir(folder);
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

function textsOf(zip: Buffer): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

test('firewall configurations leave the page with the bytes of the command line, in the style of the firewall', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const planFile = await saved(page, () => desk.export('Save as plan file'));
  const dialog = page.getByRole('dialog', { name: 'Firewall configuration' });
  await desk.export('Firewall configuration');
  const style = dialog.getByRole('combobox', { name: 'Style' });
  await expect(style.locator('option:checked')).toHaveText('As set for each firewall');

  await style.selectOption({ label: 'Palo Alto Networks PAN-OS' });
  const zip = await saved(page, () => dialog.getByRole('button', { name: /^Download ZIP/ }).click());
  expect(zip.name).toBe('tanium-with-a-zone-server.panos.zip');
  const texts = textsOf(await readFile(zip.path));
  expect(texts).toEqual(await written(planFile.path, '--to', 'panos'));
  expect(Object.keys(texts).length).toBeGreaterThan(0);

  await dialog.getByLabel('Date in the header').fill('2026-01-31');
  await dialog.getByRole('checkbox', { name: /^Removals/ }).check();
  const [first] = Object.entries(await written(planFile.path, '--to', 'panos', '--remove', '--date', '2026-01-31'));
  const preview = dialog.getByRole('textbox', { name: `Preview of ${first?.[0]}` });
  await expect(preview).toHaveValue(first?.[1] ?? '');
  const one = await saved(page, () => dialog.getByRole('button', { name: 'Download', exact: true }).click());
  expect(one.name).toBe(first?.[0]);
  expect(await readFile(one.path, 'utf8')).toBe(first?.[1]);

  await style.selectOption({ label: 'AWS security groups (Terraform)' });
  await expect(dialog.getByRole('checkbox', { name: /no removals/ })).toBeDisabled();
  await expect(dialog.getByRole('textbox', { name: /^Preview of .*\.tf/ })).toHaveValue(/resource "aws_security_group/);
});

test('a merged opening shows beside it the exact lines it stands for and why they were merged', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await desk.tables.row('Openings', 'TANIUM-MOD', 'Module content', 'tcp 80, 443').click();
  const lines = desk.inspector.panel.getByRole('list', { name: 'Exact lines' }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(0)).toContainText('tcp 80');
  await expect(lines.nth(1)).toContainText('tcp 443');
  await expect(desk.inspector.panel.getByText(/^One line for 1 × 1 × 2: every source needs every service/)).toBeVisible();
});
