import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Terminal } from './context.ts';

/** The terminal and file system that this process runs on. */
export const nodeTerminal: Terminal = {
  passphrase: process.env.PORTOLAN_PASSPHRASE,
  print: (content) => void process.stdout.write(content),
  complain: (line) => void process.stderr.write(`${line}\n`),
  readFile: (path, most) => readAtMost(createReadStream(path), most),
  readInput: (most) => readAtMost(process.stdin, most),
  writeFile: (path, content, overwrite) => writeFile(path, content, { flag: overwrite ? 'w' : 'wx' }),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
};

/** Stops one byte past the limit: enough for the gate to refuse, whatever endless thing is behind the path. */
async function readAtMost(stream: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
    pieces.push(bytes.subarray(0, most + 1 - length));
    length += bytes.length;
    if (length > most) break;
  }
  return Buffer.concat(pieces);
}
