import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { obstacles } from '../pages/obstacles.ts';
import { boxOf, isInside } from '../pages/pointer.ts';

// What is measured must not be on its way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const CORE = 'Core data centre';

test('a zone is collapsed to its title and expanded to what it was', async ({ page }) => {
  const desk = new Desk(page);
  const { canvas, tables } = desk;
  const fold = (verb: 'Collapse' | 'Expand') => canvas.surface.getByRole('button', { name: `${verb} ${CORE}`, exact: true });
  await desk.beginWith('Tanium with a zone server');
  await expect(canvas.edge('TANIUM-01', 'TANIUM-ZS-01')).toBeVisible();
  /** Where hosts stand in the zone, as shares of its size: the same at every zoom. */
  const inside = async () => {
    const zone = await boxOf(canvas.zone(CORE));
    const cards = await Promise.all(['TANIUM-01', 'TANIUM-MOD', 'SQL-01'].map((name) => boxOf(canvas.host(name))));
    return cards.map(({ x, y }) => [((x - zone.x) / zone.width).toFixed(2), ((y - zone.y) / zone.height).toFixed(2)]);
  };
  const before = await inside();
  const openings = await tables.tab('Openings').textContent();

  await test.step('by the button in its title', async () => {
    await canvas.zone(CORE).hover({ position: { x: 200, y: 100 } });
    await fold('Collapse').click();
    await expect(canvas.collapsedZone(CORE, '3 hosts, 1 zone')).toBeVisible();
    await expect(canvas.host('TANIUM-01')).toHaveCount(0);
    await expect(canvas.zone('Database tier')).toHaveCount(0);
    await expect(canvas.edge(CORE, 'TANIUM-ZS-01')).toBeVisible();
    await expect(canvas.edge('Office PCs', CORE)).toBeVisible();
    await expect(canvas.gate('Core data centre | Database tier')).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: `${CORE} collapsed, 3 hosts, 1 zone` })).toHaveCount(1);
    await expect(fold('Expand')).toHaveAttribute('aria-expanded', 'false');
    await expect(fold('Expand')).toBeFocused();
    expect(await tables.tab('Openings').textContent()).toBe(openings);
    expect(await obstacles(page)).toEqual([]);
  });

  await test.step('it stays so after a reload, and can be taken back', async () => {
    await expect(desk.bar).toContainText('Saved');
    await page.reload();
    await expect(canvas.collapsedZone(CORE, '3 hosts, 1 zone')).toBeVisible();
    await desk.button('Undo').click();
    await expect(canvas.host('TANIUM-01')).toBeVisible();
    await desk.button('Redo').click();
    await expect(canvas.host('TANIUM-01')).toHaveCount(0);
  });

  await test.step('it moves with all that is in it', async () => {
    const from = await boxOf(canvas.collapsedZone(CORE, '3 hosts, 1 zone'));
    await canvas.moveZone(canvas.collapsedZone(CORE, '3 hosts, 1 zone'), { x: 40, y: 60 });
    await expect(async () => expect((await boxOf(canvas.collapsedZone(CORE, '3 hosts, 1 zone'))).y - from.y).toBeCloseTo(60, -1)).toPass();
    await fold('Expand').click();
    await canvas.fit();
    await expect(canvas.edge('TANIUM-01', 'TANIUM-ZS-01')).toBeVisible();
    await expect(async () => expect(await inside()).toEqual(before)).toPass();
  });

  await test.step('by the keyboard, the menu of the zone, and the command palette', async () => {
    await canvas.zone('DMZ').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await expect(canvas.collapsedZone('DMZ', '1 host')).toBeVisible();
    await canvas.zone('Office LAN').click({ button: 'right', position: { x: 60, y: 14 } });
    const menu = page.getByRole('menu', { name: 'Actions for Office LAN' });
    expect(await obstacles(page)).toEqual([]);
    await menu.getByRole('menuitem', { name: 'Collapse zone' }).click();
    await expect(canvas.collapsedZone('Office LAN', '1 host')).toBeVisible();
    await expect(canvas.collapsedZone('Office LAN', '1 host')).toBeFocused();
    await desk.command('Expand all zones');
    await expect(canvas.host('TANIUM-ZS-01')).toBeVisible();
    await expect(canvas.host('Office PCs')).toBeVisible();
  });

  await test.step('a host in it is found, and the zone shows where it is', async () => {
    await canvas.zone(CORE).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await desk.command('SQL-01');
    await expect(desk.inspector.title('SQL-01')).toBeVisible();
    expect(isInside(await boxOf(canvas.collapsedZone(CORE, '3 hosts, 1 zone')), await boxOf(canvas.surface))).toBe(true);
    await desk.button('Undo').click();
    await expect(canvas.host('SQL-01')).toBeVisible();
    await canvas.fit();
  });

  await test.step('a host that is dropped on it goes into it', async () => {
    await canvas.zone('Database tier').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    const frame = await boxOf(canvas.collapsedZone('Database tier', '1 host'));
    await canvas.moveHost(canvas.host('TANIUM-MOD'), { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 });
    await expect(canvas.collapsedZone('Database tier', '2 hosts')).toBeVisible();
    await canvas.surface.getByRole('button', { name: 'Expand Database tier' }).click();
    await expect(canvas.host('TANIUM-MOD', 'Database tier')).toBeVisible();
    const [zone, card, other] = [
      await boxOf(canvas.zone('Database tier')),
      await boxOf(canvas.host('TANIUM-MOD')),
      await boxOf(canvas.host('SQL-01')),
    ];
    expect(card.x).toBeGreaterThan(zone.x);
    expect(card.y + card.height).toBeLessThan(zone.y + zone.height);
    expect(card.y >= other.y + other.height || card.x >= other.x + other.width).toBe(true);
  });
});
