import type { Failure } from '../../../../src/core/failure.ts';
import type { BlockKind, DeltaKind, Outcome, RunEvent } from '../../../../src/core/run/events.ts';
import { reduceRun } from '../../../../src/core/run/reduceRun.ts';
import { initialRun, type RunState } from '../../../../src/core/run/state.ts';
import { noUsage, type Usage } from '../../../../src/core/run/usage.ts';

/** The state after these events; every state on the way is frozen, so that a reducer that writes into one throws. */
export function play(events: readonly RunEvent[], from: RunState = initialRun): RunState {
  return events.reduce((state, event) => frozen(reduceRun(frozen(state), frozen(event))), from);
}

/** The same value, frozen as deep as it goes. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) frozen(member);
  return value;
}

/** A failure that another attempt may mend. */
export const overloaded: Failure = {
  kind: 'overloaded',
  status: 529,
  code: 'overloaded_error',
  message: 'Overloaded',
  requestId: 'req_failed',
  retryAfterMs: null,
  parameter: null,
  retryable: true,
};

export const attempt = (at: number, number = 1): RunEvent => ({
  kind: 'attempt-started',
  at,
  attempt: number,
});
export const connected = (at: number, connectMs: number | null): RunEvent => ({
  kind: 'connected',
  at,
  reused: connectMs === null,
  connectMs,
});
export const sent = (at: number, approximate = false): RunEvent => ({ kind: 'sent', at, approximate });
export const headers = (at: number, serverMs: number | null = null): RunEvent => ({
  kind: 'headers',
  at,
  status: 200,
  requestId: 'req_1',
  serverMs,
  simulated: false,
  rateLimit: null,
});
export const messageStart = (at: number, usage: Partial<Usage> = {}): RunEvent => ({
  kind: 'message-start',
  at,
  model: 'claude-haiku-5-5',
  usage: { ...noUsage, inputTokens: 10, outputTokens: 1, ...usage },
});
export const block = (at: number, index: number, kind: BlockKind, text = ''): RunEvent => ({
  kind: 'block-start',
  at,
  index,
  block: kind,
  name: null,
  text,
});
export const delta = (at: number, index: number, kind: DeltaKind, text = ''): RunEvent => ({
  kind: 'delta',
  at,
  index,
  delta: kind,
  text,
});
export const blockStop = (at: number, index: number): RunEvent => ({ kind: 'block-stop', at, index });
export const messageDelta = (
  at: number,
  stopReason: string | null,
  usage: Partial<Usage> = {},
  more: { readonly stopSequence?: string; readonly refusalCategory?: string } = {},
): RunEvent => ({
  kind: 'message-delta',
  at,
  stopReason,
  stopSequence: more.stopSequence ?? null,
  refusalCategory: more.refusalCategory ?? null,
  usage: { ...noUsage, ...usage },
});
export const messageStop = (at: number): RunEvent => ({ kind: 'message-stop', at });
export const alive = (at: number): RunEvent => ({ kind: 'alive', at });
export const silence = (at: number, silentMs: number): RunEvent => ({ kind: 'silence', at, silentMs });
export const attemptFailed = (
  at: number,
  retryInMs: number | null,
  failure: Failure = overloaded,
): RunEvent => ({
  kind: 'attempt-failed',
  at,
  failure,
  retryInMs,
});
export const ended = (at: number, outcome: Outcome = { kind: 'finished' }): RunEvent => ({
  kind: 'ended',
  at,
  outcome,
});

/** Attempt at 1,000 ms, connected after 40 ms, sent at 1,050, headers at 1,300. */
export const opening: readonly RunEvent[] = [
  attempt(1_000),
  connected(1_040, 40),
  sent(1_050),
  headers(1_300),
  messageStart(1_301),
];

/** Deltas of one kind, one each `everyMs` from a time on. */
export function deltas(
  from: number,
  everyMs: number,
  index: number,
  kind: DeltaKind,
  texts: readonly string[],
): readonly RunEvent[] {
  return texts.map((text, i) => delta(from + i * everyMs, index, kind, text));
}

/** The end of a whole answer: usage at `at`, `message_stop` and the run's end 1 ms later. */
export function closing(
  at: number,
  usage: Partial<Usage> = {},
  stopReason: string | null = 'end_turn',
): readonly RunEvent[] {
  return [messageDelta(at, stopReason, usage), messageStop(at + 1), ended(at + 1)];
}
