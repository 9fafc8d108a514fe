import { expect, type Locator, type Page } from '@playwright/test';
import { Canvas } from './canvas.ts';
import { Inspector } from './inspector.ts';
import { Palette } from './palette.ts';
import { Tables } from './tables.ts';

/** The page with a plan on it, and the start page before it. */
export class Desk {
  readonly page: Page;
  readonly palette: Palette;
  readonly canvas: Canvas;
  readonly inspector: Inspector;
  readonly tables: Tables;
  readonly bar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.palette = new Palette(page);
    this.canvas = new Canvas(page);
    this.inspector = new Inspector(page);
    this.tables = new Tables(page);
    this.bar = page.getByRole('banner');
  }

  /** Comes to the page for the first time and begins with an empty plan. */
  async beginBlank(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: 'Blank plan', exact: true }).click();
  }

  /** Comes to the page for the first time and begins with a template. */
  async beginWith(template: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: `Use template: ${template}`, exact: true }).click();
  }

  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }

  /** A drawing tool by its name. */
  tool(name: string): Locator {
    return this.bar.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true });
  }

  /** Takes one step back, after reading in its hint that it is the step one thinks it is. */
  async undo(step: string): Promise<void> {
    // The hint of a button that has just been pressed stays away until the pointer comes anew.
    await this.page.mouse.move(0, 0);
    await this.button('Undo').hover();
    await expect(this.page.getByRole('tooltip', { name: new RegExp(`^Undo: ${step}( |$)`) })).toBeVisible();
    await this.button('Undo').click();
  }

  /** The title of the plan in the bar. */
  title(name: string): Locator {
    return this.bar.getByRole('heading', { level: 1, name, exact: true });
  }

  /** The notice at the bottom. */
  notice(text: string | RegExp): Locator {
    return this.page
      .getByRole('region', { name: /Notifications/ })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  /** Finds an action in the command palette and performs it, with the keyboard alone. */
  async command(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const commands = this.page.getByRole('dialog', { name: 'Find any action, zone or component' });
    await expect(commands.getByRole('combobox')).toBeFocused();
    await this.page.keyboard.type(name);
    await expect(commands.getByRole('option', { name, selected: true })).toBeVisible();
    await this.page.keyboard.press('Enter');
  }

  /** Opens the export menu and picks an entry. */
  async export(entry: string): Promise<void> {
    await this.button('Export').click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** Goes to the library on the start page. */
  async showPlans(): Promise<void> {
    await this.export('Show all plans');
    await this.page.getByRole('heading', { level: 2, name: 'Plans', exact: true }).waitFor();
  }

  /** A kept plan in the library, by its title. */
  kept(title: string): Locator {
    return this.page.getByRole('article', { name: title, exact: true });
  }

  /** Picks an entry from the menu of a kept plan. */
  async onKept(title: string, entry: string): Promise<void> {
    await this.kept(title)
      .getByRole('button', { name: `Actions for ${title}`, exact: true })
      .click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** Keeps the plan as it is as a revision. */
  async keepRevision(name: string, note = ''): Promise<void> {
    await this.export('Revisions');
    const dialog = this.page.getByRole('dialog', { name: 'Revisions' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('textbox', { name: 'Note' }).fill(note);
    await dialog.getByRole('button', { name: 'Keep this state' }).click();
    await dialog.getByRole('button', { name: `Compare with ${name}`, exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
  }

  /** What the share dialog offers as link, read from its field. */
  async shareLink(): Promise<string> {
    await this.button('Share').click();
    const link = await this.page.getByRole('textbox', { name: 'Share link' }).inputValue();
    await this.page.getByRole('button', { name: 'Close', exact: true }).click();
    return link;
  }
}
