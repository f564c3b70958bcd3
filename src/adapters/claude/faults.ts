import type { Failure } from '../../core/failure.ts';
import { failureOfResponse, type Secrets } from './failures.ts';
import { failureOfThrown } from './networkFailures.ts';

/** An HTTP answer other than success, with its body as it came. */
class HttpError extends Error {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;

  constructor(status: number, headers: Headers, body: string) {
    super('HTTP error');
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

/** A `fetch` that remembers what went wrong in it. */
export interface FaultKeeper {
  readonly fetch: typeof globalThis.fetch;
  /** The fault of the last call, or else the given error. */
  faultOr(error: unknown): unknown;
}

/**
 * Wraps `fetch` so that the cause of a failure is kept as it was: the SDK replaces whatever mentions a timeout by an
 * error without cause, and cuts up bodies that are no JSON.
 */
export function keepFaults(fetch: typeof globalThis.fetch): FaultKeeper {
  let fault: unknown;
  return {
    fetch: async (input, init) => {
      fault = undefined;
      try {
        const response = await fetch(input, init);
        if (response.ok) return response;
        // A body that breaks off takes the words with it, not the status.
        const body = await response.text().catch(() => '');
        throw new HttpError(response.status, response.headers, body);
      } catch (error) {
        fault = error;
        throw error;
      }
    },
    faultOr: (error) => fault ?? error,
  };
}

/** The failure that an error of a request is, before any of its answer was read. */
export function failureOf(error: unknown, secrets: Secrets): Failure {
  if (!(error instanceof HttpError)) return failureOfThrown(error, secrets.values);
  const { status, headers, body } = error;
  return failureOfResponse({ status, header: (name) => headers.get(name), body }, secrets, Date.now());
}
