import { once } from 'node:events';
import { connect } from 'node:net';
import { apiVersion } from '../../../src/adapters/claude/client.ts';
import { replayRequest } from '../../support/replayLine.ts';
import { firstDelta } from './timingBareRead.ts';
import type { TimingRow } from './timingRows.ts';

/** Reads an answer from a bare socket: what is left of the error is loopback, the server's and this process' turns. */
export async function socketRead(origin: string): Promise<TimingRow> {
  const { hostname, port } = new URL(origin);
  const body = JSON.stringify({ ...replayRequest.body, stream: true });
  const head = [
    'POST /v1/messages HTTP/1.1',
    `host: ${hostname}:${port}`,
    'connection: close',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `anthropic-version: ${apiVersion}`,
  ];
  const socket = connect(Number(port), hostname).setNoDelay();
  await once(socket, 'connect');
  let firstAt: number | null = null;
  let text = '';
  socket.on('data', (bytes) => {
    const at = performance.now();
    if (firstAt !== null) return;
    text += bytes.toString('latin1');
    if (firstDelta.test(text)) firstAt = at;
  });
  const sentAt = performance.now();
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'close');
  if (firstAt === null) throw new Error(`An answer has no text: ${text}`);
  return { reader: 'socket', sentAt, firstAt, ttftMs: firstAt - sentAt, approximate: false, reused: false };
}
