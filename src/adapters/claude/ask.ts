import type { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { Connection } from '../../core/request/connection.ts';
import { createClient, lacksKey, secretsOf } from './client.ts';
import { noKey } from './failures.ts';
import { failureOf, keepFaults } from './faults.ts';
import type { Result } from './result.ts';

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
  request: (client: BaseAnthropic) => Promise<T>,
): Promise<Result<T>> {
  if (lacksKey(connection)) return { ok: false, failure: noKey };
  const faults = keepFaults(options.fetch ?? ((input, init) => globalThis.fetch(input, init)));
  const startedAt = performance.now();
  try {
    const value = await request(createClient(connection, version, faults.fetch));
    return { ok: true, value, roundTripMs: performance.now() - startedAt };
  } catch (error) {
    return { ok: false, failure: failureOf(faults.faultOr(error), secretsOf(connection)) };
  }
}
