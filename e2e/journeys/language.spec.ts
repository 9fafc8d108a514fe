import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

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
