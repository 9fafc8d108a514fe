import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { obstacles } from '../pages/obstacles.ts';
import { boxOf, drag, pointIn } from '../pages/pointer.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a component is dragged out of its card and onto another one', async ({ page }) => {
  const desk = new Desk(page);
  const { canvas, inspector } = desk;
  const row = (host: string, component: string) => canvas.host(host).getByRole('button', { name: component, exact: true });
  await desk.beginWith('Tanium with a zone server');
  await expect(canvas.edge('TANIUM-01', 'TANIUM-ZS-01')).toBeVisible();

  await test.step('onto the ground of a zone: a host of its own', async () => {
    const grip = await pointIn(row('TANIUM-01', 'Zone Server Hub'), 40, 8);
    const dmz = await boxOf(canvas.zone('DMZ'));
    const ground = { x: dmz.x + dmz.width / 2, y: dmz.y + dmz.height - 50 };
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x, grip.y + 40, { steps: 4 });
    await page.mouse.move(ground.x, ground.y, { steps: 6 });
    await expect(canvas.surface.getByText('Drop to put Zone Server Hub on a host of its own')).toBeVisible();
    // What is announced is gone again after a second: it is listened for before it is said.
    const announced = page
      .getByRole('status')
      .filter({ hasText: 'Zone Server Hub now runs on ZONE-SERVER-HUB-01' })
      .first()
      .waitFor({ state: 'attached' });
    await page.mouse.up();
    await announced;
    await expect(canvas.host('ZONE-SERVER-HUB-01', 'DMZ')).toBeVisible();
    await expect(row('ZONE-SERVER-HUB-01', 'Zone Server Hub')).toBeVisible();
    await expect(row('TANIUM-01', 'Zone Server Hub')).toHaveCount(0);
    await expect(canvas.edge('ZONE-SERVER-HUB-01', 'TANIUM-ZS-01')).toBeVisible();
    await expect(inspector.title('ZONE-SERVER-HUB-01')).toBeVisible();
    await expect(desk.notice('Zone Server Hub now runs on ZONE-SERVER-HUB-01')).toBeVisible();
    expect(await obstacles(page)).toEqual([]);
  });

  await test.step('one step back, by its name', async () => {
    await desk.button('Undo').hover();
    await expect(page.getByRole('tooltip', { name: 'Undo: split off component' })).toBeVisible();
    await desk.button('Undo').click();
    await expect(canvas.host('ZONE-SERVER-HUB-01')).toHaveCount(0);
    await expect(row('TANIUM-01', 'Zone Server Hub')).toBeVisible();
  });

  await test.step('onto another card: both on one host', async () => {
    const grip = await pointIn(row('TANIUM-01', 'Zone Server Hub'), 40, 8);
    await drag(page, grip, await pointIn(canvas.host('TANIUM-MOD'), 60, 12));
    await expect(row('TANIUM-MOD', 'Zone Server Hub')).toBeVisible();
    await expect(row('TANIUM-01', 'Zone Server Hub')).toHaveCount(0);
    await expect(canvas.edge('TANIUM-MOD', 'TANIUM-ZS-01')).toBeVisible();
  });

  await test.step('back on its own card, outside every zone and with Escape: nothing happens', async () => {
    const still = async () => expect(row('TANIUM-MOD', 'Zone Server Hub')).toBeVisible();
    const grip = await pointIn(row('TANIUM-MOD', 'Zone Server Hub'), 40, 8);
    await drag(page, grip, { x: grip.x + 20, y: grip.y - 20 });
    await still();
    const core = await boxOf(canvas.zone('Core data centre'));
    await drag(page, grip, { x: core.x + 200, y: core.y - 30 });
    await still();
    await expect(desk.notice('Every host stands in a zone')).toBeVisible();
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x - 200, grip.y + 150, { steps: 6 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await still();
    await expect(canvas.host('ZONE-SERVER-HUB-01')).toHaveCount(0);
  });

  await test.step('without dragging: by its menu, a key, and the inspector', async () => {
    await row('TANIUM-MOD', 'Zone Server Hub').click({ button: 'right' });
    const menu = page.getByRole('menu', { name: 'Actions for Zone Server Hub' });
    await menu.getByRole('menuitem', { name: 'Split off to a new host' }).click();
    await expect(canvas.host('ZONE-SERVER-HUB-01', 'Core data centre')).toBeVisible();
    await inspector.panel.getByRole('combobox', { name: 'Runs on' }).selectOption({ label: 'TANIUM-01' });
    await expect(row('TANIUM-01', 'Zone Server Hub')).toBeVisible();
    await row('TANIUM-01', 'Zone Server Hub').click();
    await page.keyboard.press('x');
    await expect(canvas.host('ZONE-SERVER-HUB-02', 'Core data centre')).toBeVisible();
  });
});
