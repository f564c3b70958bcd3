import { request } from 'node:http';
import { isFields } from '../../simulator/request.ts';
import { recordedEvents } from '../../simulator/sse.ts';

/** A response as it came over the wire. */
export interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Body chunks as they arrived; HTTP chunks are never joined. */
  readonly chunks: readonly Buffer[];
  /** `end`, or the code of the error that ended it. */
  readonly ending: string;
}

/** What a test sends beside the defaults. */
export interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
  readonly signal?: AbortSignal;
}

/** The smallest request that streams. */
export const hello = {
  model: 'claude-haiku-5-5',
  max_tokens: 4096,
  stream: true,
  messages: [{ role: 'user', content: 'Tell me about gardens and compost.' }],
} as const;

/** Headers of a client of the current API version. */
export const usual = { authorization: 'Bearer test-key', 'anthropic-version': '2026-10-21' };

/** Sends a request and reads whatever comes until the end; never rejects. */
export function exchange(origin: string, sent: Sent = {}): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let headers = {};
    const finish = (ending: string) => resolve({ status, headers, chunks, ending });
    const options = {
      method: sent.method ?? 'POST',
      headers: sent.headers ?? usual,
      agent: false,
      ...(sent.signal === undefined ? {} : { signal: sent.signal }),
    } as const;
    const call = request(`${origin}${sent.path ?? '/v1/messages'}`, options, (response) => {
      status = response.statusCode ?? 0;
      headers = response.headers;
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => finish('end'));
      response.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.name));
    });
    call.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.name));
    const body = sent.body ?? hello;
    call.end(options.method === 'GET' ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
}

/** All bytes of the body. */
export function bytesOf(received: Received): Buffer {
  return Buffer.concat(received.chunks);
}

/** The JSON of a body that is not a stream. */
export function jsonOf(received: Received): Record<string, unknown> {
  return JSON.parse(bytesOf(received).toString('utf8'));
}

/** The data of every event, in order; what is not JSON stays text. */
export function eventsOf(received: Received): readonly Record<string, unknown>[] {
  return dataLines(bytesOf(received).toString('utf8')).map((line) => JSON.parse(line));
}

/** The text after `data:` of every event. */
export function dataLines(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trim());
}

/** The names of the events, in order. */
export function namesOf(received: Received): readonly string[] {
  return recordedEvents(bytesOf(received)).map(({ event }) => event);
}

/** The text of all text deltas. */
export function textOf(received: Received): string {
  const deltas = eventsOf(received).map((data) => data.delta as { text?: string } | undefined);
  return deltas.map((delta) => delta?.text ?? '').join('');
}

/** The value at a path of field names; undefined where the path ends early. */
export function dig(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isFields(inner) ? inner[name] : undefined), value);
}
