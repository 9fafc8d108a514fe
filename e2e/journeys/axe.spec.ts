import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { obstacles } from '../pages/obstacles.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test(`nothing stands in anybody's way in ${colorScheme} colours`, async ({ page }) => {
      test.setTimeout(180_000);
      const desk = new Desk(page);
      const { canvas, tables, inspector } = desk;
      const check = (state: string) =>
        test.step(state, async () => {
          expect.soft(await obstacles(page), state).toEqual([]);
        });

      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      await expect(page.getByRole('heading', { level: 2, name: 'Templates' })).toBeVisible();
      await check('start page');

      await page.getByRole('button', { name: 'Use template: Tanium with a zone server' }).click();
      await expect(tables.grid('Openings')).toBeVisible();
      await expect(canvas.gates).not.toHaveCount(0);
      await check('template open');

      await canvas.host('TANIUM-01').click({ position: { x: 60, y: 12 } });
      await expect(inspector.title('TANIUM-01')).toBeVisible();
      await check('host selected');

      await canvas.zone('Core data centre').click({ position: { x: 60, y: 14 } });
      await page.keyboard.press('c');
      await expect(canvas.collapsedZone('Core data centre', '3 hosts, 1 zone')).toBeVisible();
      await check('zone collapsed');
      await page.keyboard.press('c');

      await canvas.edge('TANIUM-01', 'TANIUM-ZS-01').click();
      await expect(inspector.title('TANIUM-01 to TANIUM-ZS-01')).toBeVisible();
      await check('edge selected');

      await canvas.gate('DMZ to core').click();
      await expect(inspector.title('DMZ to core')).toBeVisible();
      await check('gate selected');
      await page.keyboard.press('Escape');

      await tables.tab('Findings').click();
      await expect(tables.grid('Findings')).toBeVisible();
      await check('findings');

      await desk.button('Share').click();
      await expect(page.getByRole('dialog', { name: 'Share this plan' })).toBeVisible();
      await check('share dialog');
      await page.keyboard.press('Escape');

      for (const [entry, dialog, ready] of [
        ['Firewall configuration', 'Firewall configuration', /^Preview of/],
        ['Picture of the topology', 'Picture of the topology', /^The picture as it will be/],
        ['Rule sheet (PDF)', 'Rule sheet as PDF', /^Date/],
        ['Sheet with choices', 'Sheet with choices', /^First lines of the sheet/],
      ] as const) {
        await desk.export(entry);
        const shown = page.getByRole('dialog', { name: dialog, exact: true });
        await expect(
          shown
            .getByLabel(ready)
            .or(shown.getByRole('img', { name: ready }))
            .first(),
        ).toBeVisible();
        await check(`${entry} dialog`);
        await page.keyboard.press('Escape');
      }

      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Find any action, zone or component' })).toBeVisible();
      await check('command palette');
      await page.keyboard.press('Escape');

      await desk.keepRevision('First');
      await desk.export('Revisions');
      await check('revisions');
      await page.keyboard.press('Escape');
      await canvas.host('TANIUM-ZS-01').click({ position: { x: 60, y: 12 } });
      await page.keyboard.press('Delete');
      await desk.button('Compare').click();
      await expect(page.getByRole('grid', { name: 'Delta' })).toBeVisible();
      await expect(page.getByRole('application', { name: 'Canvas of both plans' })).toBeVisible();
      await check('comparison');
      await page.keyboard.press('Escape');
      await desk.showPlans();
      await expect(page.getByRole('article')).toHaveCount(1);
      await check('library');
    });
  });
}
