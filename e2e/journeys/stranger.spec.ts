import { readPlan } from '../../src/model/gate.ts';
import { encodeLink } from '../../src/share/link.ts';
import { expect, test } from '../fixtures.ts';
import { Desk } from '../pages/desk.ts';

/** A plan that would mislead who only looks at the drawing. */
const LYING = {
  format: 'portolan.plan',
  version: 1,
  title: 'Harmless\u202e plan',
  zones: [
    { id: 'core', name: 'Core', cidrs: ['10.0.0.0/24'] },
    { id: 'dmz', name: 'DMZ', kind: 'dmz', cidrs: ['198.51.100.0/24'] },
  ],
  firewalls: [{ id: 'fw', name: 'FW\u200b-1' }],
  boundaries: [{ id: 'b', between: ['core', 'dmz'], firewall: 'fw' }],
  hosts: [
    {
      id: 'srv',
      name: 'SRV\u202e-01',
      zone: 'core',
      addresses: ['10.0.0.1'],
      components: [{ id: 'srv-server', type: 'tanium/server', settings: { clientPort: 4444 } }],
    },
    {
      id: 'printer',
      name: 'Printer',
      zone: 'dmz',
      addresses: ['0.0.0.0/0'],
      components: [{ id: 'printer-client', type: 'tanium/client' }],
    },
  ],
  waivers: [{ rule: 'tanium/server-to-content', reason: 'trust me' }],
  readings: { 'tanium/active-active-443': 'details' },
  requirements: [
    { id: 'r', from: [{ host: 'printer' }], to: [{ host: 'srv' }], service: { protocol: 'tcp', ports: '22' }, purpose: 'Printing' },
  ],
};

test('a stranger’s plan says first what its author chose, and hides no character', async ({ page }) => {
  const read = readPlan(LYING);
  if (!read.ok) throw new Error(read.error.what);
  const encoded = encodeLink(read.plan);
  if (!encoded.ok) throw new Error(encoded.error.what);
  const desk = new Desk(page);
  await page.goto(`/${encoded.link}`);
  await expect(desk.tables.grid('Openings')).toBeVisible();
  await expect(page.getByText('Waived flows: 1, Chosen readings: 1, Own requirements: 1, Changed settings: 1')).toBeVisible();

  await page.getByRole('button', { name: 'Look at what it leaves out' }).click();
  const dialog = page.getByRole('dialog', { name: 'What this plan changes' });
  await expect(dialog.getByText('trust me')).toBeVisible();
  await expect(dialog.getByText('Printer (0.0.0.0/0) → SRV<U+202E>-01 (10.0.0.1), tcp 22: Printing')).toBeVisible();
  await expect(dialog.getByText(/SRV<U\+202E>-01, Server: .* 4444/)).toBeVisible();
  await page.keyboard.press('Escape');

  await expect(desk.title('Harmless<U+202E> plan')).toBeVisible();
  await expect(desk.canvas.host('SRV<U+202E>-01')).toBeVisible();
  await desk.canvas.host('SRV<U+202E>-01').click({ position: { x: 60, y: 12 } });
  await expect(desk.inspector.panel.getByText('SRV<U+202E>-01').first()).toBeVisible();
  for (const tab of ['Flows', 'Host rules', 'Findings', 'Openings'] as const) {
    await desk.tables.tab(tab).click();
    expect(await page.evaluate(hidden), tab).toEqual([]);
  }
});

/** Texts of the page with characters that cannot be seen. Runs on the page. */
function hidden(): string[] {
  const unseen = /(?![\n\t])[\p{Cc}\p{Cf}]/u;
  const attributes = ['title', 'aria-label', 'alt', 'placeholder', 'aria-description'];
  const texts = [document.body.textContent ?? ''];
  for (const element of document.querySelectorAll('*')) for (const name of attributes) texts.push(element.getAttribute(name) ?? '');
  return texts.flatMap((text) => text.split('\n')).filter((text) => unseen.test(text));
}
