import type { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { Connection } from '../../core/request/connection.ts';
import { createClient, lacksKey, secretsOf } from './client.ts';
import { noKey } from './failures.ts';
import { failureOf, keepFaults } from './faults.ts';
import type { Result } from './result.ts';

/** The whole of a small request takes no longer: the SDK’s own timer ends with the headers, in ms. */
const timeoutMs = 30_000;

/** How a small request is made and cancelled. */
export interface AskOptions {
  readonly signal: AbortSignal;
  /** By default `globalThis.fetch` as it is when the request is made. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Makes a small request of one try; the round trip is that of the whole of it. Never rejects. */
export async function ask<T>(
  connection: Connection,
  version: string | null,
  options: AskOptions,
  request: (client: BaseAnthropic, signal: AbortSignal) => Promise<T>,
): Promise<Result<T>> {
  if (lacksKey(connection)) return { ok: false, failure: noKey };
  const faults = keepFaults(options.fetch ?? ((input, init) => globalThis.fetch(input, init)));
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(new Error('Request timed out.')), timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout.signal]);
  const startedAt = performance.now();
  try {
    const value = await request(createClient(connection, version, faults.fetch), signal);
    return { ok: true, value, roundTripMs: performance.now() - startedAt };
  } catch (error) {
    const fault: unknown = timeout.signal.aborted ? timeout.signal.reason : faults.faultOr(error);
    return { ok: false, failure: failureOf(fault, secretsOf(connection)) };
  } finally {
    clearTimeout(timer);
  }
}
