import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { assertNever } from '../../src/core/assertNever.ts';
import { withoutKeys } from './auth.ts';
import { monotonicMs } from './clock.ts';
import type { Milestone, RecordedRequest, Stamp } from './record.ts';

/** A record while it is being written. */
export type Entry = { -readonly [K in keyof RecordedRequest]: RecordedRequest[K] } & { stamps: Stamp[] };

/** What somebody waits for: this point of the nth request of a path. */
export interface Awaited {
  readonly path: string;
  readonly nth: number;
  readonly what: Milestone;
  /** For `event`: how many events must have been written. */
  readonly events: number;
}

interface Waiter extends Awaited {
  readonly settle: (answer: RecordedRequest | Error) => void;
}

function reached(entry: Entry, { what, events }: Awaited): boolean {
  switch (what) {
    case 'request':
      return entry.bodyAt !== null;
    case 'headers':
      return entry.headersAt !== null;
    case 'event':
      return entry.stamps.length >= events;
    case 'end':
      return entry.endedAt !== null;
    case 'closed':
      return entry.closedAt !== null;
    default:
      return assertNever(what);
  }
}

function answerOf(entry: Entry, wanted: Awaited): RecordedRequest | Error | null {
  if (reached(entry, wanted)) return entry;
  if (entry.closedAt !== null)
    return new Error(`request ${wanted.nth} never reached "${wanted.what}": the client went away`);
  if (entry.endedAt !== null)
    return new Error(`request ${wanted.nth} never reached "${wanted.what}": its response ended`);
  return null;
}

/** Everything that was received and written, and who waits for it. */
export class Journal {
  #entries: Entry[] = [];
  #waiters: Waiter[] = [];
  #connections = new WeakMap<Socket, { id: number; at: number }>();
  #connectionCount = 0;

  /** All records so far. */
  get entries(): readonly RecordedRequest[] {
    return this.#entries;
  }

  /** Notes a new connection. */
  connected(socket: Socket): void {
    this.#connections.set(socket, { id: ++this.#connectionCount, at: monotonicMs() });
  }

  /** Begins the record of a request. */
  begin(request: IncomingMessage, path: string, receivedAt: number): Entry {
    const connection = this.#connections.get(request.socket) ?? { id: 0, at: 0 };
    const entry: Entry = {
      nth: 1 + this.#entries.filter((other) => other.path === path).length,
      method: request.method ?? '',
      path,
      headers: withoutKeys(request.headers),
      body: null,
      connection: connection.id,
      connectedAt: connection.at,
      receivedAt,
      bodyAt: null,
      status: null,
      requestId: null,
      headersAt: null,
      stamps: [],
      endedAt: null,
      closedAt: null,
      planned: null,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** Notes that the whole request is there. */
  arrived(entry: Entry, body: unknown): void {
    entry.body = body;
    entry.bodyAt = monotonicMs();
    this.changed(entry);
  }

  /** Tells those who wait that a record moved on. */
  changed(entry: Entry): void {
    if (this.#waiters.length === 0) return;
    this.#waiters = this.#waiters.filter((waiter) => {
      if (waiter.nth !== entry.nth || waiter.path !== entry.path) return true;
      const answer = answerOf(entry, waiter);
      if (answer !== null) waiter.settle(answer);
      return answer === null;
    });
  }

  /** Settles when the point is reached, or with an Error when it can't be reached any more. */
  until(wanted: Awaited): Promise<RecordedRequest | Error> {
    const entry = this.#entries.find(({ path, nth }) => path === wanted.path && nth === wanted.nth);
    const answer = entry === undefined ? null : answerOf(entry, wanted);
    if (answer !== null) return Promise.resolve(answer);
    return new Promise((settle) => this.#waiters.push({ ...wanted, settle }));
  }

  /** Forgets all records; those who wait get an Error. */
  clear(): void {
    this.#entries = [];
    for (const { settle } of this.#waiters.splice(0)) settle(new Error('cleared'));
  }
}
