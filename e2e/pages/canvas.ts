import type { Locator, Page } from '@playwright/test';
import { escaped, startsWith } from './names.ts';
import { boxOf, drag, type Point, pointIn } from './pointer.ts';

/** What the name of a gate tells. */
export interface Gate {
  readonly spoken: string;
  readonly boundary: string;
  readonly firewall: string | null;
  /** Openings in each direction that has some. */
  readonly counts: readonly number[];
}

/** The handles around a selected zone. */
export const HANDLES = ['top-left', 'top', 'top-right', 'right', 'bottom-right', 'bottom', 'bottom-left', 'left'] as const;
export type Handle = (typeof HANDLES)[number];

/** The drawing: zones, hosts, lines and gates, by the names that are read out. */
export class Canvas {
  readonly surface: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.surface = page.getByRole('application', { name: 'Canvas' });
  }

  /** A zone by its name; with `parent` only the one that lies in it. */
  zone(name: string, parent?: string): Locator {
    const within = parent === undefined ? '( in .+)?' : ` in ${escaped(parent)}`;
    return this.surface.getByRole('group', { name: new RegExp(`^${escaped(name)}, [^,]+ zone${within}$`) });
  }

  /** A zone that is collapsed, by its name and what it says it holds. */
  collapsedZone(name: string, content: string): Locator {
    return this.surface.getByRole('group', { name: new RegExp(`^${escaped(name)}, [^,]+ zone( in .+)?, collapsed, ${escaped(content)}$`) });
  }

  /** A host or group of hosts by its name; with `zone` only the one that stands there. */
  host(name: string, zone?: string): Locator {
    const place = zone === undefined ? '.+' : escaped(zone);
    return this.surface.getByRole('group', {
      name: new RegExp(`^${escaped(name)}, (host|[\\d,]+ machines) in ${place}, (no|\\d+) components?$`),
    });
  }

  /** The line between two hosts, by the label that is its button. */
  edge(from: string, to: string): Locator {
    return this.surface.getByRole('button', { name: startsWith(`${from} to ${to}, `) });
  }

  get edges(): Locator {
    return this.surface.getByRole('button', { name: /^(?!Gate ).+ to .+, / });
  }

  gate(name: string): Locator {
    return this.surface.getByRole('button', { name: startsWith(`Gate ${name}, `) });
  }

  /** Every gate with what its name tells: whose boundary, which firewall guards it, how many openings pass it. */
  async readGates(): Promise<Gate[]> {
    const spoken = await this.gates.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    return spoken.map((name) => {
      const [, boundary = '', firewall] = /^Gate ([^,]+)(?:, ([^,]+))?, (?:\d+ openings? from|no openings)/.exec(name) ?? [];
      const counts = [...name.matchAll(/, (\d+) openings? from /g)].map(([, count]) => Number(count));
      return { spoken: name, boundary, firewall: firewall ?? null, counts };
    });
  }

  get gates(): Locator {
    return this.surface.getByRole('button', { name: /^Gate / });
  }

  /** Brings the whole plan into view, and sees it drawn there. */
  async fit(): Promise<void> {
    await this.page.getByRole('main', { name: 'Canvas' }).getByRole('button', { name: 'Fit plan in view' }).click();
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  }

  /** Draws a rectangle with the tool or part in hand. */
  async drawRectangle(from: Point, to: Point): Promise<void> {
    await drag(this.page, from, to);
  }

  /** Takes a zone by its title and drags it by a distance. */
  async moveZone(zone: Locator, by: Point): Promise<void> {
    const grip = await pointIn(zone, 70, 20);
    await drag(this.page, grip, { x: grip.x + by.x, y: grip.y + by.y });
  }

  /** Takes a selected zone by one of the eight handles around it, and drags that by a distance. */
  async resizeZone(zone: Locator, handle: Handle, by: Point): Promise<void> {
    const box = await boxOf(zone);
    const along = (low: string, high: string, from: number, size: number) =>
      handle.includes(low) ? from : handle.includes(high) ? from + size : from + size / 2;
    const grip = { x: along('left', 'right', box.x, box.width), y: along('top', 'bottom', box.y, box.height) };
    await drag(this.page, grip, { x: grip.x + by.x, y: grip.y + by.y });
  }

  /** Takes a host by the port on one of its sides, which shows where the pointer is on the card, and moves to a point. */
  async pullFromPort(host: Locator, side: 'left' | 'right' | 'top' | 'bottom', to: Point): Promise<void> {
    const box = await boxOf(host);
    await this.page.mouse.move(box.x + box.width / 2, box.y + 12);
    const port = {
      x: side === 'left' ? box.x : side === 'right' ? box.x + box.width : box.x + box.width / 2,
      y: side === 'top' ? box.y : side === 'bottom' ? box.y + box.height : box.y + box.height / 2,
    };
    await this.page.mouse.move(port.x, port.y, { steps: 4 });
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 6 });
  }

  /** Takes a host by its header and drags it to a point. */
  async moveHost(host: Locator, to: Point): Promise<void> {
    await drag(this.page, await pointIn(host, 60, 12), to);
  }
}
