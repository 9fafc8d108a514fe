import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Port that everything a machine receives is led to. */
export const ANSWERS_AT = 9;
const AT_ONCE = 500;
/** A busy machine answers late: what must be answered has this long, in milliseconds. */
const PATIENCE = 40_000;
/** What must not be answered: whether it arrived is noted where it would arrive, so that nothing depends on this. */
const IMPATIENCE = 600;

/**
 * Runs inside one machine's namespace: answers whatever arrives, and sends the packets it is told, one JSON line a round.
 * @typedef {{ at: number, kind: 'tcp' | 'udp', from: string, to: string, port: number, wanted: boolean }} Connection
 * @typedef {{ kind: 'icmp' | 'raw', from: string, to: string, number: number }} Bare
 */
export async function runAgent() {
  await Promise.all([answerTcp('0.0.0.0'), answerTcp('::')]);
  answerUdp('udp4', '0.0.0.0');
  answerUdp('udp6', '::');
  console.log('ready');
  for await (const line of createInterface({ input: process.stdin })) {
    const { connections, bare } = JSON.parse(line);
    await sendBare(bare);
    /** @type {number[]} */
    const answered = [];
    for (let start = 0; start < connections.length; start += AT_ONCE)
      answered.push(...(await tryAll(connections.slice(start, start + AT_ONCE))));
    console.log(JSON.stringify(answered));
  }
  process.exit(0);
}

/** @param {string} host */
function answerTcp(host) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end('here');
    });
    server.on('error', reject);
    server.listen({ port: ANSWERS_AT, host, ipv6Only: host === '::', backlog: 4096 }, () => resolve(undefined));
  });
}

/**
 * @param {'udp4' | 'udp6'} type
 * @param {string} host
 */
function answerUdp(type, host) {
  const socket = createSocket({ type, ipv6Only: type === 'udp6' });
  socket.on('message', (message, { port, address }) => socket.send(message, port, address, () => {}));
  socket.bind(ANSWERS_AT, host);
}

/**
 * @param {readonly Connection[]} connections
 * @returns {Promise<number[]>} numbers of those that were answered
 */
async function tryAll(connections) {
  const answers = await Promise.all(connections.map((each) => (each.kind === 'tcp' ? tryTcp(each) : tryUdp(each))));
  return connections.filter((_, at) => answers[at]).map(({ at }) => at);
}

/** @param {Connection} connection @returns {Promise<boolean>} */
function tryTcp({ from, to, port, wanted }) {
  return new Promise((resolve) => {
    const socket = connect({ host: to, port, localAddress: from });
    const end = (/** @type {boolean} */ answered) => {
      clearTimeout(timer);
      // Resetting one that is not connected yet would only note down to do so later, and keep it knocking.
      if (answered) socket.resetAndDestroy();
      else socket.destroy();
      resolve(answered);
    };
    const timer = setTimeout(() => end(false), wanted ? PATIENCE : IMPATIENCE);
    socket.on('data', () => end(true));
    socket.on('error', () => end(false));
  });
}

/** @param {Connection} connection @returns {Promise<boolean>} */
function tryUdp({ at, from, to, port, wanted }) {
  return new Promise((resolve) => {
    const socket = createSocket({ type: from.includes(':') ? 'udp6' : 'udp4' });
    const send = () => socket.send(`probe ${at}`, port, to, () => {});
    // A busy machine also loses some.
    const again = wanted ? setInterval(send, 1000) : undefined;
    const end = (/** @type {boolean} */ answered) => {
      clearTimeout(timer);
      clearInterval(again);
      socket.close();
      resolve(answered);
    };
    const timer = setTimeout(() => end(false), wanted ? PATIENCE : IMPATIENCE);
    socket.on('error', () => end(false));
    socket.on('message', (message) => end(message.toString() === `probe ${at}`));
    socket.bind(0, from, send);
  });
}

/**
 * Packets no ordinary socket sends.
 * @param {readonly Bare[]} bare
 */
function sendBare(bare) {
  if (bare.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const child = spawn('perl', [fileURLToPath(new URL('./send-packets.pl', import.meta.url))], { stdio: ['pipe', 'ignore', 'inherit'] });
    child.on('error', reject).on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`perl ended with ${code}`))));
    child.stdin.end(bare.map(({ kind, from, to, number }) => `${kind} ${from} ${to} ${number}\n`).join(''));
  });
}
