import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect };

/** What went wrong on a page without any assertion asking for it. */
interface Watch {
  /** Console errors, uncaught errors and violations of the content policy. */
  readonly complaints: string[];
  /** Addresses asked for that are not the page's own. */
  readonly foreignRequests: string[];
}

/** Listens to everything that happens in a browser context from now on. */
async function watchOver(context: BrowserContext, home: string | undefined): Promise<Watch> {
  const watch: Watch = { complaints: [], foreignRequests: [] };
  const own = new URL(home ?? 'http://localhost').origin;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if ((url.protocol === 'http:' || url.protocol === 'https:') && url.origin !== own) watch.foreignRequests.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') watch.complaints.push(message.text());
  });
  context.on('weberror', (error) => watch.complaints.push(String(error.error())));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Content policy: ${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return watch;
}

/** Visits the page until it keeps itself, then cuts the network. */
async function goOffline(page: Page, context: BrowserContext): Promise<void> {
  await page.goto('/');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.goto('about:blank');
  await context.setOffline(true);
}

function expectNothingIn(watch: Watch): void {
  expect.soft(watch.complaints, 'errors of the page').toEqual([]);
  expect.soft(watch.foreignRequests, 'requests to other origins').toEqual([]);
}

/**
 * The `test` every journey uses. A journey fails, whatever else it asserts, when the page writes an error to the console, throws, breaks
 * its content policy or asks any other origin for anything. A journey that means to provoke one empties the list it checked.
 * `stranger` is a page in a browser that shares nothing with the first one, watched in the same way.
 */
export const test = base.extend<{ watch: Watch; stranger: Page; network: undefined }>({
  // Long enough for a busy machine, short enough to say which click it was.
  actionTimeout: 15_000,
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = await watchOver(context, baseURL);
      await use(watch);
      expectNothingIn(watch);
    },
    { auto: true },
  ],
  // `PORTOLAN_OFFLINE=1`: every journey after a first visit, with the network off.
  network: [
    async ({ page, context }, use) => {
      if (process.env.PORTOLAN_OFFLINE === '1') await goOffline(page, context);
      await use(undefined);
    },
    { auto: true },
  ],
  stranger: async ({ browser, baseURL, contextOptions, viewport, locale }, use) => {
    const context = await browser.newContext({
      ...contextOptions,
      viewport,
      ...(baseURL === undefined ? {} : { baseURL }),
      ...(locale === undefined ? {} : { locale }),
    });
    const watch = await watchOver(context, baseURL);
    const page = await context.newPage();
    if (process.env.PORTOLAN_OFFLINE === '1') await goOffline(page, context);
    await use(page);
    expectNothingIn(watch);
    await context.close();
  },
});
