import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

/** The pixels of a screenshot, red, green, blue and alpha each. */
async function pixelsOf(page: Page, png: Buffer): Promise<{ pixels: number[]; width: number; height: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = image;
    const drawing = new OffscreenCanvas(width, height).getContext('2d');
    drawing?.drawImage(image, 0, 0);
    return { pixels: [...(drawing?.getImageData(0, 0, width, height).data ?? [])], width, height };
  }, png.toString('base64'));
}

test('a short link also as a code for a camera and as a letter; a long one only where nothing cuts it', async ({ page }) => {
  const desk = new Desk(page);
  await desk.beginBlank();
  await desk.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share this plan' });
  const link = await dialog.getByRole('textbox', { name: 'Share link' }).inputValue();
  expect(link.length).toBeLessThan(858);
  await dialog.getByRole('button', { name: 'QR code' }).click();
  const code = dialog.getByRole('img', { name: 'QR code' });
  await expect(code).toBeVisible();
  const { pixels, width, height } = await pixelsOf(page, await code.screenshot());
  expect(jsQR(Uint8ClampedArray.from(pixels), width, height)?.data).toBe(link);
  await expect(dialog.getByRole('button', { name: 'Mail' })).toBeVisible();
});

test('a link sealed with a passphrase opens with it and no other', async ({ page, context }) => {
  const desk = new Desk(page);
  await desk.beginBlank();
  await desk.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share this plan' });
  await dialog.getByRole('checkbox', { name: 'Seal with a passphrase' }).check();
  await expect(dialog.getByRole('button', { name: 'Copy link' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('Größe 42');
  const field = dialog.getByRole('textbox', { name: 'Share link' });
  await expect(field).toHaveValue(/#p=1s\./);
  const link = await field.inputValue();

  const other = await context.newPage();
  await other.goto(link);
  const asking = other.getByRole('dialog', { name: 'Sealed link' });
  await asking.getByLabel('Passphrase', { exact: true }).fill('größe 42');
  await asking.getByRole('button', { name: 'Open' }).click();
  await expect(asking.getByRole('alert')).toHaveText('Passphrase does not open the link, or the link is damaged');
  expect(other.url()).not.toContain('#p=');
  await asking.getByLabel('Passphrase', { exact: true }).fill('Größe 42');
  await asking.getByLabel('Passphrase', { exact: true }).press('Enter');
  await expect(asking).toBeHidden();
  await expect(new Desk(other).button('Share')).toBeEnabled();
  await expect(other.getByRole('banner')).toContainText('Untitled');
});
