import { expect, type Locator, type Page } from '@playwright/test';
import { drag, type Point, pointIn } from './pointer.ts';

/** The panel on the left, where parts are taken from. */
export class Palette {
  readonly panel: Locator;
  readonly search: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Palette' });
    this.search = this.panel.getByRole('searchbox', { name: 'Find a component' });
  }

  /** A zone kind or a component type, by its name. */
  part(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  /** Finds a part with the keyboard and places it where the selection says. */
  async placeByKeys(name: string): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.press('/');
    await expect(this.search).toBeFocused();
    await keyboard.type(name);
    await keyboard.press('ArrowDown');
    await expect(this.part(name)).toBeFocused();
    await keyboard.press('Enter');
  }

  /** Drags a part to a point and drops it there. */
  async drop(name: string, at: Point): Promise<void> {
    await this.part(name).scrollIntoViewIfNeeded();
    await drag(this.page, await pointIn(this.part(name), 40, 12), at);
  }
}
