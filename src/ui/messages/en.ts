import { canvasEn } from './canvas.en.ts';
import { frameEn } from './frame.en.ts';
import type { Message } from './message.ts';

/** Every text of the page in English. Its keys are the keys of every other language. */
export const en = { ...frameEn, ...canvasEn } as const satisfies Record<string, Message>;
export type MessageKey = keyof typeof en;
