import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Hears what the HTTP client does below `fetch` for one request; times in milliseconds of the given clock. */
export interface WireListener {
  readonly now: () => number;
  /** The connection is there; `connectMs` is DNS + TCP + TLS, null on a reused one or where it was not seen. */
  connected(at: number, reused: boolean, connectMs: number | null): void;
  /**
   * The request goes onto the connection. Told again, with the better time, when its first bytes were handed over: the
   * client holds the head back until the body's first piece is there.
   */
  sent(at: number): void;
}

interface Watch {
  readonly listener: WireListener;
  connectStartedAt: number | null;
  wroteBody: boolean;
  stopped: boolean;
}

interface SocketPast {
  readonly openedFor: Watch | null;
  readonly connectMs: number | null;
  carried: boolean;
}

const current = new AsyncLocalStorage<Watch | undefined>();
const requests = new WeakMap<object, Watch>();
const sockets = new WeakMap<object, SocketPast>();
let listening = 0;

/**
 * Calls `fetch` inside of `action` such that the listener hears of this request and of no other, whatever else runs.
 * Where the HTTP client publishes nothing (a proxy in Electron, HTTP/2, a replaced `fetch`), the listener hears nothing.
 * Source: the `undici:*` diagnostics channels. Stop listening by the returned function.
 */
export function watchWire<T>(listener: WireListener, action: () => T): { result: T; stop: () => void } {
  if (listening++ === 0) for (const [name, handler] of channels) subscribe(name, handler);
  const watch: Watch = { listener, connectStartedAt: null, wroteBody: false, stopped: false };
  const stop = () => {
    if (watch.stopped) return;
    watch.stopped = true;
    if (--listening === 0) for (const [name, handler] of channels) unsubscribe(name, handler);
  };
  return { result: current.run(watch, action), stop };
}

// What a listener starts, such as another request, must not count as this one's.
function tell(watch: Watch, call: () => void): void {
  if (!watch.stopped) current.run(undefined, call);
}

const channels: readonly (readonly [string, (message: unknown) => void])[] = [
  ['undici:client:beforeConnect', beforeConnect],
  ['undici:client:connected', connected],
  ['undici:request:create', requestCreated],
  ['undici:client:sendHeaders', headersSent],
  // Not in Node 22: there the head's own moment stands, about 0.2 ms early.
  ['undici:request:bodyChunkSent', bodyChunkSent],
];

function beforeConnect(): void {
  const watch = current.getStore();
  if (watch !== undefined) watch.connectStartedAt = watch.listener.now();
}

function connected(message: unknown): void {
  const socket = memberObject(message, 'socket');
  if (socket === null) return;
  const watch = current.getStore() ?? null;
  if (watch === null || watch.connectStartedAt === null) {
    sockets.set(socket, { openedFor: null, connectMs: null, carried: false });
    return;
  }
  const at = watch.listener.now();
  const connectMs = at - watch.connectStartedAt;
  sockets.set(socket, { openedFor: watch, connectMs, carried: false });
  tell(watch, () => watch.listener.connected(at, false, connectMs));
}

function requestCreated(message: unknown): void {
  const request = memberObject(message, 'request');
  const watch = current.getStore();
  if (request === null || watch === undefined) return;
  // A proxy's tunnel is a request of its own.
  if (Reflect.get(request, 'method') === 'CONNECT') return;
  requests.set(request, watch);
  // The client's own limits of 300 s would end a silence that the person's settings let last longer.
  for (const limit of ['headersTimeout', 'bodyTimeout']) {
    if (Reflect.has(request, limit)) Reflect.set(request, limit, 0);
  }
}

function headersSent(message: unknown): void {
  const request = memberObject(message, 'request');
  const socket = memberObject(message, 'socket');
  const watch = request === null ? undefined : requests.get(request);
  const past = socket === null ? undefined : sockets.get(socket);
  if (watch !== undefined) {
    const at = watch.listener.now();
    tell(watch, () => {
      if (past === undefined || past.carried) watch.listener.connected(at, true, null);
      else if (past.openedFor !== watch) watch.listener.connected(at, false, past.connectMs);
      watch.listener.sent(at);
    });
  }
  if (past !== undefined) past.carried = true;
  else if (socket !== null) sockets.set(socket, { openedFor: null, connectMs: null, carried: true });
}

function bodyChunkSent(message: unknown): void {
  const request = memberObject(message, 'request');
  const watch = request === null ? undefined : requests.get(request);
  if (watch === undefined || watch.wroteBody) return;
  watch.wroteBody = true;
  const at = watch.listener.now();
  tell(watch, () => watch.listener.sent(at));
}

function memberObject(message: unknown, name: string): object | null {
  if (typeof message !== 'object' || message === null) return null;
  const value: unknown = Reflect.get(message, name);
  return typeof value === 'object' && value !== null ? value : null;
}
