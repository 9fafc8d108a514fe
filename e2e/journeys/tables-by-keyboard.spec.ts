import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { Keyboard } from '../pages/keyboard.ts';
import type { TableName } from '../pages/tables.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the tables are reached, sorted, filtered, copied and followed to the canvas by keyboard alone', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const desk = new Desk(page);
  const { canvas, inspector, tables } = desk;
  const keys = new Keyboard(page);
  const heading = (name: string) => tables.grid('Openings').getByRole('columnheader', { name });
  await page.goto('/');
  await keys.tabTo(page.getByRole('button', { name: 'Use template: Tanium with a zone server', exact: true }));
  await keys.press('Enter');
  await expect(tables.counted('Openings', 8)).toBeVisible();

  await test.step('a key leads to the rows, out of a hidden panel too', async () => {
    await keys.press('\\');
    await expect(tables.grid('Openings')).toHaveCount(0);
    await keys.press('t');
    await expect(tables.grid('Openings')).toBeFocused();
  });

  await test.step('arrows change the tab', async () => {
    await keys.tabTo(tables.tab('Openings'), 'Shift+Tab');
    for (const name of ['Flows', 'Host rules', 'Findings', 'Sources'] satisfies TableName[]) {
      await keys.press('ArrowRight');
      await expect(tables.tab(name)).toBeFocused();
      await expect(tables.grid(name)).toBeVisible();
    }
    await keys.press('Home');
    await expect(tables.grid('Openings')).toBeVisible();
    await keys.press('t');
    await expect(tables.grid('Openings')).toBeFocused();
  });

  await test.step('above the first row are the headings, which sort', async () => {
    await keys.press('Home', 'ArrowUp');
    await keys.press('ArrowRight');
    await expect(heading('To').getByRole('button')).toBeFocused();
    await keys.press('Home', 'Enter');
    await expect(heading('From')).toHaveAttribute('aria-sort', 'ascending');
    const up = await tables.groups('Openings');
    await keys.press('Enter');
    await expect(heading('From')).toHaveAttribute('aria-sort', 'descending');
    expect(await tables.groups('Openings')).not.toEqual(up);
    await keys.press('Enter');
    await expect(heading('From')).not.toHaveAttribute('aria-sort');
    await keys.press('ArrowDown');
    await expect(tables.grid('Openings')).toBeFocused();
  });

  await test.step('a filter, and it is taken back', async () => {
    await keys.tabTo(tables.panel.getByRole('button', { name: 'Filter', exact: true }), 'Shift+Tab');
    await keys.press('Enter');
    await expect(tables.panel.getByRole('searchbox', { name: 'Filter' })).toBeFocused();
    await keys.type('1433');
    await expect.poll(() => tables.rows('Openings')).toEqual([expect.stringContaining('tcp 1433')]);
  });

  await test.step('columns are chosen, and the rows that show are copied', async () => {
    await keys.tabTo(tables.panel.getByRole('button', { name: 'Columns' }));
    await keys.press('Enter');
    const product = page.getByRole('menuitemcheckbox', { name: 'Product' });
    await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused();
    await expect(product).toBeChecked();
    await keys.press('ArrowDown');
    await expect(product).toBeFocused();
    await keys.press('Enter');
    await expect(product).not.toBeChecked();
    await keys.press('Escape');
    await expect(heading('Product')).toHaveCount(0);
    await keys.tabTo(tables.panel.getByRole('button', { name: 'Copy rows' }));
    await keys.press('Enter');
    await expect(desk.notice('Copied 1 row')).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('tcp 1433');
    expect(text).not.toContain('Product');
  });

  await test.step('a row leads to its path on the canvas, and a key back to it', async () => {
    await keys.press('t');
    await expect(tables.grid('Openings')).toBeFocused();
    await keys.press('End', 'Enter');
    await expect(inspector.title(/^Opening \d+, /)).toBeVisible();
    await expect(canvas.edge('TANIUM-01', 'SQL-01')).toBeVisible();
    await expect(canvas.host('SQL-01')).toBeInViewport({ ratio: 1 });
    const row = tables.row('Openings', 'tcp 1433');
    await expect(row).toHaveAttribute('aria-selected', 'true');
    await keys.tabTo(canvas.host('SQL-01'));
    await keys.press('Enter');
    await expect(inspector.title('SQL-01')).toBeVisible();
    await keys.press('t');
    await expect(tables.grid('Openings')).toBeFocused();
    await keys.press('Home', 'End', 'Enter');
    await expect(inspector.title(/^Opening \d+, /)).toBeVisible();
  });
});
