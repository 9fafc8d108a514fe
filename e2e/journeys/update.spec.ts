import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { servePage } from '../../scripts/page-server.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

test('a newer version waits until nobody works with the older one', async ({ browser }, info) => {
  const folder = info.outputPath('page');
  await cp(join(ROOT, 'dist'), folder, { recursive: true });
  const { url, close } = await servePage(folder, 0);
  const context = await browser.newContext({ baseURL: url });
  try {
    const page = await context.newPage();
    const desk = new Desk(page);
    await page.goto('/');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    await page.getByRole('button', { name: 'Blank plan', exact: true }).click();
    await page.evaluate(() => Object.assign(window, { STILL_THERE: true }));

    await replaceBy(folder, 'Portolan, the next');
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect(desk.notice('A new version is here. It starts the next time you open Portolan.')).toBeVisible();
    await desk.inspector.fill('Title', 'Undisturbed');
    await expect(desk.title('Undisturbed')).toBeVisible();
    expect(await page.evaluate(() => 'STILL_THERE' in window)).toBe(true);

    const beside = await context.newPage();
    await beside.goto('/');
    await expect(beside).toHaveTitle('Portolan');
    await beside.close();
    await page.close();

    await expect(async () => {
      const later = await context.newPage();
      await later.goto('/');
      const title = await later.title();
      await later.close();
      expect(title).toBe('Portolan, the next');
    }).toPass();
    const again = new Desk(await context.newPage());
    await again.page.goto('/');
    await expect(again.title('Undisturbed')).toBeVisible();
  } finally {
    await context.close();
    await close();
  }
});

/** Puts another build in the place of the page: with another title, and a service worker that knows of it. */
async function replaceBy(folder: string, title: string): Promise<void> {
  const [html, worker] = await Promise.all(['index.html', 'sw.js'].map((name) => readFile(join(folder, name), 'utf8')));
  const next = worker?.replace(/(url:`index\.html`,revision:`)[0-9a-f]+/, (_, start) => `${start}0123456789abcdef`);
  if (!html || !next || next === worker) throw new Error('The service worker does not name the page');
  await writeFile(join(folder, 'index.html'), html.replace('<title>Portolan</title>', `<title>${title}</title>`));
  await writeFile(join(folder, 'sw.js'), next);
}
