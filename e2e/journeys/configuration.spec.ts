import { unzipSync } from 'fflate';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { exported, saved } from '../pages/files.ts';

/** What the command line writes about a plan file: texts by file name. */
async function written(planFile: string, ...options: string[]): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await exported(planFile, ...options)).map(([name, bytes]) => [name, bytes.toString()]));
}

function textsOf(zip: Buffer): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

test('firewall configurations leave the page with the bytes of the command line, in the style of the firewall', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
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
  const texts = textsOf(zip.bytes);
  expect(texts).toEqual(await written(planFile.path, '--to', 'panos'));
  expect(Object.keys(texts).length).toBeGreaterThan(0);

  await dialog.getByLabel('Date in the header').fill('2026-01-31');
  await dialog.getByRole('checkbox', { name: /^Removals/ }).check();
  const [first] = Object.entries(await written(planFile.path, '--to', 'panos', '--remove', '--date', '2026-01-31'));
  const preview = dialog.getByRole('textbox', { name: `Preview of ${first?.[0]}` });
  await expect(preview).toHaveValue(first?.[1] ?? '');
  const one = await saved(page, () => dialog.getByRole('button', { name: 'Download', exact: true }).click());
  expect(one.name).toBe(first?.[0]);
  expect(one.bytes.toString()).toBe(first?.[1]);

  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first?.[1]);

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
