import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { pointIn } from '../pages/pointer.ts';

const EXAMPLE = join(import.meta.dirname, '../../src/model/fixtures/endpoint-tooling.plan.json');
const SAVED = /(^| · )Saved$/;

async function titled(desk: Desk, title: string): Promise<void> {
  await desk.beginBlank();
  await desk.inspector.fill('Title', title);
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
}

test('many plans are kept, found, renamed, duplicated, deleted and brought back', async ({ page }) => {
  const desk = new Desk(page);
  await titled(desk, 'Branch pilot');
  await desk.showPlans();
  await page.getByRole('button', { name: 'Blank plan', exact: true }).click();
  await desk.inspector.fill('Title', 'Core refresh');
  await desk.palette.drop('DMZ zone', await pointIn(desk.canvas.surface, 60, 30));
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  await desk.showPlans();

  await test.step('the plan on the desk says so, each shows what it holds', async () => {
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(desk.kept('Core refresh').getByText('2 zones, 0 hosts · on the desk')).toBeVisible();
    await expect(desk.kept('Branch pilot').getByText('1 zone, 0 hosts')).toBeVisible();
  });

  await test.step('search', async () => {
    await page.getByRole('searchbox', { name: 'Find a plan' }).fill('branch');
    await expect(page.getByRole('article')).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Find a plan' }).press('Escape');
    await expect(page.getByRole('article')).toHaveCount(2);
  });

  await test.step('rename and duplicate', async () => {
    await desk.onKept('Branch pilot', 'Rename');
    await page.getByRole('textbox', { name: 'Plan title' }).fill('Lyon pilot');
    await page.keyboard.press('Enter');
    await desk.onKept('Lyon pilot', 'Duplicate');
    await expect(desk.kept('Lyon pilot (copy)')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(3);
  });

  await test.step('delete and undo', async () => {
    await desk.onKept('Lyon pilot (copy)', 'Delete plan');
    await expect(desk.kept('Lyon pilot (copy)')).toHaveCount(0);
    await desk.notice('Deleted Lyon pilot (copy)').getByRole('button', { name: 'Undo' }).click();
    await expect(desk.kept('Lyon pilot (copy)')).toBeVisible();
    await desk.onKept('Lyon pilot (copy)', 'Delete plan');
    await expect(page.getByRole('article')).toHaveCount(2);
    await page.reload();
    await expect(desk.title('Core refresh')).toBeVisible();
    await desk.showPlans();
    await expect(page.getByRole('article')).toHaveCount(2);
  });

  await test.step('open by keyboard, with the undo steps of its own', async () => {
    await page.getByRole('button', { name: 'Open Lyon pilot', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(desk.title('Lyon pilot')).toBeVisible();
    await desk.bar.getByRole('button', { name: 'Undo' }).click();
    await expect(desk.title('Branch pilot')).toBeVisible();
  });

  await test.step('its file is the one the plan itself would give', async () => {
    const saving = page.waitForEvent('download');
    await desk.export('Save as plan file');
    const file = await (await saving).path();
    await desk.showPlans();
    const again = page.waitForEvent('download');
    await desk.onKept('Branch pilot', 'Save as plan file');
    expect(await readFile(await (await again).path(), 'utf8')).toBe(await readFile(file, 'utf8'));
  });
});

test('a template that is only looked at leaves nothing behind', async ({ page }) => {
  const desk = new Desk(page);
  await titled(desk, 'Mine');
  await desk.showPlans();
  await page.getByRole('button', { name: 'Templates', exact: true }).click();
  await page.getByRole('button', { name: 'Use template: Tanium with a zone server' }).click();
  await expect(desk.title('Tanium with a zone server')).toBeVisible();
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  await desk.showPlans();
  await desk.page.getByRole('button', { name: 'Open Mine', exact: true }).click();
  await expect(desk.title('Mine')).toBeVisible();
  await desk.showPlans();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('a file dropped on the page opens as a copy', async ({ page }) => {
  const desk = new Desk(page);
  await titled(desk, 'Mine');
  const text = await readFile(EXAMPLE, 'utf8');
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'endpoint.plan.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('main', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(desk.title('Endpoint tooling, EMEA')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the former plan' }).click();
  await expect(desk.title('Mine')).toBeVisible();
});

test('revisions are kept under a name, restored as one step, deleted and brought back', async ({ page }) => {
  const desk = new Desk(page);
  await titled(desk, 'Plan');
  await desk.keepRevision('First', 'before the DMZ');
  await desk.palette.drop('DMZ zone', await pointIn(desk.canvas.surface, 60, 30));
  await expect(desk.canvas.zone('DMZ')).toBeVisible();
  await page.reload();
  await desk.export('Revisions');
  const dialog = page.getByRole('dialog', { name: 'Revisions' });
  await expect(dialog.getByText('before the DMZ')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete First' }).click();
  await expect(dialog.getByText('before the DMZ')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByRole('button', { name: 'Restore First' }).click();
  await expect(desk.canvas.zone('DMZ')).toHaveCount(0);
  await desk
    .button('Undo: restore revision')
    .or(desk.bar.getByRole('button', { name: 'Undo' }))
    .first()
    .click();
  await expect(desk.canvas.zone('DMZ')).toBeVisible();
});

test('two tabs follow each other, and where both edit at once one goes on with a copy', async ({ page, context }) => {
  const first = new Desk(page);
  await titled(first, 'Shared');
  const second = new Desk(await context.newPage());
  await second.page.goto('/');
  await expect(second.title('Shared')).toBeVisible();

  await test.step('the second follows the first, and the first the second', async () => {
    await first.inspector.fill('Author', 'Tab one');
    await expect(second.inspector.field('Author')).toHaveValue('Tab one');
    await second.inspector.fill('Revision', 'Tab two');
    await expect(first.inspector.field('Revision')).toHaveValue('Tab two');
  });

  await test.step('both at once', async () => {
    // A tab that hears nothing of the others edits what one of them has just changed, as when both write in the same moment.
    const deaf = new Desk(await context.newPage());
    await deaf.page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
    await deaf.page.goto('/');
    await expect(deaf.inspector.field('Revision')).toHaveValue('Tab two');
    await first.inspector.fill('Author', 'Ann');
    await expect(first.bar.getByText(SAVED)).toBeVisible();
    await deaf.inspector.fill('Revision', 'Ben');
    await expect(deaf.title('Shared (copy)')).toBeVisible();
    await expect(deaf.notice('Edited in another tab at the same time')).toBeVisible();
    await expect(deaf.inspector.field('Author')).toHaveValue('Tab one');
    await expect(deaf.inspector.field('Revision')).toHaveValue('Ben');
    await expect(deaf.bar.getByText(SAVED)).toBeVisible();
    await expect(first.title('Shared')).toBeVisible();
    await expect(first.inspector.field('Author')).toHaveValue('Ann');
    await first.showPlans();
    await expect(first.kept('Shared')).toBeVisible();
    await expect(first.kept('Shared (copy)')).toBeVisible();
  });
});

/** Every write to the storage of the page is refused from now on, as on a full disk. */
async function fillDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
    (window as unknown as { emptyDisk: () => void }).emptyDisk = () => {
      IDBObjectStore.prototype.put = put;
    };
  });
}

test('a full disk is told, with a way out, and is tried again', async ({ page }) => {
  const desk = new Desk(page);
  await titled(desk, 'Full');
  await fillDisk(page);
  await desk.inspector.fill('Author', 'Somebody');
  const notice = desk.notice('Not saved. Storage is full. Download a copy');
  await expect(notice).toBeVisible();
  await expect(desk.bar.getByText(/(^| · )Not saved$/)).toBeVisible();

  const saving = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Save as plan file' }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('"author": "Somebody"');

  await test.step('a plan that is not written comes back from memory', async () => {
    const data = await page.evaluateHandle(
      (content) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], 'x.plan.json'));
        return transfer;
      },
      await readFile(EXAMPLE, 'utf8'),
    );
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await expect(desk.title('Endpoint tooling, EMEA')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the former plan' }).click();
    await expect(desk.title('Full')).toBeVisible();
    await expect(desk.inspector.field('Author')).toHaveValue('Somebody');
  });

  await test.step('once there is room again it is written', async () => {
    await page.evaluate(() => (window as unknown as { emptyDisk: () => void }).emptyDisk());
    await desk.inspector.fill('Revision', 'Room again');
    await expect(desk.bar.getByText(SAVED)).toBeVisible();
    await page.reload();
    await expect(desk.inspector.field('Author')).toHaveValue('Somebody');
  });
});

test('a write that ended halfway gives the state before it, and says so', async ({ page }) => {
  const desk = new Desk(page);
  await titled(desk, 'Whole');
  await desk.inspector.fill('Author', 'Kept');
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  await desk.inspector.fill('Author', 'Half');
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  await page.evaluate(async () => {
    const request = indexedDB.open('keyval-store');
    await new Promise((resolve) => request.addEventListener('success', resolve));
    const store = request.result.transaction('keyval', 'readwrite').objectStore('keyval');
    const records = store.openCursor(IDBKeyRange.bound('plan/', 'plan/\uffff'));
    let newest: { key: IDBValidKey; value: { edit: number; text: string } } | null = null;
    await new Promise<void>((resolve) => {
      records.addEventListener('success', () => {
        const cursor = records.result;
        if (!cursor) return resolve();
        if (!newest || cursor.value.edit > newest.value.edit) newest = { key: cursor.key, value: cursor.value };
        cursor.continue();
      });
    });
    const { key, value } = newest as unknown as { key: IDBValidKey; value: { edit: number; text: string } };
    store.put({ ...value, text: value.text.slice(0, value.text.length / 2) }, key);
    await new Promise((resolve) => store.transaction.addEventListener('complete', resolve));
  });
  await page.reload();
  await expect(desk.title('Whole')).toBeVisible();
  await expect(desk.inspector.field('Author')).toHaveValue('Kept');
  await expect(desk.notice('Last save is damaged. The one before it is open')).toBeVisible();
  await desk.inspector.fill('Author', 'On again');
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(desk.inspector.field('Author')).toHaveValue('On again');
});
