import type { Message } from './message.ts';

/** Canvas: English. */
export const canvasEn = {} as const satisfies Record<string, Message>;
