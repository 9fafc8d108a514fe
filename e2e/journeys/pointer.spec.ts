import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { HANDLES } from '../pages/canvas.ts';
import { Desk } from '../pages/desk.ts';
import { boxOf, drag, type Point, pointIn } from '../pages/pointer.ts';

// What is measured must not be on its way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Where things stand on the screen, in whole pixels. */
async function places(...things: readonly Locator[]) {
  return Promise.all(
    things.map(async (thing) => {
      const { x, y, width, height } = await boxOf(thing);
      return [x, y, width, height].map(Math.round);
    }),
  );
}

const shifted = (boxes: readonly number[][], by: Point) => boxes.map(([x = 0, y = 0, ...size]) => [x + by.x, y + by.y, ...size]);

test('zones are resized by every handle and moved with all that is in them', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  const { canvas, palette } = desk;
  await desk.beginBlank();
  const internet = canvas.zone('Internet');
  await expect(internet).toBeVisible();
  const corner = await pointIn(canvas.surface, 20, 20);
  const first = await boxOf(internet);
  await canvas.moveZone(internet, { x: corner.x - first.x, y: corner.y - first.y });
  await palette.part('Internal zone').click();
  await canvas.drawRectangle(await pointIn(canvas.surface, 200, 170), await pointIn(canvas.surface, 720, 470));
  const zone = canvas.zone('Internal');
  await palette.drop('Restricted zone', await pointIn(zone, 280, 120));
  const inner = canvas.zone('Restricted', 'Internal');
  await palette.drop('Tanium Server', await pointIn(zone, 130, 110));
  await palette.drop('Tanium Client', await pointIn(inner, 110, 80));
  const server = canvas.host('TANIUM-SERVER-01', 'Internal');
  const client = canvas.host('TANIUM-CLIENT-01', 'Restricted');
  await expect(server).toBeVisible();
  await expect(client).toBeVisible();
  await expect(canvas.edge('TANIUM-SERVER-01', 'Vendor services')).toBeVisible();
  const content = [inner, server, client];

  await test.step('each of the eight handles moves its own sides, and nothing else', async () => {
    await zone.click({ position: { x: 70, y: 20 } });
    const before = await places(zone, ...content);
    const [[x = 0, y = 0, width = 0, height = 0] = []] = before;
    for (const handle of HANDLES) {
      // Outwards, by a multiple of the grid.
      const by = {
        x: handle.includes('left') ? -24 : handle.includes('right') ? 24 : 0,
        y: handle.includes('top') ? -24 : handle.includes('bottom') ? 24 : 0,
      };
      await canvas.resizeZone(zone, handle, by);
      const expected = [x + Math.min(0, by.x), y + Math.min(0, by.y), width + Math.abs(by.x), height + Math.abs(by.y)];
      await expect.poll(() => places(zone, ...content), handle).toEqual([expected, ...before.slice(1)]);
      if (handle === 'top') await desk.undo('resize');
      else await desk.button('Undo').click();
      await expect.poll(() => places(zone, ...content), handle).toEqual(before);
    }
  });

  await test.step('it stops at its content, which stays where it is', async () => {
    const before = await places(...content);
    await canvas.resizeZone(zone, 'top-left', { x: 400, y: 260 });
    await canvas.resizeZone(zone, 'bottom-right', { x: -450, y: -280 });
    expect(await places(...content)).toEqual(before);
    const frame = await boxOf(zone);
    for (const thing of content) {
      const box = await boxOf(thing);
      expect(box.x).toBeGreaterThanOrEqual(frame.x + 7);
      expect(box.y).toBeGreaterThanOrEqual(frame.y + 39);
      expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width - 7);
      expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height - 7);
    }
    await desk.button('Undo').click();
    await desk.button('Undo').click();
  });

  await test.step('the zone takes all along, in one step', async () => {
    const before = await places(zone, ...content);
    await canvas.moveZone(zone, { x: 60, y: -40 });
    await expect.poll(async () => Math.abs(((await places(zone))[0]?.[0] ?? 0) - (before[0]?.[0] ?? 0) - 60)).toBeLessThanOrEqual(4);
    const after = await places(zone, ...content);
    const by = { x: (after[0]?.[0] ?? 0) - (before[0]?.[0] ?? 0), y: (after[0]?.[1] ?? 0) - (before[0]?.[1] ?? 0) };
    expect(Math.abs(by.y + 40)).toBeLessThanOrEqual(4);
    expect(after).toEqual(shifted(before, by));
    await expect(server).toBeVisible();
    await expect(client).toBeVisible();
    await desk.undo('move');
    await expect.poll(() => places(zone, ...content)).toEqual(before);
    await desk.button('Redo').click();
    await expect.poll(() => places(zone, ...content)).toEqual(after);
  });

  await test.step('the size is kept', async () => {
    await canvas.resizeZone(zone, 'bottom-right', { x: 40, y: 20 });
    const size = async () => (await places(zone))[0]?.slice(2) ?? [];
    await expect.poll(size).toEqual([560, 320]);
    const [width = 0, height = 0] = await size();
    await expect(desk.bar).toContainText('Saved');
    await page.reload();
    await expect(zone).toBeVisible();
    const zoom = Number.parseInt((await page.getByRole('button', { name: 'Zoom to 100 %' }).textContent()) ?? '', 10) / 100;
    const [again = 0, high = 0] = await size();
    expect(again / zoom).toBeCloseTo(width, -1);
    expect(high / zoom).toBeCloseTo(height, -1);
  });
});

test('the canvas stays calm under the mouse', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  const { canvas, inspector } = desk;
  await desk.beginWith('Tanium with a zone server');
  await expect(canvas.edge('TANIUM-01', 'TANIUM-ZS-01')).toBeVisible();
  const server = canvas.host('TANIUM-01');
  const module = canvas.host('TANIUM-MOD');
  const core = canvas.zone('Core data centre');
  const everything = [server, module, canvas.host('SQL-01'), canvas.host('TANIUM-ZS-01'), core, canvas.zone('DMZ')];
  const before = await places(...everything);
  const still = async () => expect(await places(...everything)).toEqual(before);
  const ground = await pointIn(canvas.surface, 6, 6);

  await test.step('a click on the ground only takes the selection away', async () => {
    await server.click({ position: { x: 60, y: 12 } });
    await expect(inspector.title('TANIUM-01')).toBeVisible();
    await page.mouse.click(ground.x, ground.y);
    await expect(inspector.title('TANIUM-01')).toHaveCount(0);
    await still();
    await page.mouse.dblclick(ground.x, ground.y);
    await still();
    await expect(desk.button('Undo')).toBeDisabled();
  });

  await test.step('a double click on a card or a zone leads to its name', async () => {
    await server.dblclick({ position: { x: 60, y: 12 } });
    await expect(inspector.title('TANIUM-01')).toBeVisible();
    await expect(inspector.field('Name')).toBeFocused();
    await core.dblclick({ position: { x: 70, y: 20 } });
    await expect(inspector.title('Core data centre')).toBeVisible();
    await expect(inspector.field('Name')).toBeFocused();
    await page.mouse.click(ground.x, ground.y);
    await still();
  });

  await test.step('no tool moves a card, and Escape puts every tool down', async () => {
    const grip = await pointIn(server, 60, 12);
    for (const tool of ['Pan', 'Zone', 'Host', 'Boundary', 'Link']) {
      await desk.tool(tool).click();
      await expect(desk.tool(tool)).toHaveAttribute('aria-pressed', 'true');
      await page.mouse.move(grip.x, grip.y);
      if (tool !== 'Pan') {
        await page.mouse.down();
        await page.mouse.move(grip.x + 8, grip.y + 120, { steps: 4 });
      }
      await page.keyboard.press('Escape');
      await expect(desk.tool('Select')).toHaveAttribute('aria-pressed', 'true');
      await page.mouse.up();
      await still();
    }
    await desk.tool('Boundary').click();
    await canvas.moveHost(server, await pointIn(module, 60, 12));
    await page.keyboard.press('Escape');
    await still();
    await page.mouse.click(ground.x, ground.y);
    await expect(desk.button('Undo')).toBeDisabled();
  });

  await test.step('what is dropped stays where the pointer had it, and nothing else moves', async () => {
    const grip = await pointIn(module, 60, 12);
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x + 10, grip.y + 6, { steps: 3 });
    await page.mouse.move(grip.x + 26, grip.y + 18, { steps: 3 });
    const [held] = await places(module);
    await page.mouse.up();
    await expect(desk.button('Undo')).toBeEnabled();
    expect(await places(module)).toEqual([held]);
    expect((held?.[0] ?? 0) - (before[1]?.[0] ?? 0)).toBeCloseTo(26, -1);
    const others = [server, canvas.host('SQL-01'), canvas.host('TANIUM-ZS-01'), core];
    expect(await places(...others)).toEqual([before[0], before[2], before[3], before[4]]);
    await desk.undo('move');
    await still();
  });

  await test.step('the wheel pans, with Ctrl it zooms at the pointer', async () => {
    const [x, y] = [(await boxOf(server)).x + 30, (await boxOf(server)).y + 10];
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await boxOf(server)).width / (before[0]?.[2] ?? 1)).toBeGreaterThan(1.05);
    const { x: left, y: top, width } = await boxOf(server);
    const scale = width / (before[0]?.[2] ?? 1);
    expect(Math.abs(x - left - 30 * scale)).toBeLessThan(2);
    expect(Math.abs(y - top - 10 * scale)).toBeLessThan(2);
    const earlier = await places(server);
    await page.mouse.wheel(0, 100);
    await expect.poll(async () => ((await places(server))[0]?.[1] ?? 0) - (earlier[0]?.[1] ?? 0)).toBeLessThan(-20);
    expect((await boxOf(server)).width).toBeCloseTo(width, 0);
  });

  await test.step('a rubber band catches cards, which move together', async () => {
    await canvas.fit();
    await expect.poll(async () => (await boxOf(server)).width / (before[0]?.[2] ?? 1)).toBeLessThan(1.04);
    const [one, other] = [await boxOf(server), await boxOf(module)];
    const from = { x: Math.min(one.x, other.x) - 6, y: Math.min(one.y, other.y) - 6 };
    const to = { x: Math.max(one.x + one.width, other.x + other.width) + 6, y: Math.max(one.y + one.height, other.y + other.height) + 6 };
    await page.keyboard.down('Shift');
    await drag(page, from, to);
    await page.keyboard.up('Shift');
    await expect(inspector.title('2 things selected')).toBeVisible();
    const held = await places(server, module);
    await canvas.moveHost(server, { x: one.x + 60 + 12, y: one.y + 12 + 8 });
    await expect.poll(async () => ((await places(server))[0]?.[0] ?? 0) - (held[0]?.[0] ?? 0)).toBeGreaterThan(6);
    const now = await places(server, module);
    const by = { x: (now[0]?.[0] ?? 0) - (held[0]?.[0] ?? 0), y: (now[0]?.[1] ?? 0) - (held[0]?.[1] ?? 0) };
    expect(now).toEqual(shifted(held, by));
    await desk.undo('move');
    await expect.poll(() => places(server, module)).toEqual(held);
  });
});
