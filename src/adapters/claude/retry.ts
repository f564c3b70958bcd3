import type { Failure } from '../../core/failure.ts';

/** Longer than this nobody is made to wait: the run fails and says when to come back. */
const longestWaitMs = 60_000;
const firstBackoffMs = 500;
const longestBackoffMs = 8_000;
const jitter = 0.25;

/**
 * Milliseconds to wait before the next attempt after the given one (from 1) failed; null where none is made.
 * What the server asks for counts; without it 0.5 s, doubled each time, at most 8 s, less up to a quarter by
 * `random` (0 … 1), as the API's own SDK does.
 */
export function retryDelayMs(failure: Failure, attempt: number, random: () => number): number | null {
  if (!failure.retryable) return null;
  const asked = failure.retryAfterMs;
  if (asked !== null && asked > longestWaitMs) return null;
  if (asked !== null && asked > 0) return asked;
  const backoff = Math.min(firstBackoffMs * 2 ** (attempt - 1), longestBackoffMs);
  return backoff * (1 - jitter * random());
}

/** The wait in milliseconds that `retry-after-ms` or `retry-after` (seconds or an HTTP date) asks for; null without one. */
export function retryAfterOf(ms: string | null, after: string | null, epochMs: number): number | null {
  const exact = Number.parseFloat(ms ?? '');
  if (Number.isFinite(exact)) return Math.max(0, exact);
  if (after === null) return null;
  const seconds = Number(after);
  if (after.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(after);
  return Number.isNaN(date) ? null : Math.max(0, date - epochMs);
}
