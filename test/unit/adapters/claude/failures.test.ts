import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOfErrorEvent, failureOfResponse } from '../../../../src/adapters/claude/failures.ts';
import type { Failure } from '../../../../src/core/failure.ts';

interface Case {
  readonly status: number;
  readonly type?: string;
  readonly message?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

function failure({ status, type, message, body, headers = {}, key = 'some-key' }: Case): Failure {
  const json = JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_body' });
  const header = (name: string) => headers[name] ?? null;
  return failureOfResponse({ status, header, body: body ?? json }, { key, values: [key] }, 0);
}

const admin = 'sk-ant' + '-admin01-abcdefgh';
const oauth = 'sk-ant' + '-oat01-abcdefgh';

const kinds: readonly (readonly [Case, string])[] = [
  [{ status: 401, type: 'authentication_error', message: 'invalid x-api-key' }, 'rejected-key'],
  [{ status: 401, type: 'authentication_error', message: 'invalid key', key: admin }, 'wrong-key-kind'],
  [{ status: 401, type: 'authentication_error', message: 'invalid key', key: oauth }, 'wrong-key-kind'],
  [{ status: 401, message: 'OAuth authentication is currently not supported.' }, 'wrong-key-kind'],
  [{ status: 402, type: 'billing_error', message: 'Payment required' }, 'no-credit'],
  [
    {
      status: 400,
      type: 'invalid_request_error',
      message: 'Your credit balance is too low to access the Anthropic API.',
    },
    'no-credit',
  ],
  [
    {
      status: 400,
      type: 'invalid_request_error',
      message: 'You have reached your specified API usage limits. You will regain access on 2026-12-01.',
    },
    'spend-limit',
  ],
  [{ status: 403, type: 'permission_error', message: 'Not allowed' }, 'no-permission'],
  [{ status: 404, type: 'not_found_error', message: 'model: claude-none' }, 'unknown-model'],
  [{ status: 404, body: '{"error":{"message":"The model `x` does not exist"}}' }, 'unknown-model'],
  [{ status: 404, type: 'not_found_error', message: 'Not found' }, 'unknown'],
  [{ status: 404, body: 'Cannot GET /v1/models' }, 'unknown'],
  [{ status: 407, body: '' }, 'proxy'],
  [{ status: 408, body: '' }, 'connection (retryable)'],
  [{ status: 409, body: '' }, 'unknown (retryable)'],
  [{ status: 413, type: 'request_too_large', message: 'Request exceeds the maximum size' }, 'too-large'],
  [
    {
      status: 400,
      type: 'invalid_request_error',
      message: 'prompt is too long: 210000 tokens > 200000 maximum',
    },
    'too-large',
  ],
  [{ status: 429, type: 'rate_limit_error', message: 'Slow down' }, 'rate-limit (retryable)'],
  [{ status: 429, message: 'Spent', headers: { 'x-should-retry': 'false' } }, 'spend-limit'],
  [{ status: 429, message: 'Spending limit reached', headers: { 'x-should-retry': 'true' } }, 'spend-limit'],
  [{ status: 429, message: 'Slow', headers: { 'x-should-retry': 'true' } }, 'rate-limit (retryable)'],
  [{ status: 500, type: 'api_error', message: 'Internal server error' }, 'server-error (retryable)'],
  [{ status: 500, message: 'No', headers: { 'x-should-retry': 'false' } }, 'server-error'],
  [{ status: 502, body: '<html><h1>502 Bad Gateway</h1></html>' }, 'server-error (retryable)'],
  [{ status: 503, type: 'overloaded_error', message: 'Overloaded' }, 'overloaded (retryable)'],
  [{ status: 529, type: 'overloaded_error', message: 'Overloaded' }, 'overloaded (retryable)'],
  [
    { status: 400, type: 'invalid_request_error', message: 'temperature: too hot' },
    'bad-request: temperature',
  ],
  [{ status: 400, type: 'invalid_request_error', message: 'Malformed' }, 'bad-request'],
  [{ status: 422, body: '{"detail":"top_k: no"}' }, 'bad-request: top_k'],
  [{ status: 307, body: '', headers: { location: 'https://elsewhere.example/' } }, 'unknown'],
  [{ status: 418, body: '' }, 'unknown'],
];

for (const [given, expected] of kinds) {
  test(`${JSON.stringify(given)} is ${expected}`, () => {
    const { kind, parameter, retryable } = failure(given);
    const shown = `${kind}${parameter === null ? '' : `: ${parameter}`}${retryable ? ' (retryable)' : ''}`;
    assert.equal(shown, expected);
  });
}

test('a whole failure', () => {
  const headers = { 'request-id': 'req_1', 'retry-after': '3', 'x-should-retry': 'true' };
  assert.deepEqual(failure({ status: 429, type: 'rate_limit_error', message: 'Slow down', headers }), {
    kind: 'rate-limit',
    status: 429,
    code: 'rate_limit_error',
    message: 'Slow down',
    requestId: 'req_1',
    retryAfterMs: 3000,
    parameter: null,
    retryable: true,
  });
});

test('without a header the request id comes from the body', () => {
  assert.equal(failure({ status: 500, message: 'x' }).requestId, 'req_body');
});

test('a redirect says where to', () => {
  const headers = { location: 'https://elsewhere.example/v1/messages' };
  assert.equal(
    failure({ status: 301, body: '', headers }).message,
    'redirected to https://elsewhere.example/v1/messages',
  );
});

const bodies: readonly (readonly [body: string, message: string])[] = [
  ['{"error":{"message":"a","code":"b"}}', 'a'],
  ['{"error":"a"}', 'a'],
  ['{"message":"a"}', 'a'],
  ['{"detail":"a"}', 'a'],
  ['"a"', 'a'],
  ['{}', ''],
  ['[1]', ''],
  ['null', ''],
  ['{"error":{"message":"your some-key is bad"}}', 'your … is bad'],
  ['<html><body><h1>Blocked</h1><p>by the gateway</p></body></html>', 'Blocked'],
];

for (const [body, message] of bodies) {
  test(`the words of ${body}`, () => assert.equal(failure({ status: 500, body }).message, message));
}

const events: readonly (readonly [data: string, string])[] = [
  ['{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'overloaded'],
  ['{"type":"error","error":{"type":"api_error","message":"x"}}', 'server-error'],
  ['{"type":"error","error":{"type":"rate_limit_error","message":"x"}}', 'rate-limit'],
  ['{"type":"error","error":{"type":"invalid_request_error","message":"x"}}', 'bad-request'],
  ['{"type":"error","error":{"type":"timeout_error","message":"x"}}', 'server-error'],
  ['{"type":"error","error":{"type":"permission_error","message":"x"}}', 'no-permission'],
  ['{"error":{"code":"oops","message":"x"}}', 'unknown'],
  ['no JSON', 'unknown'],
];

for (const [data, kind] of events) {
  test(`error event ${data} is ${kind}`, () => {
    const { kind: actual, status, requestId } = failureOfErrorEvent(data, 'req_2', { key: null, values: [] });
    assert.deepEqual({ actual, status, requestId }, { actual: kind, status: null, requestId: 'req_2' });
  });
}
