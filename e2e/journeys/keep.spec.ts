import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';
import { pointIn } from '../pages/pointer.ts';

const EXAMPLE = join(import.meta.dirname, '../../src/model/fixtures/endpoint-tooling.plan.json');
const OTHER = 'Tanium with a zone server';
/** The words beside the title once the plan is stored. */
const SAVED = /(^| · )Saved$/;

test('edits are there again after the page is loaded anew', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginWith('Intrusion prevention with one SMS');
  await desk.inspector.fill('Title', 'Kept plan');
  await expect(desk.title('Kept plan')).toBeVisible();
  await desk.palette.drop('Cloud zone', await pointIn(desk.canvas.surface, 60, 30));
  await expect(desk.canvas.zone('Cloud')).toBeVisible();
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(desk.title('Kept plan')).toBeVisible();
  await expect(desk.canvas.zone('Cloud')).toBeVisible();
  await expect(desk.tables.counted('Openings', 5)).toBeVisible();
  await test.step('and so are the steps back to the start', async () => {
    const undo = desk.bar.getByRole('button', { name: 'Undo' });
    await expect(undo).toBeEnabled();
    await undo.click();
    await expect(desk.canvas.zone('Cloud')).toHaveCount(0);
    await undo.click();
    await expect(desk.title('Intrusion prevention with one SMS')).toBeVisible();
    await expect(undo).toBeDisabled();
    await expect(desk.bar.getByText(SAVED)).toBeVisible();
    await page.reload();
    await expect(desk.title('Intrusion prevention with one SMS')).toBeVisible();
    await desk.bar.getByRole('button', { name: 'Redo' }).click();
    await desk.bar.getByRole('button', { name: 'Redo' }).click();
    await expect(desk.title('Kept plan')).toBeVisible();
    await expect(desk.canvas.zone('Cloud')).toBeVisible();
  });
});

test('a link over unsaved work opens as a copy, and the former plan is one click away', async ({ page, stranger }) => {
  const author = new Desk(stranger);
  await author.beginWith(OTHER);
  await expect(author.tables.grid('Openings')).toBeVisible();
  const link = await author.shareLink();

  const desk = new Desk(page);
  await desk.beginBlank();
  await desk.inspector.fill('Title', 'My own plan');
  await desk.palette.drop('DMZ zone', await pointIn(desk.canvas.surface, 60, 30));
  await expect(desk.canvas.zone('DMZ')).toBeVisible();

  await test.step('the link opens over it', async () => {
    await page.goto(link);
    await expect(desk.title(OTHER)).toBeVisible();
    await expect(page.getByText('Opened from a link. A copy, not saved until the first edit.')).toBeVisible();
    await expect(desk.canvas.host('TANIUM-ZS-01', 'DMZ')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });

  await test.step('one click goes back', async () => {
    await page.getByRole('button', { name: 'Back to the former plan' }).click();
    await expect(desk.title('My own plan')).toBeVisible();
    await expect(desk.canvas.zone('DMZ')).toBeVisible();
    await page.reload();
    await expect(desk.title('My own plan')).toBeVisible();
  });

  await test.step('an edited copy is kept, and the former plan stays beside it', async () => {
    await page.goto(link);
    await expect(desk.title(OTHER)).toBeVisible();
    await desk.inspector.fill('Title', 'Edited copy');
    await expect(desk.bar.getByText(SAVED)).toBeVisible();
    await page.reload();
    await expect(desk.title('Edited copy')).toBeVisible();
    await desk.button('Portolan, start page').click();
    await page.getByRole('button', { name: /^My own plan/ }).click();
    await expect(desk.title('My own plan')).toBeVisible();
    await expect(desk.canvas.zone('DMZ')).toBeVisible();
  });
});

test('a link that cannot be read says so and changes nothing', async ({ page, context, stranger }) => {
  const author = new Desk(stranger);
  await author.beginWith(OTHER);
  await expect(author.tables.grid('Openings')).toBeVisible();
  const whole = await author.shareLink();

  const desk = new Desk(page);
  await desk.beginBlank();
  await desk.inspector.fill('Title', 'Untouched');
  await expect(desk.bar.getByText(SAVED)).toBeVisible();
  for (const [link, message] of [
    [whole.slice(0, -40), 'Link is damaged or cut off'],
    ['/#p=1.%%%', 'Link is damaged or cut off'],
    ['/#p=9999.AAAA', 'Link is from a newer version'],
  ] as const) {
    await test.step(`${link.slice(-20)} in the open page`, async () => {
      await page.goto(link);
      await expect(desk.notice(message)).toBeVisible();
      await expect(desk.title('Untouched')).toBeVisible();
      expect(new URL(page.url()).hash).toBe('');
      await desk.notice(message).getByRole('button', { name: 'Close' }).click();
      await expect(desk.notice(message)).toHaveCount(0);
    });
  }
  await test.step('in a page of its own', async () => {
    const second = new Desk(await context.newPage());
    await second.page.goto(whole.slice(0, -40));
    await expect(second.title('Untouched')).toBeVisible();
    await expect(second.tables.tab('Openings')).toBeVisible();
    await expect(second.notice('Link is damaged or cut off')).toBeVisible();
    expect(new URL(second.page.url()).hash).toBe('');
  });
  await page.reload();
  await expect(desk.title('Untouched')).toBeVisible();
});

test('a plan file opens, and a file that is none is refused', async ({ page }) => {
  const desk = new Desk(page);
  const choose = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    const asking = page.waitForEvent('filechooser');
    await desk.export('Open a file');
    await (await asking).setFiles(file);
  };
  await desk.beginBlank();
  await desk.inspector.fill('Title', 'Before');

  await test.step('the example of the contract', async () => {
    await choose(EXAMPLE);
    await expect(desk.title('Endpoint tooling, EMEA')).toBeVisible();
    await expect(desk.canvas.surface.getByRole('group', { name: 'Office PCs, 4,800 machines in Office LAN, 1 component' })).toBeVisible();
    await expect(desk.canvas.edge('TANIUM-01', 'TANIUM-ZS-01')).toHaveAccessibleName(/tcp 17473, changed port$/);
    await expect(desk.canvas.gate('Edge')).toHaveAccessibleName('Gate Edge, 1 opening from Internet to DMZ');
  });

  await test.step('what its author left out or added comes first', async () => {
    await page.getByRole('button', { name: 'Look at what it leaves out' }).click();
    const dialog = page.getByRole('dialog', { name: 'What this plan changes' });
    await expect(dialog.getByText('air-gapped, content is imported by hand')).toBeVisible();
    await expect(dialog.getByText('package mirror')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('files that are none', async () => {
    const example = await readFile(EXAMPLE, 'utf8');
    for (const [text, message] of [
      ['zone;host', 'File is no JSON text'],
      ['{"zones": []}', 'File is no plan'],
      [example.replace('"version": 1', '"version": 2'), 'File is from a newer version'],
      [example.replace('"kind": "internet"', '"kind": 7'), /^Plan is not well formed at /],
    ] as const) {
      await choose({ name: 'other.plan.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect(desk.notice(message)).toBeVisible();
      await expect(desk.title('Endpoint tooling, EMEA')).toBeVisible();
    }
  });

  await test.step('the former plan is a click away', async () => {
    await page.getByRole('button', { name: 'Back to the former plan' }).click();
    await expect(desk.title('Before')).toBeVisible();
  });
});
