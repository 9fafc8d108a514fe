import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

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
  const read = await page.evaluate(async () => {
    // The browser's own reader, where this build of it has one.
    const Detector = (
      globalThis as { BarcodeDetector?: new (o: object) => { detect: (s: ImageBitmapSource) => Promise<{ rawValue: string }[]> } }
    ).BarcodeDetector;
    const svg = document.querySelector<SVGElement>('dialog svg[role=img]');
    if (!Detector || !svg) return null;
    const image = new Image(512, 512);
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute('width', '512');
    copy.setAttribute('height', '512');
    image.src = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
    await image.decode();
    return (await new Detector({ formats: ['qr_code'] }).detect(await createImageBitmap(image)))[0]?.rawValue ?? '';
  });
  if (read !== null) expect(read).toBe(link);
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
