import type { Connection } from '../../core/request/connection.ts';
import type { PreparedRequest } from '../../core/request/wireRequest.ts';
import { maxAttempts } from '../../core/run/attempts.ts';
import type { RunEvent } from '../../core/run/events.ts';
import { type AttemptOptions, performAttempt } from './attempt.ts';
import { lacksKey, secretsOf } from './client.ts';
import { noKey } from './failures.ts';
import { failureOfThrown } from './networkFailures.ts';
import { retryDelayMs } from './retry.ts';
import { openScope, type RunScope } from './scope.ts';
import type { SilenceLimits } from './watchdog.ts';

/** How a run is made, watched and cancelled. */
export interface RunOptions {
  readonly signal: AbortSignal;
  /** Called synchronously with each event; an event's `at` is when it happened, which may be before the call. */
  readonly emit: (event: RunEvent) => void;
  readonly silence: SilenceLimits;
  /** In all; 3 by default. */
  readonly maxAttempts?: number;
  /** By default `globalThis.fetch` as it is when the request is made. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds of a monotonic clock; `performance.now` by default. */
  readonly now?: () => number;
  /** 0 … 1, for the jitter of the backoff; `Math.random` by default. */
  readonly random?: () => number;
  /** Gets each event of the API as it was parsed, before its `emit`. */
  readonly onWireEvent?: (event: object) => void;
}

/** Runs one request with visible attempts; never rejects; the last event is always `ended`, exactly once. */
export function runRequest(
  request: PreparedRequest,
  connection: Connection,
  options: RunOptions,
): Promise<void> {
  const now = options.now ?? (() => performance.now());
  const context: AttemptOptions = {
    now,
    silence: options.silence,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onWireEvent: options.onWireEvent,
    secrets: secretsOf(connection),
  };
  return new Promise((resolve) => {
    const scope = openScope(options.signal, options.emit, now, resolve);
    if (scope.over) return;
    if (lacksKey(connection)) {
      scope.end({ kind: 'failed', failure: noKey }, now(), 'keep');
      return;
    }
    const made = makeAttempts(request, connection, scope, context, options);
    made.catch((error: unknown) => {
      const failure = failureOfThrown(error, context.secrets.values);
      scope.end({ kind: 'failed', failure }, now(), 'close');
    });
  });
}

async function makeAttempts(
  request: PreparedRequest,
  connection: Connection,
  scope: RunScope,
  context: AttemptOptions,
  options: RunOptions,
): Promise<void> {
  const { now } = context;
  for (let attempt = 1; !scope.over; attempt++) {
    const end = await performAttempt(attempt, request, connection, scope, context);
    if (scope.over) return;
    if (end.outcome.kind !== 'failed') {
      // The run ends with its last event, not when the socket is done with.
      scope.end(end.outcome, end.outcome.kind === 'finished' ? scope.lastAt : now(), end.connection);
      return;
    }
    const { failure } = end.outcome;
    const mayRetry = !end.begun && attempt < (options.maxAttempts ?? maxAttempts);
    const retryInMs = mayRetry ? retryDelayMs(failure, attempt, options.random ?? Math.random) : null;
    scope.emit({ kind: 'attempt-failed', at: now(), failure, retryInMs });
    if (retryInMs === null) scope.end(end.outcome, now(), end.connection);
    else await pause(retryInMs, scope);
  }
}

function pause(ms: number, scope: RunScope): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    scope.onEnd(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
