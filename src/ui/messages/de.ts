import { canvasDe } from './canvas.de.ts';
import { columnsDe } from './columns.de.ts';
import { dockDe } from './dock.de.ts';
import type { MessageKey } from './en.ts';
import { exportDe } from './export.de.ts';
import { frameDe } from './frame.de.ts';
import { guideDe } from './guide.de.ts';
import { inspectorDe } from './inspector.de.ts';
import { keepDe } from './keep.de.ts';
import { manyDe } from './many.de.ts';
import type { Message } from './message.ts';

/** Every text of the page in German: the compiler sees to it that none is missing. */
export const de: Record<MessageKey, Message> = {
  ...frameDe,
  ...dockDe,
  ...inspectorDe,
  ...canvasDe,
  ...exportDe,
  ...columnsDe,
  ...keepDe,
  ...manyDe,
  ...guideDe,
};
