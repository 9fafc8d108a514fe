import type { Locator, Page } from '@playwright/test';
import { escaped } from './names.ts';
import { drag, pointIn } from './pointer.ts';

export type TableName = 'Openings' | 'Flows' | 'Host rules' | 'Findings' | 'Sources';

/** A heading in a table, with the number it shows and the rows below it. */
export interface Group {
  readonly name: string;
  readonly count: number;
  readonly rows: readonly string[];
}

/** The panel below: everything that follows from the drawing. */
export class Tables {
  readonly panel: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('region', { name: 'Tables' });
  }

  tab(name: TableName): Locator {
    return this.panel.getByRole('tab', { name: new RegExp(`^${name} \\d`) });
  }

  /** The tab while it shows that many. */
  counted(name: TableName, count: number): Locator {
    return this.panel.getByRole('tab', { name: `${name} ${count}`, exact: true });
  }

  grid(name: TableName): Locator {
    return this.panel.getByRole('grid', { name, exact: true });
  }

  /** Rows that name all the texts, in their order. */
  row(table: TableName, ...texts: readonly string[]): Locator {
    return this.grid(table).getByRole('row', { name: new RegExp(texts.map(escaped).join('.*')) });
  }

  /** The line that says what the rows are limited to, and its button that ends it. */
  only(name: string): Locator {
    return this.panel.getByText(`Only ${name}`, { exact: true });
  }

  async showAll(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Show all rows' }).click();
  }

  /** Every row that is no heading, as it reads. */
  async rows(table: TableName): Promise<string[]> {
    return (await this.groups(table)).flatMap((group) => group.rows);
  }

  /** The lines of a table under their headings; rows without heading stand in a group without name. */
  async groups(table: TableName): Promise<Group[]> {
    const read = await this.grid(table)
      .getByRole('row')
      .evaluateAll((lines) =>
        lines.map((line) => ({
          place: Number(line.getAttribute('aria-rowindex')),
          cells: [...line.querySelectorAll('[role="gridcell"]')].map((cell) => {
            // What is read out: letters in tiles are left away.
            const texts: string[] = [];
            const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const { parentElement: around, nodeValue } = walker.currentNode;
              if (!around?.closest('[aria-hidden="true"]')) texts.push(nodeValue ?? '');
            }
            return texts.join(' ').replace(/\s+/g, ' ').replaceAll(' ,', ',').trim();
          }),
        })),
      );
    const groups: { name: string; count: number; rows: string[] }[] = [];
    // The page keeps lines in any order; their index says where they stand.
    for (const { cells } of read.sort((a, b) => a.place - b.place)) {
      const [first = '', ...others] = cells;
      if (cells.length === 0) continue;
      if (cells.length === 1) {
        const [, name = '', count = ''] = /^(.*\S) (\d+)$/.exec(first) ?? [];
        groups.push({ name, count: Number(count), rows: [] });
        continue;
      }
      if (groups.length === 0) groups.push({ name: '', count: 0, rows: [] });
      groups.at(-1)?.rows.push(others.filter((cell) => cell !== '').join(' | '));
    }
    return groups;
  }

  /** Makes the panel as high as it goes. */
  async raise(): Promise<void> {
    const edge = this.panel.getByRole('separator', { name: 'Height of the tables' });
    await drag(this.page, await pointIn(edge, 400, 4), { x: 400, y: 60 });
  }
}
