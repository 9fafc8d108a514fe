import type { canvasEn } from './canvas.en.ts';
import type { Message } from './message.ts';

/** Canvas: German. */
export const canvasDe: Record<keyof typeof canvasEn, Message> = {};
