import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test('the topology leaves as a picture: seen before, the same as from the command line, as fine as asked', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  const save = async (act: () => Promise<void>) => {
    const [file] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()), path: await file.path() };
  };
  const planFile = await save(() => desk.export('Save as plan file'));
  await desk.export('Picture of the topology');
  const dialog = page.getByRole('dialog', { name: 'Picture of the topology' });
  const preview = dialog.getByRole('img', { name: 'The picture as it will be' });
  await expect(preview).toBeVisible();
  const format = dialog.getByRole('combobox', { name: 'Format' });
  const button = dialog.getByRole('button', { name: 'Download' });

  const folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  const written = async (kind: string, ...options: string[]) => {
    const target = join(folder, `t.${kind}`);
    await promisify(execFile)(process.execPath, [
      'scripts/plan.mjs',
      'export',
      planFile.path,
      '--to',
      kind,
      '-o',
      target,
      '--force',
      ...options,
    ]);
    return readFile(target);
  };
  try {
    await dialog.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
    await expect(preview).toBeVisible();
    const svg = await save(() => button.click());
    expect(svg.name).toBe('tanium-with-a-zone-server-topology.svg');
    expect(svg.bytes.equals(await written('svg', '--theme', 'dark'))).toBe(true);
    await format.selectOption({ label: 'draw.io, to edit further' });
    const drawio = await save(() => button.click());
    expect(drawio.bytes.equals(await written('drawio', '--theme', 'dark'))).toBe(true);

    await format.selectOption({ label: 'PNG, pixels' });
    await dialog.getByRole('combobox', { name: 'Fineness' }).selectOption('3 ×');
    const png = await save(() => button.click());
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.bytes.toString()) ?? [];
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([Number(width) * 3, Number(height) * 3]);
    const headless = await written('png', '--theme', 'dark', '--scale', '3');
    expect([headless.readUInt32BE(16), headless.readUInt32BE(20)]).toEqual([Number(width) * 3, Number(height) * 3]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
