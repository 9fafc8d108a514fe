import type { Content } from 'pdfmake/interfaces.js';
import type { Picture } from '../picture/svg.ts';
import { SIZE } from './look.ts';
import type { Writer } from './writer.ts';

/** The topology: whole on one page, and where that is too small to read, part by part on the pages after it. Sizes in points. */
export function topologyPages(
  pictures: readonly Picture[],
  room: { readonly width: number; readonly height: number },
  writer: Writer,
): Content[] {
  const parts = pictures.length - 1;
  return pictures.flatMap(({ svg, width, height }, index): Content[] => {
    const scale = Math.min(room.width / width, room.height / height, 1);
    const title = index === 0 ? 'Topology' : `Topology, part ${index} of ${parts}`;
    return [
      {
        ...writer.block(title),
        ...(index === 0 ? { id: 'topology', outline: true, outlineText: title } : {}),
        fontSize: SIZE.section,
        bold: true,
        pageBreak: 'before',
        margin: [0, 0, 0, 8],
      },
      { svg, width: width * scale, height: height * scale },
    ];
  });
}
