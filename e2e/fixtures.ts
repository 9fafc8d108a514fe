import { test as base, expect } from '@playwright/test';

export { expect };

/** What went wrong on a page without any assertion asking for it. */
interface Watch {
  /** Console errors, uncaught errors and violations of the content policy. */
  readonly complaints: string[];
  /** Addresses asked for that are not the page's own. */
  readonly foreignRequests: string[];
}

/**
 * The `test` every journey uses. A journey fails, whatever else it asserts, when the page writes an error to the console, throws, breaks
 * its content policy or asks any other origin for anything. A journey that means to provoke one empties the list it checked.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch: Watch = { complaints: [], foreignRequests: [] };
      const own = new URL(baseURL ?? 'http://localhost').origin;
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
          console.error(
            `Content policy: ${event.violatedDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
          );
        });
      });
      await use(watch);
      expect.soft(watch.complaints, 'errors of the page').toEqual([]);
      expect.soft(watch.foreignRequests, 'requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
});
