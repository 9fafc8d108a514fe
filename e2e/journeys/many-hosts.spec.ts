import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { boxOf, drag, pointIn } from '../pages/pointer.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** What is dragged from the palette, by product, and into which zone. */
const PARTS: readonly (readonly [product: string, part: string, zone: 'DMZ' | 'Internal' | 'Client LAN', times: number])[] = [
  ['Tanium', 'Tanium Server', 'Internal', 1],
  ['Tanium', 'Tanium Module Server', 'Internal', 1],
  ['Tanium', 'Tanium Zone Server', 'DMZ', 2],
  ['Tanium', 'Tanium Client', 'Client LAN', 4],
  ['Tenable Patch Management', 'TPM Server', 'Internal', 1],
  ['Tenable Patch Management', 'TPM Client', 'Client LAN', 4],
  ['TippingPoint SMS', 'SMS server', 'Internal', 1],
  ['TippingPoint SMS', 'SMS client', 'Client LAN', 2],
  ['TippingPoint SMS', 'IPS device', 'DMZ', 2],
  ['USM Appliance', 'USM Server', 'Internal', 1],
  ['USM Appliance', 'USM Sensor', 'DMZ', 1],
];

test('a plan of twenty hosts is built with the mouse alone', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  const { canvas, palette, inspector, tables } = desk;
  await desk.beginBlank();
  await expect(canvas.zone('Internet')).toBeVisible();
  for (let click = 0; click < 3; click += 1) await page.getByRole('button', { name: 'Zoom out' }).click();
  for (const [kind, left, top, right, bottom] of [
    ['DMZ', 20, 20, 300, 290],
    ['Internal', 350, 20, 800, 290],
    ['Client LAN', 20, 340, 800, 560],
  ] as const) {
    await palette.part(`${kind} zone`).click();
    await canvas.drawRectangle(await pointIn(canvas.surface, left, top), await pointIn(canvas.surface, right, bottom));
    await expect(canvas.zone(kind)).toBeVisible();
  }

  let hosts = 0;
  const opened = new Set(['Tanium', 'Tenable Patch Management']);
  const filled = new Map<string, number>();
  for (const [product, part, zone, times] of PARTS) {
    if (!opened.has(product)) await palette.panel.getByRole('button', { name: new RegExp(`^${product}`) }).click();
    opened.add(product);
    const box = await boxOf(canvas.zone(zone));
    for (let time = 0; time < times; time += 1) {
      const number = filled.get(zone) ?? 0;
      filled.set(zone, number + 1);
      const columns = Math.max(1, Math.floor((box.width - 20) / 125));
      await palette.drop(part, {
        x: box.x + 70 + (number % columns) * 122,
        y: box.y + 44 + Math.floor(number / columns) * 52,
      });
      hosts += 1;
    }
  }
  expect(hosts).toBe(20);
  await expect(canvas.surface.getByRole('group', { name: /, (host|machines) in / })).toHaveCount(hosts);
  for (const [zone, count] of filled)
    await expect(canvas.surface.getByRole('group', { name: new RegExp(`, host in ${zone}, `) })).toHaveCount(count);

  await test.step('a name and an address, in fields that were clicked', async () => {
    await canvas.host('TANIUM-SERVER-01').click({ position: { x: 40, y: 8 } });
    for (const [field, text] of [
      ['Name', 'TAN-01'],
      ['Addresses', '10.10.1.10'],
    ] as const) {
      await inspector.field(field).click();
      await inspector.field(field).fill(text);
    }
    await inspector.title(/./).click();
    await expect(canvas.host('TAN-01', 'Internal')).toBeVisible();
  });

  await test.step('the tables list what every vendor needs', async () => {
    await expect.poll(async () => Number(/\d+/.exec((await tables.tab('Openings').textContent()) ?? '')?.[0])).toBeGreaterThan(8);
    const products = (await tables.rows('Openings')).join('\n');
    for (const product of ['Tanium', 'TippingPoint SMS']) expect(products).toContain(product);
    await expect(tables.row('Openings', 'TAN-01', '10.10.1.10').first()).toBeVisible();
    const gates = await canvas.readGates();
    expect(gates.filter((gate) => gate.counts.some((count) => count > 0)).length).toBeGreaterThanOrEqual(2);
  });
});

test('many hosts come from a pasted list, and are caught, aligned, spaced and copied', async ({ page, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const desk = new Desk(page);
  const { canvas, palette, inspector } = desk;
  await desk.beginBlank();
  await palette.part('Internal zone').click();
  await canvas.drawRectangle(await pointIn(canvas.surface, 20, 20), await pointIn(canvas.surface, 760, 560));
  const zone = canvas.zone('Internal');
  await expect(zone).toBeVisible();
  const list = page.getByRole('dialog', { name: 'Add hosts from a list' });
  const hosts = canvas.surface.getByRole('group', { name: /, host in Internal, / });

  await test.step('rows of a spreadsheet, pasted on the canvas', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('Name\tAddress\nWEB-01\t10.10.1.11\nWEB-02\t10.10.1.12\nDB-01\t10.10.1.300'));
    await page.keyboard.press('Control+v');
    const text = list.getByRole('textbox', { name: 'Names and addresses' });
    await expect(text).toHaveValue(/WEB-02/);
    await expect(list.getByText('Line 4: 10.10.1.300 is no address')).toBeVisible();
    await expect(list.getByRole('button', { name: /^Add \d/ })).toBeDisabled();
    await text.fill((await text.inputValue()).replace('10.10.1.300', '10.10.1.30; 10.10.1.31'));
    await list.getByRole('combobox', { name: 'Zone' }).selectOption({ label: 'Internal' });
    await list.getByRole('button', { name: 'Add 3 hosts' }).click();
    await expect(hosts).toHaveCount(3);
    await expect(inspector.title('3 things selected')).toBeVisible();
    await desk.undo('add hosts from a list');
    await expect(hosts).toHaveCount(0);
    await desk.button('Redo').click();
    await expect(hosts).toHaveCount(3);
  });

  const [web, next, database] = [canvas.host('WEB-01'), canvas.host('WEB-02'), canvas.host('DB-01')];
  const boxes = () => Promise.all([web, next, database].map(boxOf));

  await test.step('a name that is there already is left out', async () => {
    await desk.command('Add hosts from a list');
    await list.getByRole('textbox', { name: 'Names and addresses' }).fill('WEB-01 10.9.9.9\nDB-02 10.10.1.32');
    await expect(list.getByText('1 name is on the plan already and is left out')).toBeVisible();
    await expect(list.getByRole('button', { name: 'Add 1 host' })).toBeEnabled();
    await list.getByRole('button', { name: 'Cancel' }).click();
    await database.click({ position: { x: 60, y: 12 } });
    await expect(inspector.field('Addresses')).toHaveValue('10.10.1.30, 10.10.1.31');
  });

  await test.step('cards are caught with a rubber band, aligned and spaced, on the grid', async () => {
    const frame = await boxOf(zone);
    await canvas.moveHost(web, { x: frame.x + 110, y: frame.y + 80 });
    await canvas.moveHost(next, { x: frame.x + 140, y: frame.y + 200 });
    await canvas.moveHost(database, { x: frame.x + 120, y: frame.y + 420 });
    await page.keyboard.down('Shift');
    await drag(page, { x: frame.x + 12, y: frame.y + 45 }, { x: frame.x + 310, y: frame.y + 500 });
    await page.keyboard.up('Shift');
    await expect(inspector.title('3 things selected')).toBeVisible();
    const before = await boxes();
    const left = () => inspector.panel.getByRole('button', { name: 'Align left edges' });
    await left().click();
    await expect.poll(async () => new Set((await boxes()).map(({ x }) => Math.round(x))).size).toBe(1);
    const lined = await boxes();
    expect(lined.map(({ y }) => y)).toEqual(before.map(({ y }) => y));
    await inspector.panel.getByRole('button', { name: 'Space evenly down' }).click();
    await expect
      .poll(async () => {
        const [a, b, c] = (await boxes()).map(({ y }) => y);
        return Math.abs((b ?? 0) - (a ?? 0) - ((c ?? 0) - (b ?? 0)));
      })
      .toBeLessThanOrEqual(4);
    await desk.undo('space evenly');
    await expect.poll(boxes).toEqual(lined);
    await desk.undo('align');
    await expect.poll(boxes).toEqual(before);
  });

  await test.step('copies are pasted with their own names, one step each', async () => {
    await page.keyboard.press('Control+c');
    await expect(desk.notice('Copied 3 hosts')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('WEB-01\t10.10.1.11');
    await page.keyboard.press('Control+v');
    await expect(hosts).toHaveCount(6);
    for (const name of ['WEB-03', 'WEB-04', 'DB-02']) await expect(canvas.host(name, 'Internal')).toBeVisible();
    await page.keyboard.press('Control+d');
    await expect(hosts).toHaveCount(9);
    await desk.undo('duplicate');
    await expect(hosts).toHaveCount(6);
    await desk.undo('paste');
    await expect(hosts).toHaveCount(3);
  });

  await test.step('what was copied goes into another plan too, which has no such zone', async () => {
    await desk.command('Blank plan');
    await expect(zone).toHaveCount(0);
    await palette.drop('DMZ zone', await pointIn(canvas.surface, 500, 60));
    await expect(canvas.zone('DMZ')).toBeVisible();
    await page.keyboard.press('Control+v');
    await expect(canvas.surface.getByRole('group', { name: /, host in DMZ, / })).toHaveCount(3);
    await desk.undo('paste');
    await expect(canvas.zone('DMZ')).toBeVisible();
  });
});
