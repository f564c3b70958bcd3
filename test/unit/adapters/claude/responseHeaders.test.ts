import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersEvent } from '../../../../src/adapters/claude/responseHeaders.ts';

const none = { kind: 'headers', at: 5, status: 200, requestId: null, serverMs: null, simulated: false };

const cases: readonly (readonly [Readonly<Record<string, string>>, object])[] = [
  [{}, { rateLimit: null }],
  [{ 'request-id': 'req_1' }, { requestId: 'req_1', rateLimit: null }],
  [{ 'x-prompt-tuner-simulated': '1' }, { simulated: true, rateLimit: null }],
  [{ 'server-timing': 'cfOrigin;dur=1,x-originResponse;dur=812.5' }, { serverMs: 812.5, rateLimit: null }],
  [{ 'server-timing': 'cfOrigin;dur=1' }, { rateLimit: null }],
  [{ 'x-envoy-upstream-service-time': '640' }, { serverMs: 640, rateLimit: null }],
  [
    {
      'anthropic-ratelimit-requests-limit': '100',
      'anthropic-ratelimit-requests-remaining': '90',
      'anthropic-ratelimit-requests-reset': 'r',
      'anthropic-ratelimit-tokens-limit': '1000',
      'anthropic-ratelimit-tokens-remaining': '10',
      'anthropic-ratelimit-tokens-reset': 't',
    },
    { rateLimit: { requestsRemaining: 90, tokensRemaining: 10, reset: 't' } },
  ],
  [
    { 'anthropic-ratelimit-requests-remaining': '3', 'anthropic-ratelimit-requests-reset': 'r' },
    { rateLimit: { requestsRemaining: 3, tokensRemaining: null, reset: 'r' } },
  ],
];

for (const [headers, expected] of cases) {
  test(JSON.stringify(headers), () =>
    assert.deepEqual(
      headersEvent(200, (name) => headers[name] ?? null, 5),
      { ...none, ...expected },
    ),
  );
}
