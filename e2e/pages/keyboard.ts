import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Somebody who uses the page without a mouse. */
export class Keyboard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses Tab until a thing has the focus. Fails where it cannot be reached that way. */
  async tabTo(thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(thing).toBeVisible();
    for (let presses = 0; presses < 150; presses += 1) {
      if (await thing.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`Tab does not lead to ${thing}`);
  }
}
