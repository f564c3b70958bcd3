import { setImmediate } from 'node:timers/promises';

/** Work in steps of a millisecond or less: between two of them something else may have its turn. */
export type Steps<T> = Generator<void, T, void>;

/** How long the steps of one turn may take: ms. */
const turnMs = 5;

/** Takes all steps at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Takes the steps in short turns, so that nothing else waits for long; null as soon as they are not wanted any more. */
export async function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | null> {
  for (;;) {
    const end = performance.now() + turnMs;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < end);
    await setImmediate();
    if (!isWanted()) return null;
  }
}
