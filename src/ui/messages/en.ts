import { canvasEn } from './canvas.en.ts';
import { columnsEn } from './columns.en.ts';
import { dockEn } from './dock.en.ts';
import { exportEn } from './export.en.ts';
import { frameEn } from './frame.en.ts';
import { guideEn } from './guide.en.ts';
import { inspectorEn } from './inspector.en.ts';
import { keepEn } from './keep.en.ts';
import { manyEn } from './many.en.ts';
import type { Message } from './message.ts';

/** Every text of the page in English. Its keys are the keys of every other language. */
export const en = {
  ...frameEn,
  ...dockEn,
  ...inspectorEn,
  ...canvasEn,
  ...exportEn,
  ...columnsEn,
  ...keepEn,
  ...manyEn,
  ...guideEn,
} as const satisfies Record<string, Message>;
export type MessageKey = keyof typeof en;
