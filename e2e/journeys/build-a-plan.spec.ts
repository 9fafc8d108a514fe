import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { boxOf, pointIn } from '../pages/pointer.ts';

/** The columns of the rule sheet that programs rely on. */
const COLUMNS =
  'rule_id action firewall boundary from_zone to_zone source source_address destination destination_address protocol ports service need phase justification products sources flow_ids deviation remarks'.split(
    ' ',
  );

test('an architect draws a plan, reads its openings, changes it and hands it over', async ({ page, context, stranger }) => {
  test.setTimeout(150_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const desk = new Desk(page);
  const { canvas, palette, inspector, tables } = desk;
  const onCanvas = (x: number, y: number) => pointIn(canvas.surface, x, y);
  const server = canvas.host('TANIUM-SERVER-01');
  const client = canvas.host('TANIUM-CLIENT-01');

  await test.step('zones are dragged, drawn and nested', async () => {
    await desk.beginBlank();
    const internet = canvas.zone('Internet');
    await expect(internet).toBeVisible();
    const [box, corner] = [await boxOf(internet), await onCanvas(40, 40)];
    await canvas.moveZone(internet, { x: corner.x - box.x, y: corner.y - box.y });
    await expect.poll(async () => Math.round((await boxOf(internet)).x - corner.x)).toBeLessThan(8);

    await palette.drop('DMZ zone', await onCanvas(404, 60));
    await expect(canvas.zone('DMZ')).toBeVisible();
    await palette.drop('Client LAN zone', await onCanvas(54, 330));
    await expect(canvas.zone('Client LAN')).toBeVisible();

    await palette.part('Internal zone').click();
    await expect(page.getByRole('status').filter({ hasText: 'Click where Internal shall stand' })).toBeVisible();
    await canvas.drawRectangle(await onCanvas(400, 270), await onCanvas(870, 590));
    await expect(canvas.zone('Internal')).toBeVisible();
    await palette.drop('Restricted zone', await onCanvas(600, 420));
    await expect(canvas.zone('Restricted', 'Internal')).toBeVisible();
    await expect(inspector.title('Restricted')).toBeVisible();
  });

  await test.step('components are dragged into zones and onto a host', async () => {
    await palette.drop('Tanium Server', await pointIn(canvas.zone('Internal'), 130, 70));
    await expect(canvas.host('TANIUM-SERVER-01', 'Internal')).toBeVisible();
    await palette.drop('Tanium Zone Server Hub', await pointIn(server, 90, 44));
    await expect(server.getByRole('button', { name: 'Zone Server Hub' })).toBeVisible();
    await inspector.fill('Addresses', '10.10.1.10');

    await palette.drop('Tanium Zone Server', await pointIn(canvas.zone('DMZ'), 140, 70));
    await expect(canvas.host('ZONE-SERVER-01', 'DMZ')).toBeVisible();
    await inspector.fill('Addresses', '198.51.100.20');

    await palette.drop('Tanium Client', await pointIn(canvas.zone('Client LAN'), 140, 70));
    await expect(canvas.host('TANIUM-CLIENT-01', 'Client LAN')).toBeVisible();
    await inspector.fill('Addresses', '10.20.0.0/16');
    await inspector.fill('Count', '4800');
    await expect(canvas.surface.getByRole('group', { name: 'TANIUM-CLIENT-01, 4,800 machines in Client LAN, 1 component' })).toBeVisible();
  });

  await test.step('edges, gates and openings say what the components need', async () => {
    await expect(canvas.edges).toHaveCount(4);
    await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-CLIENT-01')).toHaveAccessibleName(/tcp 17472, within one zone$/);
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName('TANIUM-SERVER-01 to ZONE-SERVER-01, tcp 17472');
    await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toHaveAccessibleName(
      'TANIUM-CLIENT-01 to TANIUM-SERVER-01, tcp 17472',
    );
    await expect(canvas.edge('TANIUM-SERVER-01', 'Vendor services')).toHaveAccessibleName(
      'TANIUM-SERVER-01 to Vendor services, tcp 80, 443',
    );
    await expect(canvas.gate('DMZ | Internal')).toHaveAccessibleName('Gate DMZ | Internal, 1 opening from Internal to DMZ');
    await expect(canvas.gate('Internal | Internet')).toHaveAccessibleName('Gate Internal | Internet, 2 openings from Internal to Internet');
    await expect(tables.counted('Openings', 4)).toBeVisible();
    expect(await tables.groups('Openings')).toEqual([
      {
        name: 'Client LAN | Internal No firewall named',
        count: 1,
        rows: [
          'TANIUM-CLIENT-01 10.20.0.0/16 | TANIUM-SERVER-01 10.10.1.10 | tcp 17472 | Inside clients register with the server, and the ends of each chain exchange messages with it | Tanium | Required',
        ],
      },
      {
        name: 'DMZ | Internal No firewall named',
        count: 1,
        rows: [
          'TANIUM-SERVER-01 10.10.1.10 | ZONE-SERVER-01 198.51.100.20 | tcp 17472 | Hub opens the channel to the zone server | Tanium | Required',
        ],
      },
      {
        name: 'Internal | Internet No firewall named',
        count: 2,
        rows: [
          'TANIUM-SERVER-01 10.10.1.10 | DigiCert *.digicert.com | tcp 80 | Server checks the certificates of what it imports | Tanium | Required',
          'TANIUM-SERVER-01 10.10.1.10 | Tanium content content.tanium.com | tcp 443 | Server fetches updates of the platform and of modules | Tanium | Required',
        ],
      },
    ]);
  });

  await test.step('a changed port changes the rule and is marked as a deviation', async () => {
    await canvas.host('ZONE-SERVER-01').click({ position: { x: 60, y: 12 } });
    await inspector.fill('Port for the hub', '17500');
    await expect(inspector.panel.getByRole('button', { name: 'Default 17472' })).toBeVisible();
    await expect(canvas.edge('TANIUM-SERVER-01', 'ZONE-SERVER-01')).toHaveAccessibleName(
      'TANIUM-SERVER-01 to ZONE-SERVER-01, tcp 17500, changed port',
    );
    await expect(
      tables.row('Openings', 'ZONE-SERVER-01', 'tcp 17500').getByRole('img', { name: 'Changed from the default' }),
    ).toBeVisible();
    await expect(tables.row('Openings', 'ZONE-SERVER-01', 'tcp 17472')).toHaveCount(0);
  });

  await test.step('a host dragged into another zone changes the openings, and undo and redo go both ways', async () => {
    const inside = async () => {
      await expect(canvas.host('TANIUM-CLIENT-01', 'Client LAN')).toBeVisible();
      await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toBeVisible();
      await expect(tables.row('Openings', 'TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toBeVisible();
    };
    const outside = async () => {
      await expect(canvas.host('TANIUM-CLIENT-01', 'Internet')).toBeVisible();
      await expect(canvas.edge('TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toHaveCount(0);
      await expect(canvas.edge('TANIUM-CLIENT-01', 'ZONE-SERVER-01')).toBeVisible();
      await expect(canvas.gate('DMZ | Internet')).toHaveAccessibleName('Gate DMZ | Internet, 1 opening from Internet to DMZ');
      await expect(tables.row('Openings', 'TANIUM-CLIENT-01', 'TANIUM-SERVER-01')).toHaveCount(0);
      await expect(tables.row('Openings', 'TANIUM-CLIENT-01', 'ZONE-SERVER-01', 'Outside clients')).toBeVisible();
    };
    await inside();
    await canvas.moveHost(client, await pointIn(canvas.zone('Internet'), 90, 170));
    await outside();
    await desk.button('Undo').click();
    await inside();
    await desk.button('Redo').click();
    await outside();
    await desk.button('Undo').click();
    await inside();
    await expect(desk.button('Redo')).toBeEnabled();
  });

  await test.step('the rule sheet holds every line with its addresses', async () => {
    const coming = page.waitForEvent('download');
    await desk.export('Openings (CSV)');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('untitled-plan-openings.csv');
    const { data, meta, errors } = Papa.parse<Record<string, string>>(await readFile(await download.path(), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(meta.fields).toEqual(COLUMNS);
    const words = (line: Record<string, string>) =>
      `${line.action} ${line.boundary}: ${line.source} (${line.source_address}) -> ${line.destination} (${line.destination_address}) ${line.protocol} ${line.ports}`;
    expect(data.map(words).sort()).toEqual([
      'add Client LAN | Internal: TANIUM-CLIENT-01 (10.20.0.0/16) -> TANIUM-SERVER-01 (10.10.1.10) tcp 17472',
      'add DMZ | Internal: TANIUM-SERVER-01 (10.10.1.10) -> ZONE-SERVER-01 (198.51.100.20) tcp 17500',
      'add Internal | Internet: TANIUM-SERVER-01 (10.10.1.10) -> tanium/certificates (*.digicert.com) tcp 80',
      'add Internal | Internet: TANIUM-SERVER-01 (10.10.1.10) -> tanium/content (content.tanium.com) tcp 443',
    ]);
    const hub = data.find((line) => line.ports === '17500');
    expect(hub?.deviation).toContain('17472');
    expect(hub?.products).toBe('tanium');
    expect(data.map((line) => line.remarks).filter((remark) => remark?.startsWith('NOT ORDERABLE'))).toEqual([]);
  });

  await test.step('the share link opens the same plan in another browser', async () => {
    await desk.button('Share').click();
    await expect(page.getByRole('dialog', { name: 'Share this plan' }).getByText('Whoever has the link has the plan.')).toBeVisible();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(desk.notice('Link copied')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    const there = new Desk(stranger);
    await stranger.goto(link);
    await expect(there.tables.counted('Openings', 4)).toBeVisible();
    expect(new URL(stranger.url()).hash).toBe('');
    expect(await there.tables.groups('Openings')).toEqual(await tables.groups('Openings'));
    await expect(there.canvas.zone('Restricted', 'Internal')).toBeVisible();
    const names = (one: Desk) =>
      one.canvas.surface.getByRole('group').evaluateAll((all) => all.map((node) => node.getAttribute('aria-label')));
    expect(await names(there)).toEqual(await names(desk));
  });
});

test('a zone dropped on a zone lies inside it and moves with it', async ({ page }) => {
  const desk = new Desk(page);
  const { canvas, palette, inspector } = desk;
  await desk.beginBlank();
  await palette.drop('Internal zone', await pointIn(canvas.surface, 600, 60));
  await expect(canvas.zone('Internal')).toBeVisible();
  await palette.drop('Restricted zone', await pointIn(canvas.zone('Internal'), 140, 100));
  const inner = canvas.zone('Restricted', 'Internal');
  await expect(inner).toBeVisible();
  await expect(inspector.panel.getByRole('combobox', { name: 'Inside', exact: true })).toHaveValue('internal');
  const [outside, inside] = [await boxOf(canvas.zone('Internal')), await boxOf(inner)];
  expect(inside.x).toBeGreaterThan(outside.x);
  expect(inside.y).toBeGreaterThan(outside.y);
  expect(inside.x + inside.width).toBeLessThan(outside.x + outside.width);
  expect(inside.y + inside.height).toBeLessThan(outside.y + outside.height);

  await canvas.moveZone(canvas.zone('Internal'), { x: -80, y: 240 });
  await expect.poll(async () => Math.round((await boxOf(inner)).y - inside.y)).toBeGreaterThan(200);
  await expect(inner).toBeVisible();
});
