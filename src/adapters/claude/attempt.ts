import type { Connection } from '../../core/request/connection.ts';
import type { PreparedRequest } from '../../core/request/wireRequest.ts';
import type { RunEvent } from '../../core/run/events.ts';
import { createClient } from './client.ts';
import type { Secrets } from './failures.ts';
import { failureOf, keepFaults } from './faults.ts';
import { isSilenceTimeout } from './networkFailures.ts';
import { type AnswerEnd, readAnswer } from './readAnswer.ts';
import { headersEvent } from './responseHeaders.ts';
import type { RunScope } from './scope.ts';
import { type SilenceLimits, startWatchdog } from './watchdog.ts';
import { watchWire } from './wire.ts';

/** What all attempts of a run share. */
export interface AttemptOptions {
  readonly now: () => number;
  readonly silence: SilenceLimits;
  readonly fetch: typeof globalThis.fetch;
  readonly onWireEvent: ((event: object) => void) | undefined;
  readonly secrets: Secrets;
}

/** How an attempt ended; one whose answer had begun is never repeated. */
export interface AttemptEnd extends AnswerEnd {
  readonly begun: boolean;
}

/** Makes one HTTP request and reads its answer. */
export async function performAttempt(
  attempt: number,
  request: PreparedRequest,
  connection: Connection,
  scope: RunScope,
  options: AttemptOptions,
): Promise<AttemptEnd> {
  const { now, secrets } = options;
  scope.emit({ kind: 'attempt-started', at: now(), attempt });
  const watchdog = startWatchdog(options.silence, now, {
    silent: (at, silentMs) => scope.emit({ kind: 'silence', at, silentMs }),
    end: (at) => scope.end({ kind: 'stalled' }, at, 'close'),
  });
  scope.onEnd(() => watchdog.stop());
  const wire = timedFetch(scope, options, watchdog.touch);
  const faults = keepFaults(wire.fetch);
  let begun = false;
  try {
    // Not through `messages.create`, which writes to the console about models that it calls deprecated.
    const response = await createClient(connection, request.version, faults.fetch)
      .post('/v1/messages', { body: { ...request.body, stream: true }, stream: true, signal: scope.closing })
      .asResponse();
    begun = true;
    const { onWireEvent } = options;
    const end = await readAnswer(response, { scope, now, onBytes: watchdog.touch, onWireEvent, secrets });
    return { ...end, begun };
  } catch (error) {
    const fault = faults.faultOr(error);
    if (isSilenceTimeout(fault)) return { outcome: { kind: 'stalled' }, connection: 'close', begun };
    return { outcome: { kind: 'failed', failure: failureOf(fault, secrets) }, connection: 'keep', begun };
  } finally {
    watchdog.stop();
    wire.stop();
  }
}

/** A `fetch` that tells when the connection stood, when the request went onto it and when headers came. */
function timedFetch(scope: RunScope, { now, fetch }: AttemptOptions, touch: (at: number) => void) {
  let stop = () => {};
  let sent = false;
  const steps = postpone(scope);
  const timed: typeof globalThis.fetch = async (input, init) => {
    let readyAt = now();
    const watched = watchWire(
      {
        now,
        connected(at, reused, connectMs) {
          readyAt = at;
          touch(at);
          steps.add({ kind: 'connected', at, reused, connectMs });
        },
        sent(at) {
          touch(at);
          if (!sent) steps.add({ kind: 'sent', at, approximate: false });
          else steps.replace({ kind: 'sent', at, approximate: false });
          sent = true;
        },
      },
      () => fetch(input, init),
    );
    stop = watched.stop;
    scope.onEnd(stop);
    const response = await orEnd(watched.result, scope);
    const at = now();
    touch(at);
    steps.flush();
    if (!sent) scope.emit({ kind: 'sent', at: readyAt, approximate: true });
    scope.emit(headersEvent(response.status, (name) => response.headers.get(name), at));
    return response;
  };
  return {
    fetch: timed,
    stop: () => {
      steps.flush();
      stop();
    },
  };
}

/**
 * Holds events back until the turn of the loop is over: the HTTP client tells that it is about to write the
 * request, and whoever hears of it must not delay the write.
 */
function postpone(scope: RunScope) {
  let waiting: RunEvent[] = [];
  const flush = () => {
    const events = waiting;
    waiting = [];
    for (const event of events) scope.emit(event);
  };
  return {
    add(event: RunEvent) {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push(event);
    },
    /** Puts an event in the place of the one of its kind, if that still waits. */
    replace(event: RunEvent) {
      waiting = waiting.map((other) => (other.kind === event.kind ? event : other));
    },
    flush,
  };
}

/** A `fetch` that never settles would leave the SDK's timer behind, and the whole run with it. */
function orEnd<T>(result: Promise<T>, scope: RunScope): Promise<T> {
  return new Promise((resolve, reject) => {
    result.then(resolve, reject);
    scope.onEnd(() => reject(new Error('The run is over.')));
  });
}
