import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

/** Tanium's two plans and one of every other product. */
const TEMPLATES = [
  'Tanium with a zone server',
  'Tanium Appliances in two data centres',
  'Patch management with branches and home offices',
  'SMS in a security operations centre',
  'Threat Manager with its own database tier and a branch',
  'USM with server, logger and three sensors',
];

test.use({ viewport: { width: 1440, height: 1700 } });

for (const title of TEMPLATES) {
  test(`${title}: the gates count what the table lists`, async ({ page }) => {
    const desk = new Desk(page);
    const { canvas, tables, inspector } = desk;
    await desk.beginWith(title);
    await expect(desk.title(title)).toBeVisible();
    await expect(tables.grid('Openings')).toBeVisible();
    await tables.raise();
    await canvas.fit();

    const groups = await tables.groups('Openings');
    const listed = groups.reduce((sum, group) => sum + group.rows.length, 0);
    expect(listed).toBeGreaterThan(0);
    await expect(tables.counted('Openings', listed)).toBeVisible();
    for (const group of groups) expect(group.count, group.name).toBe(group.rows.length);

    const passing = new Map<string, Set<string>>();
    for (const gate of await canvas.readGates()) {
      expect(gate.boundary, gate.spoken).not.toBe('');
      const through = gate.counts.reduce((sum, count) => sum + count, 0);
      await canvas.surface.getByRole('button', { name: gate.spoken, exact: true }).click();
      await expect(canvas.surface.getByRole('button', { name: gate.spoken, exact: true, pressed: true })).toBeVisible();
      await expect(inspector.title(gate.boundary)).toBeVisible();
      await expect.poll(() => tables.rows('Openings').then((rows) => rows.length), gate.spoken).toBe(through);
      for (const count of gate.counts)
        await expect(inspector.panel.getByRole('heading', { level: 3, name: new RegExp(` ${count}$`) }).first()).toBeVisible();
      const point = gate.firewall ?? `${gate.boundary} No firewall named`;
      const rows = passing.get(point) ?? new Set();
      passing.set(point, rows);
      for (const row of await tables.rows('Openings')) rows.add(row);
    }
    await page.keyboard.press('Escape');
    await expect(tables.grid('Openings')).toBeVisible();
    expect(passing.size).toBeGreaterThan(0);
    for (const [point, rows] of passing) {
      const group = groups.find(({ name }) => name === point || name.startsWith(`${point} `));
      expect([...rows].sort(), point).toEqual([...(group?.rows ?? [])].sort());
    }
  });
}

test('a row lights its path, an edge filters the rows, a gate opens its boundary', async ({ page }) => {
  const desk = new Desk(page);
  const { canvas, tables, inspector } = desk;
  await desk.beginWith('Tanium with a zone server');
  const hub = canvas.edge('TANIUM-01', 'TANIUM-ZS-01');
  const operators = canvas.edge('ADMIN-01', 'TANIUM-01');
  const row = tables.row('Openings', 'TANIUM-01', 'TANIUM-ZS-01', 'Hub opens');

  await test.step('row to canvas', async () => {
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(inspector.title(/^Opening \d+, FW-CORE$/)).toBeVisible();
    await expect(hub).toHaveAttribute('data-light', 'lit');
    await expect(operators).toHaveAttribute('data-light', 'dimmed');
    await page.keyboard.press('Escape');
    await expect(row).toHaveAttribute('aria-selected', 'false');
    await expect(hub).not.toHaveAttribute('data-light');
    await expect(inspector.title('Tanium with a zone server')).toBeVisible();
  });

  await test.step('edge to rows', async () => {
    await hub.click();
    await expect(hub).toHaveAttribute('aria-pressed', 'true');
    await expect(inspector.title('TANIUM-01 to TANIUM-ZS-01')).toBeVisible();
    await expect(inspector.panel.getByRole('link', { name: 'Tanium: Tanium-Netzwerkports' })).toHaveAttribute('href', /^https:/);
    await expect.poll(() => tables.rows('Openings')).toEqual([expect.stringContaining('Hub opens the channel')]);
    await tables.showAll();
    await expect(tables.row('Openings', 'ADMIN-01')).toBeVisible();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await expect(tables.row('Openings', 'ADMIN-01')).toHaveAttribute('aria-selected', 'false');
  });

  await test.step('gate to boundary', async () => {
    await canvas.gate('DMZ to core').click();
    await expect(inspector.title('DMZ to core')).toBeVisible();
    await expect(inspector.panel.getByRole('combobox', { name: 'Firewall' })).toHaveValue('fw-core');
    await expect(hub).toHaveAttribute('data-light', 'lit');
    await expect.poll(() => tables.rows('Openings')).toEqual([expect.stringContaining('Hub opens the channel')]);
  });
});

test('findings say what is wrong and lead to it', async ({ page }) => {
  const desk = new Desk(page);
  const { canvas, tables, inspector } = desk;
  await desk.beginWith('Tanium with a zone server');
  await expect(tables.grid('Openings')).toBeVisible();
  await desk.bar.getByRole('button', { name: /^\d+ findings?$/ }).click();
  await expect(tables.tab('Findings')).toHaveAttribute('aria-selected', 'true');
  const rows = await tables.rows('Findings');
  await expect(tables.counted('Findings', rows.length)).toBeVisible();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatch(/^(Error|Warning|Note|Accepted) \| .+ \| .+ \| .+/);
  await tables.row('Findings', 'Roaming laptops').first().click();
  await expect(inspector.title('Roaming laptops')).toBeVisible();
  await expect(canvas.host('Roaming laptops')).toBeVisible();
});
