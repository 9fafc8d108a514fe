import type { Locator, Page } from '@playwright/test';

/** The panel on the right: what is selected, and its fields. */
export class Inspector {
  readonly panel: Locator;

  constructor(page: Page) {
    this.panel = page.getByRole('complementary', { name: 'Inspector' });
  }

  /** The name of what is selected. */
  title(name: string | RegExp): Locator {
    return this.panel.getByRole('heading', { level: 2, name });
  }

  /** A text field by its label. */
  field(label: string): Locator {
    return this.panel.getByRole('textbox', { name: label, exact: true });
  }

  /** Types into a field and leaves it with Enter. */
  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
    await this.field(label).press('Enter');
  }
}
