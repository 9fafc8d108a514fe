import { expect, test } from '../fixtures.ts';

test('the page carries its content policy in the file and in every answer of the server', async ({ page }) => {
  const response = await page.goto('/');
  const header = response?.headers()['content-security-policy'] ?? '';
  const meta = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
  expect(header).toBe(`${meta}; frame-ancestors 'none'`);
  for (const directive of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(meta.split('; ')).toContain(directive);
  }
  await expect(page.locator('script:not([src])'), 'scripts written into the page').toHaveCount(0);
});

test('text never becomes code, styles or a foreign worker', async ({ page, watch }) => {
  await page.goto('/');
  const outcome = await page.evaluate(async () => {
    const attempt = (what: () => unknown): string => {
      try {
        what();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    const outline = getComputedStyle(document.body).outlineWidth;
    return {
      html: attempt(() => {
        document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>';
      }),
      parsed: attempt(() => new DOMParser().parseFromString('<p>text</p>', 'text/html')),
      // What a debugger runs may make code from text; what a timer of the page runs later may not.
      code: await new Promise((resolve) => setTimeout(() => resolve(attempt(() => new Function('return 1')())), 0)),
      blobWorker: attempt(() => new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' })))),
      foreignWorker: attempt(() => new Worker('https://elsewhere.example/engine.worker-abc.js')),
      otherScript: attempt(() => new Worker('/assets/index-abc.js')),
      secondPolicy: attempt(() => Reflect.get(window, 'trustedTypes').createPolicy('lax', { createHTML: String })),
      fetched: await fetch('https://elsewhere.example/').then(
        () => 'done',
        () => 'refused',
      ),
      outline,
    };
  });
  expect(outcome).toEqual({
    html: 'TypeError',
    parsed: 'TypeError',
    code: 'EvalError',
    blobWorker: 'TypeError',
    foreignWorker: 'TypeError',
    otherScript: 'TypeError',
    secondPolicy: 'TypeError',
    fetched: 'refused',
    outline: expect.not.stringContaining('7px'),
  });
  // Both the file's policy and the server's refused the last attempt: nothing more is on its way.
  await expect.poll(() => watch.complaints.filter((complaint) => complaint.startsWith('Content policy: connect-src')).length).toBe(2);
  // The refusals above were meant.
  watch.complaints.length = 0;
});
