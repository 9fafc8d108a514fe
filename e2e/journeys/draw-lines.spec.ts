import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { boxOf, drag, pointIn } from '../pages/pointer.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('boundaries and links are drawn with the mouse, and a host across a firewall is announced', async ({ page }) => {
  test.setTimeout(120_000);
  const desk = new Desk(page);
  const { canvas, palette, inspector, tables } = desk;
  await desk.beginBlank();
  await palette.drop('DMZ zone', await pointIn(canvas.surface, 40, 40));
  await palette.drop('Client LAN zone', await pointIn(canvas.surface, 40, 390));
  await palette.part('Internal zone').click();
  await canvas.drawRectangle(await pointIn(canvas.surface, 420, 30), await pointIn(canvas.surface, 860, 570));
  const [dmz, lan, internal] = [canvas.zone('DMZ'), canvas.zone('Client LAN'), canvas.zone('Internal')];
  await palette.drop('Tanium Server', await pointIn(internal, 120, 300));
  await palette.drop('TPM Server', await pointIn(internal, 120, 460));
  await palette.drop('Tanium Zone Server', await pointIn(dmz, 130, 100));
  await palette.drop('Tanium Client', await pointIn(internal, 320, 300));
  const server = canvas.host('TANIUM-SERVER-01', 'Internal');
  const client = canvas.host('TANIUM-CLIENT-01');
  await expect(canvas.host('TANIUM-CLIENT-01', 'Internal')).toBeVisible();

  await test.step('a boundary is drawn by dragging from zone to zone', async () => {
    await desk.tool('Boundary').click();
    const [from, to] = [await pointIn(lan, 200, 140), await pointIn(internal, 30, 420)];
    await page.mouse.move(from.x, from.y);
    const promise = canvas.surface.getByText('Boundary with Internal');
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await expect(promise).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(promise).toHaveCount(0);
    await page.mouse.up();
    await desk.tool('Boundary').click();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await expect(promise).toBeVisible();
    await page.mouse.up();
    await page.getByRole('dialog', { name: 'Draw this boundary' }).getByRole('button', { name: 'Draw only this one' }).click();
    await expect(inspector.title('Client LAN | Internal')).toBeVisible();
    await expect(desk.tool('Select')).toHaveAttribute('aria-pressed', 'true');
    await inspector.fill('Name', 'Office border');
    await expect(inspector.title('Office border')).toBeVisible();
    await inspector.panel.getByRole('combobox', { name: 'Firewall' }).selectOption({ label: 'New firewall' });
    await inspector.field('Firewall name').fill('FW-CORE');
    await inspector.panel.getByRole('button', { name: 'Add firewall' }).click();
    await expect(canvas.gate('Office border')).toHaveAccessibleName(/^Gate Office border, FW-CORE, no openings/);
  });

  await test.step('the next one by two clicks, guarded by the same firewall', async () => {
    await desk.tool('Boundary').click();
    for (const side of [await pointIn(dmz, 200, 150), await pointIn(internal, 30, 200)]) await page.mouse.click(side.x, side.y);
    await expect(inspector.title('DMZ | Internal')).toBeVisible();
    await inspector.panel.getByRole('combobox', { name: 'Firewall' }).selectOption({ label: 'FW-CORE' });
    await expect(canvas.gate('DMZ | Internal')).toHaveAccessibleName(/^Gate DMZ \| Internal, FW-CORE, /);
    expect((await canvas.readGates()).filter((gate) => gate.firewall === 'FW-CORE')).toHaveLength(2);
    await desk.undo('change boundary');
    await desk.button('Redo').click();
  });

  await test.step('a host that is dragged behind the firewall: openings, and words for who cannot see them', async () => {
    const said = (text: string) => page.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
    const added = said('1 opening added at FW-CORE');
    await canvas.moveHost(client, await pointIn(lan, 110, 90));
    await expect(canvas.host('TANIUM-CLIENT-01', 'Client LAN')).toBeVisible();
    await added;
    await expect(canvas.gate('Office border')).toHaveAccessibleName('Gate Office border, FW-CORE, 1 opening from Client LAN to Internal');
    expect((await tables.groups('Openings')).map(({ name, count }) => [name, count])).toContainEqual(['FW-CORE Client LAN, Internal', 1]);
    const removed = said('1 opening removed at FW-CORE');
    await desk.undo('move');
    await removed;
    await desk.button('Redo').click();
    await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toBeVisible();
  });

  await test.step('a link is pulled out of a port: who may serve is lit, who may not is not', async () => {
    const state = (name: string) => canvas.host(name).locator('.host');
    await canvas.pullFromPort(client, 'right', await pointIn(server, 90, 20));
    await expect(state('TANIUM-SERVER-01')).toHaveAttribute('data-lit', 'over');
    await expect(state('ZONE-SERVER-01')).toHaveAttribute('data-lit', 'may');
    await expect(state('TPM-SERVER-01')).not.toHaveAttribute('data-lit');
    await expect(state('TPM-SERVER-01')).toHaveAttribute('data-dimmed');
    await page.keyboard.press('Escape');
    await expect(state('ZONE-SERVER-01')).not.toHaveAttribute('data-lit');
    await page.mouse.up();
    await expect(desk.button('Redo')).toBeDisabled();

    await canvas.pullFromPort(client, 'right', await pointIn(canvas.host('TPM-SERVER-01'), 90, 20));
    await page.mouse.up();
    await expect(desk.notice('No rule connects these two')).toBeVisible();

    await canvas.pullFromPort(client, 'right', await pointIn(server, 90, 20));
    await page.mouse.up();
    await expect(desk.notice('Linked TANIUM-CLIENT-01 to TANIUM-SERVER-01')).toBeVisible();
    await expect(inspector.panel.getByRole('button', { name: 'Choose partners' })).toContainText('TANIUM-SERVER-01');
    await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toBeVisible();
    await desk.undo('link');
  });

  await test.step('a click on a port is a click on the card, and the link tool draws from any place of it', async () => {
    const before = await boxOf(client);
    await canvas.pullFromPort(client, 'left', { x: before.x, y: before.y + before.height / 2 });
    await page.mouse.up();
    await expect(inspector.title('TANIUM-CLIENT-01')).toBeVisible();
    await desk.tool('Link').click();
    await drag(page, await pointIn(client, 60, 12), await pointIn(server, 60, 12));
    await expect(desk.notice('Linked TANIUM-CLIENT-01 to TANIUM-SERVER-01')).toBeVisible();
    expect(await boxOf(client)).toEqual(before);
  });
});
