import type { SheetInput } from '../material.ts';
import type { PictureOptions } from './brush.ts';
import { boundsOf, pictureScene } from './scene.ts';
import { Painter, type Picture } from './svg.ts';

/** The room for a picture on a page, and how small it may be drawn before it is split. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Smallest share of its size at which a picture can be read. */
  readonly least: number;
}

/** Points below which a printed text is a smear. */
const SMALLEST = 2.5;

/** No more parts than this: a larger picture is drawn smaller. */
const MOST_PARTS = 24;

/** The topology on sheets: whole, and where it would be too small to read also in parts, row by row. */
export function topologySheets(input: SheetInput, options: PictureOptions, sheet: Sheet): Picture[] {
  const scene = pictureScene(input);
  const painter = new Painter(input, scene, options);
  const bounds = boundsOf(scene);
  const fit = Math.min(1, sheet.width / bounds.width, sheet.height / bounds.height);
  const whole = new Painter(input, scene, { ...options, smallest: SMALLEST / fit }).picture(bounds);
  let scale = sheet.least;
  if (fit >= scale) return [whole];
  const count = () => [Math.ceil((bounds.width * scale) / sheet.width), Math.ceil((bounds.height * scale) / sheet.height)] as const;
  while (count()[0] * count()[1] > MOST_PARTS) scale *= 0.9;
  const [columns, rows] = count();
  const [width, height] = [bounds.width / columns, bounds.height / rows];
  const parts = Array.from({ length: rows * columns }, (_, index) => ({
    x: bounds.x + (index % columns) * width,
    y: bounds.y + Math.floor(index / columns) * height,
    width,
    height,
  }));
  return [whole, ...parts.map((part) => painter.picture(part))];
}
