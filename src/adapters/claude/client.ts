import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { Connection } from '../../core/request/connection.ts';
import type { Secrets } from './failures.ts';

/** The API version that this product is written for: the one that its SDK sends by default. */
export const apiVersion = '2026-10-21';

/** Retries, silence and cancelling are watched over outside of the SDK; its own timer (24 h, in ms) never comes first. */
const noTimeoutMs = 86_400_000;

/** Headers that the SDK sets and that may pass. */
const ownHeaders = /^(accept|accept-encoding|anthropic-version|content-type|user-agent|x-stainless-.*)$/;

/** Headers that a person's own may not replace: the answer could not be read or not be timed. */
const fixedHeaders = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
]);

const authHeaders = new Set(['authorization', 'x-api-key']);

/**
 * The SDK's client for one connection and nothing else: no retries, no log, no tracing, no redirects (they would
 * carry key and prompt to another origin), and nothing of the environment.
 */
export function createClient(connection: Connection, version: string | null, fetch: typeof globalThis.fetch) {
  return new Client(connection, version, fetch);
}

/** What of a connection may never show up in a message. */
export function secretsOf(connection: Connection): Secrets {
  const values = Object.values(connection.headers);
  return {
    key: connection.key,
    values: connection.key === null ? values : [connection.key, ...values],
  };
}

/** Whether this connection needs a key and has none. */
export function lacksKey(connection: Connection): boolean {
  return connection.auth !== 'none' && (connection.key === null || connection.key === '');
}

class Client extends BaseAnthropic {
  readonly #allowed: ReadonlySet<string>;

  constructor(connection: Connection, version: string | null, fetch: typeof globalThis.fetch) {
    const headers = headersFor(connection, version);
    super({
      baseURL: connection.baseUrl,
      // An empty key keeps the SDK from looking for one in the environment and in files; see `headersFor`.
      apiKey: connection.key ?? '',
      authToken: null,
      webhookKey: null,
      defaultHeaders: headers,
      maxRetries: 0,
      timeout: noTimeoutMs,
      logLevel: 'off',
      openTelemetry: false,
      fetchOptions: { redirect: 'manual' },
      fetch,
    });
    const sent = Object.entries(headers).filter(([, value]) => value !== null);
    this.#allowed = new Set(sent.map(([name]) => name));
  }

  /** The SDK adds the headers that `ANTHROPIC_CUSTOM_HEADERS` holds, with no option against it: out they go again. */
  protected override async prepareRequest(request: RequestInit): Promise<void> {
    const headers = new Headers(request.headers);
    for (const name of [...headers.keys()]) {
      if (!ownHeaders.test(name) && !this.#allowed.has(name)) headers.delete(name);
    }
    request.headers = headers;
  }
}

function headersFor(connection: Connection, version: string | null): Record<string, string | null> {
  const headers: Record<string, string | null> = { 'anthropic-version': apiVersion };
  for (const [name, value] of Object.entries(connection.headers)) {
    const lower = name.toLowerCase();
    if (fixedHeaders.has(lower)) continue;
    if (authHeaders.has(lower) && connection.auth !== 'none') continue;
    headers[lower] = value;
  }
  if (version !== null) headers['anthropic-version'] = version;
  // Compression holds back small events until a block is full.
  headers['accept-encoding'] = 'identity';
  headers.accept = 'application/json';
  if (connection.auth === 'bearer') headers.authorization = `Bearer ${connection.key ?? ''}`;
  else headers.authorization ??= null;
  if (connection.auth === 'x-api-key') headers['x-api-key'] = connection.key;
  return headers;
}
