import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { obstacles } from '../pages/obstacles.ts';
import { pointIn } from '../pages/pointer.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test(`a first plan is drawn by hand, step by step, in ${colorScheme} colours`, async ({ page }) => {
      test.setTimeout(120_000);
      const desk = new Desk(page);
      const { canvas, palette, tables } = desk;
      const panel = (title: string) => page.getByRole('region', { name: title, exact: true });
      const announced = (text: string) => expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);

      await page.goto('/');
      expect(await obstacles(page)).toEqual([]);
      await page.getByRole('button', { name: 'Guided first plan', exact: true }).click();
      await expect(panel('Place a zone')).toBeFocused();
      await announced('Step 1 of 6. Place a zone');
      expect(await obstacles(page)).toEqual([]);
      await palette.drop('Internal zone', await pointIn(canvas.surface, 420, 60));

      await expect(panel('Put a server into it')).toContainText('Step 2 of 6');
      await announced('Step 2 of 6. Put a server into it');
      await palette.drop('Tanium Server', await pointIn(canvas.zone('Internal'), 130, 80));

      await expect(panel('Place a second zone')).toContainText('Step 3 of 6');
      await palette.drop('Client LAN zone', await pointIn(canvas.surface, 60, 330));

      await expect(panel('Put a client into it')).toContainText('Step 4 of 6');
      await palette.drop('Tanium Client', await pointIn(canvas.zone('Client LAN'), 130, 80));

      await expect(panel('Read the opening')).toContainText('Step 5 of 6');
      await tables.tab('Openings').click();
      await tables.grid('Openings').getByRole('row').filter({ hasText: 'TANIUM-CLIENT-01' }).first().click();

      await expect(panel('Hand it over')).toContainText('Step 6 of 6');
      expect(await obstacles(page)).toEqual([]);
      const saved = page.waitForEvent('download');
      await desk.export('Openings (CSV)');
      expect((await saved).suggestedFilename()).toMatch(/openings\.csv$/);

      await announced('First plan is done');
      expect(await obstacles(page)).toEqual([]);
      await panel('First plan is done').getByRole('button', { name: 'Close' }).click();
      await expect(page.getByRole('region', { name: 'First plan is done' })).toHaveCount(0);
      await expect(canvas.host('TANIUM-CLIENT-01', 'Client LAN')).toBeVisible();
      await expect(desk.bar).toContainText('Saved');
      await page.reload();
      await expect(canvas.host('TANIUM-CLIENT-01', 'Client LAN')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Do it for me' })).toHaveCount(0);
    });
  });
}

test('the guide does every step with the keyboard alone, one edit each, and is left for good', async ({ page }) => {
  const desk = new Desk(page);
  const { canvas } = desk;
  const doIt = page.getByRole('button', { name: 'Do it for me' });
  await page.goto('/');
  await page.getByRole('button', { name: 'Guided first plan', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Place a zone' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(doIt).toBeFocused();
  for (const step of ['Put a server into it', 'Place a second zone', 'Put a client into it', 'Read the opening']) {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: step })).toBeVisible();
    await expect(doIt).toBeFocused();
  }
  await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toBeVisible();
  await expect(canvas.gate('Client LAN | Internal')).toHaveAccessibleName(/1 opening from Client LAN to Internal/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Hand it over' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'First plan is done' })).toBeVisible();
  for (let edit = 0; edit < 4; edit += 1) await desk.button('Undo').click();
  await expect(desk.button('Undo')).toBeDisabled();
  await expect(canvas.zone('Internal')).toHaveCount(0);

  await test.step('left in the middle, it does not come back', async () => {
    await desk.command('Guided first plan');
    await page.getByRole('region', { name: 'Place a zone' }).getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('region', { name: 'Put a server into it' }).getByRole('button', { name: 'Leave' }).click();
    await expect(doIt).toHaveCount(0);
    await page.getByRole('button', { name: 'Internal zone', exact: true }).press('Enter');
    await expect(canvas.zone('Internal')).toBeVisible();
    await expect(doIt).toHaveCount(0);
  });

  await test.step('another plan ends it', async () => {
    await desk.command('Guided first plan');
    await expect(doIt).toBeVisible();
    await desk.export('New blank plan');
    await expect(doIt).toHaveCount(0);
  });
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('the guide speaks the language of the page', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Erster Plan mit Anleitung', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Eine Zone setzen' })).toContainText('Schritt 1 von 6');
    // Nobody waits for the analysis: the step of reading does.
    for (let step = 0; step < 5; step += 1) await page.getByRole('button', { name: 'Vormachen' }).click();
    await expect(page.getByRole('region', { name: 'Weitergeben' })).toContainText('Schritt 6 von 6');
    await expect(page.getByRole('heading', { level: 2, name: 'Freischaltung 1, Client-LAN | Intern' })).toBeVisible();
    await page.getByRole('button', { name: 'Beenden' }).click();
    await expect(page.getByRole('region', { name: 'Weitergeben' })).toHaveCount(0);
  });
});
