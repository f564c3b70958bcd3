/** CLOCK_MONOTONIC in milliseconds, comparable between processes of one machine. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(stop, ms);
    function stop(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      resolve();
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Waits until the clock reaches `at`, or until the signal aborts; true when the time was reached. */
export async function sleepUntil(at: number, signal: AbortSignal): Promise<boolean> {
  // A timer may fire a little early by this clock.
  for (let left = at - monotonicMs(); left > 0 && !signal.aborted; left = at - monotonicMs()) {
    await pause(Math.ceil(left), signal);
  }
  return !signal.aborted;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
