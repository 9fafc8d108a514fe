import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { Keyboard } from '../pages/keyboard.ts';
import { boxOf } from '../pages/pointer.ts';

test('a plan is built, changed and corrected with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  const { canvas, palette, inspector, tables } = desk;
  const keys = new Keyboard(page);
  const server = canvas.host('TANIUM-SERVER-01');
  const zoneServer = canvas.host('ZONE-SERVER-01');

  await test.step('an empty plan', async () => {
    await page.goto('/');
    await keys.tabTo(page.getByRole('button', { name: 'Blank plan', exact: true }));
    await keys.press('Enter');
    await expect(canvas.zone('Internet')).toBeVisible();
  });

  await test.step('two zones', async () => {
    await palette.placeByKeys('DMZ zone');
    await expect(canvas.zone('DMZ')).toBeVisible();
    await expect(inspector.title('DMZ')).toBeVisible();
    await keys.press('Escape');
    await expect(inspector.title('Untitled plan')).toBeVisible();
    await palette.placeByKeys('Internal zone');
    await expect(canvas.zone('Internal')).toBeVisible();
  });

  await test.step('components in the selected zone and on the selected host', async () => {
    await palette.placeByKeys('Tanium Server');
    await expect(canvas.host('TANIUM-SERVER-01', 'Internal')).toBeVisible();
    await palette.placeByKeys('Tanium Zone Server Hub');
    await expect(server).toHaveAccessibleName('TANIUM-SERVER-01, host in Internal, 2 components');
    await keys.tabTo(canvas.zone('DMZ'));
    await keys.press('Enter');
    await expect(inspector.title('DMZ')).toBeVisible();
    await palette.placeByKeys('Tanium Zone Server');
    await expect(canvas.host('ZONE-SERVER-01', 'DMZ')).toBeVisible();
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName('TANIUM-SERVER-01 to ZONE-SERVER-01, tcp 17472');
  });

  await test.step('arrow keys move the selected host', async () => {
    await keys.tabTo(server);
    await keys.press('Enter');
    await expect(inspector.title('TANIUM-SERVER-01')).toBeVisible();
    const before = await boxOf(server);
    await keys.press('Shift+ArrowRight', 'Shift+ArrowDown');
    await expect.poll(async () => (await boxOf(server)).x - before.x).toBeGreaterThan(5);
    expect((await boxOf(server)).y - before.y).toBeGreaterThan(5);
    await keys.press('Control+z', 'Control+z');
    await expect.poll(async () => Math.round((await boxOf(server)).x - before.x)).toBe(0);
  });

  await test.step('a setting is changed in the inspector', async () => {
    await keys.tabTo(zoneServer, 'Shift+Tab');
    await keys.press('Enter');
    await expect(inspector.title('ZONE-SERVER-01')).toBeVisible();
    await keys.press('Enter');
    await expect(inspector.field('Name')).toBeFocused();
    await keys.tabTo(inspector.field('Port for the hub'));
    await keys.press('Control+a');
    await keys.type('17500');
    await keys.press('Enter');
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName(/tcp 17500, changed port$/);
    await expect(tables.row('Openings', 'tcp 17500')).toBeVisible();
  });

  await test.step('undo and redo', async () => {
    await keys.press('Tab', 'Tab');
    await keys.press('Control+z');
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName(/tcp 17472$/);
    await keys.press('Control+Shift+z');
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName(/tcp 17500, changed port$/);
  });

  await test.step('the table is read with arrow keys', async () => {
    await keys.tabTo(tables.grid('Openings'));
    await keys.press('End', 'Enter');
    await expect(inspector.title(/^Opening \d+, /)).toBeVisible();
    await keys.press('Escape');
  });

  await test.step('the command palette finds a host, and Delete takes it away', async () => {
    await keys.press('Control+k');
    const commands = page.getByRole('dialog', { name: 'Find any action, zone or component' });
    await expect(commands.getByRole('combobox')).toBeFocused();
    await keys.type('zone-server-01');
    await expect(commands.getByRole('option', { name: 'ZONE-SERVER-01', selected: true })).toBeVisible();
    await keys.press('Enter');
    await expect(commands).toHaveCount(0);
    await expect(inspector.title('ZONE-SERVER-01')).toBeVisible();
    await keys.press('Delete');
    await expect(zoneServer).toHaveCount(0);
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveCount(0);
    await expect(desk.notice('Deleted ZONE-SERVER-01')).toBeVisible();
    await keys.press('Control+z');
    await expect(zoneServer).toBeVisible();
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName(/tcp 17500, changed port$/);
  });

  await test.step('the command palette runs an action', async () => {
    await keys.press('Control+k');
    await keys.type('undo');
    await keys.press('Enter');
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName(/tcp 17472$/);
  });
});

test('a plan of twenty hosts is built with the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  const { canvas, palette, inspector, tables } = desk;
  const keys = new Keyboard(page);
  const hostsIn = (zone: string) => canvas.surface.getByRole('group', { name: new RegExp(`, (host|machines) in ${zone}, `) });
  await page.goto('/');
  await keys.tabTo(page.getByRole('button', { name: 'Blank plan', exact: true }));
  await keys.press('Enter');
  await expect(canvas.zone('Internet')).toBeVisible();
  for (const [zone, parts] of [
    ['DMZ', [['Tanium Zone Server', 3]]],
    [
      'Internal',
      [
        ['Tanium Server', 2],
        ['TPM Server', 1],
        ['SMS server', 2],
        ['USM Server', 2],
      ],
    ],
    [
      'Client LAN',
      [
        ['Tanium Client', 5],
        ['TPM Client', 3],
        ['SMS client', 2],
      ],
    ],
  ] as const) {
    await keys.press('Escape');
    await palette.placeByKeys(`${zone} zone`);
    await expect(inspector.title(zone)).toBeVisible();
    let expected = 0;
    for (const [part, times] of parts) {
      if (expected > 0) await desk.command(zone);
      await expect(inspector.title(zone)).toBeVisible();
      await palette.placeByKeys(part);
      await expect(palette.part(part)).toBeFocused();
      await keys.press('Tab', 'Shift+Tab');
      for (let copy = 1; copy < times; copy += 1) await keys.press('Control+d');
      expected += times;
      await expect(hostsIn(zone)).toHaveCount(expected);
    }
  }
  await expect(hostsIn('.+')).toHaveCount(20);
  await expect.poll(async () => Number(/\d+/.exec((await tables.tab('Openings').textContent()) ?? '')?.[0])).toBeGreaterThan(4);
  await keys.press('t');
  await expect(tables.grid('Openings')).toBeFocused();
});
