import { type RunOptions, runRequest } from '../../src/adapters/claude/runRequest.ts';
import type { Connection } from '../../src/core/request/connection.ts';
import type { PreparedRequest } from '../../src/core/request/wireRequest.ts';
import type { RunEvent } from '../../src/core/run/events.ts';
import { reduceRun } from '../../src/core/run/reduceRun.ts';
import { initialRun, type RunState } from '../../src/core/run/state.ts';
import { replayRequest } from './replayLine.ts';

/** A key that no check takes for a real one. */
export const testKey = 'test-key-1234';

/** How a run of a test differs from the usual one. */
export interface RunSetup extends Partial<Omit<RunOptions, 'signal' | 'emit'>> {
  readonly connection?: Partial<Connection>;
  readonly request?: PreparedRequest;
  /** Called after each event was kept. */
  readonly onEvent?: (event: RunEvent) => void;
}

/** A run under test. */
export interface TestRun {
  readonly events: readonly RunEvent[];
  /** Resolves with the end of the run. */
  readonly done: Promise<RunState>;
  state(): RunState;
  abort(): void;
  /** Resolves with the nth event (from 1) of this kind, past or to come; rejects when the run ends without it. */
  until<K extends RunEvent['kind']>(kind: K, nth?: number): Promise<Extract<RunEvent, { kind: K }>>;
}

/** Starts a run against a server; it never waits for a backoff unless `random` is given. */
export function startRun(origin: string, setup: RunSetup = {}): TestRun {
  const { connection, request = replayRequest, onEvent, ...options } = setup;
  const controller = new AbortController();
  const events: RunEvent[] = [];
  const waiting = new Set<() => void>();
  let state = initialRun;
  const done = runRequest(
    request,
    { baseUrl: origin, auth: 'bearer', key: testKey, headers: {}, ...connection },
    {
      silence: { noticeMs: 0, endMs: 0 },
      ...options,
      signal: controller.signal,
      emit: (event) => {
        events.push(event);
        state = reduceRun(state, event);
        onEvent?.(event);
        for (const check of [...waiting]) check();
      },
    },
  ).then(() => state);
  return {
    events,
    done,
    state: () => state,
    abort: () => controller.abort(),
    until: (kind, nth = 1) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = events.filter((event) => event.kind === kind)[nth - 1];
          if (found === undefined && state.endState === null) return;
          waiting.delete(check);
          if (found === undefined)
            reject(new Error(`the run ended as ${state.endState} without ${kind} ${nth}`));
          else resolve(found as never);
        };
        waiting.add(check);
        check();
      }),
  };
}

/** The kinds of the events, equal ones in a row only once. */
export function story(events: readonly RunEvent[]): string {
  const kinds = events.map((event) => event.kind);
  return kinds.filter((kind, i) => kind !== kinds[i - 1]).join(' ');
}
