import { monotonicMs } from './clock.ts';

const limits = { requests: 50, tokens: 450_000, 'input-tokens': 400_000, 'output-tokens': 80_000 } as const;

/** The headers that every response of the API carries. */
export function apiHeaders(requestId: string, nth: number, receivedAt: number): Record<string, string> {
  const reset = `${new Date(Date.now() + 60_000).toISOString().slice(0, 19)}Z`;
  const headers: Record<string, string> = {
    'x-prompt-tuner-simulated': '1',
    'request-id': requestId,
    'anthropic-organization-id': '5d1f0d6e-7c55-4b0e-9a53-0f3a5a9d2c11',
    'cache-control': 'no-cache',
    'server-timing': `x-originResponse;dur=${Math.round(monotonicMs() - receivedAt)}`,
  };
  for (const [name, limit] of Object.entries(limits)) {
    headers[`anthropic-ratelimit-${name}-limit`] = String(limit);
    headers[`anthropic-ratelimit-${name}-remaining`] = String(
      limit - (name === 'requests' ? nth % limit : (nth % 50) * 1000),
    );
    headers[`anthropic-ratelimit-${name}-reset`] = reset;
  }
  return headers;
}
