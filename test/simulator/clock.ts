/** CLOCK_MONOTONIC in milliseconds, comparable between processes of one machine. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Waits until the clock reaches `at`, or until the signal aborts; true when the time was reached. */
export function sleepUntil(at: number, signal: AbortSignal): Promise<boolean> {
  const left = at - monotonicMs();
  if (signal.aborted) return Promise.resolve(false);
  if (left <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    }, left);
    function stop(): void {
      clearTimeout(timer);
      resolve(false);
    }
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
