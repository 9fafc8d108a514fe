import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { boxOf } from '../pages/pointer.ts';

test('the page speaks German once asked to, and still does after it is loaded anew', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Tanium with a zone server');
  await expect(desk.tables.grid('Openings')).toBeVisible();
  await desk.button('Language').click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  const german = async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.getByRole('searchbox', { name: 'Komponente suchen' })).toBeVisible();
    await expect(page.getByRole('tab', { name: /^Freischaltungen \d+$/ })).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Freischaltungen' }).getByRole('columnheader', { name: 'Dienst' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Teilen', exact: true })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Office PCs, 4.800 Rechner in Office LAN, 1 Komponente' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toHaveCount(0);
  };
  await german();
  await page.reload();
  await german();

  await page.getByRole('tab', { name: /^Befunde/ }).click();
  const findings = page.getByRole('grid', { name: 'Befunde' });
  await expect(findings.getByText('Roaming laptops steht für jede Adresse des Internets.')).toBeVisible();
  await expect(findings.getByText('stands for any address')).toHaveCount(0);

  await page.getByRole('button', { name: 'Sprache' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(desk.button('Share')).toBeVisible();
});

test.describe('on a laptop, in German', () => {
  test.use({ locale: 'de-DE', viewport: { width: 1280, height: 720 } });

  test('what one can begin with is read to its end', async ({ page }) => {
    await page.goto('/');
    const panel = page.getByRole('region', { name: 'Anfangen' });
    const ways = panel.getByRole('button', { name: /^(Leerer Plan|Erster Plan mit Anleitung|Datei öffnen|Link einfügen)$/ });
    await expect(ways).toHaveCount(4);
    for (const way of await ways.all()) {
      const [inner, outer] = [await boxOf(way), await boxOf(panel)];
      expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width - 12);
      expect(
        await way.evaluate((button) => [...button.querySelectorAll('span')].filter((one) => one.scrollWidth > one.clientWidth).length),
      ).toBe(0);
    }
  });
});

test('light, dark or as the system says', async ({ page }) => {
  const desk = new Desk(page);
  const theme = page.locator('html');
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name }).click();
  };
  await page.emulateMedia({ colorScheme: 'light' });
  await desk.beginBlank();
  await expect(theme).toHaveAttribute('data-theme', 'light');
  await choose('Dark');
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await choose('As the system');
  await expect(theme).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(theme).toHaveAttribute('data-theme', 'dark');
  await choose('Light');
  await expect(theme).toHaveAttribute('data-theme', 'light');
  await page.reload();
  await expect(theme).toHaveAttribute('data-theme', 'light');
});
