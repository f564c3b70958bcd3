import type { Outcome, RunEvent } from '../../core/run/events.ts';

/** One run while it goes on: whoever ends it first, by the signal, by silence or by the answer, ends it for all. */
export interface RunScope {
  readonly over: boolean;
  /** Aborts when the run ends while its connection may still be open. */
  readonly closing: AbortSignal;
  /** Stamp of the last event, in ms. */
  readonly lastAt: number;
  /** Passes an event on; nothing passes once the run is over. */
  emit(event: RunEvent): void;
  /** Ends the run, once; closes the connection unless the answer was read to its end. */
  end(outcome: Outcome, at: number, connection: 'close' | 'keep'): void;
  /** Calls at the end of the run, or at once when it is over. */
  onEnd(call: () => void): void;
}

/** Opens a run; `done` is called right after its `ended` event. */
export function openScope(
  signal: AbortSignal,
  emit: (event: RunEvent) => void,
  now: () => number,
  done: () => void,
): RunScope {
  const controller = new AbortController();
  let calls: (() => void)[] = [];
  let over = false;
  let lastAt = now();

  function end(outcome: Outcome, at: number, connection: 'close' | 'keep'): void {
    if (over) return;
    over = true;
    signal.removeEventListener('abort', cancel);
    const ending = calls;
    calls = [];
    for (const call of ending) call();
    if (connection === 'close') controller.abort();
    try {
      emit({ kind: 'ended', at, outcome });
    } finally {
      done();
    }
  }

  function cancel(): void {
    end({ kind: 'cancelled' }, now(), 'close');
  }

  const scope: RunScope = {
    get over() {
      return over;
    },
    get lastAt() {
      return lastAt;
    },
    closing: controller.signal,
    emit(event) {
      if (over) return;
      lastAt = event.at;
      emit(event);
    },
    end,
    onEnd(call) {
      if (over) call();
      else calls.push(call);
    },
  };
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  return scope;
}
