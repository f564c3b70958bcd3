import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failureOfThrown, isSilenceTimeout } from '../../../../src/adapters/claude/networkFailures.ts';

function fetchFailed(code: string | undefined, message = code ?? ''): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

const codes: readonly (readonly [string, string])[] = [
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns (retryable)'],
  ['ERR_NAME_NOT_RESOLVED', 'dns'],
  ['ENETUNREACH', 'offline'],
  ['ENETDOWN', 'offline'],
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ECONNREFUSED', 'connection (retryable)'],
  ['ECONNRESET', 'connection (retryable)'],
  ['EPIPE', 'connection (retryable)'],
  ['ETIMEDOUT', 'connection (retryable)'],
  ['UND_ERR_SOCKET', 'connection (retryable)'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connection (retryable)'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
  ['EPROTO', 'tls'],
  ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['EMFILE', 'connection (retryable)'],
];

for (const [code, expected] of codes) {
  test(`${code} is ${expected}`, () => {
    const { kind, retryable, code: kept, status } = failureOfThrown(fetchFailed(code), []);
    assert.deepEqual(
      { shown: `${kind}${retryable ? ' (retryable)' : ''}`, kept, status },
      { shown: expected, kept: code, status: null },
    );
  });
}

const errors: readonly (readonly [string, unknown, string])[] = [
  ['a proxy that asks for a password', fetchFailed(undefined, 'Proxy response (407) !== 200'), 'proxy'],
  ['a proxy that is not there', fetchFailed('ECONNREFUSED', 'cannot reach PROXY 127.0.0.1:3128'), 'proxy'],
  [
    'a gateway whose name has the word',
    fetchFailed('ENOTFOUND', 'getaddrinfo ENOTFOUND llm-proxy.example'),
    'dns',
  ],
  ['a bare reset', new TypeError('terminated'), 'connection'],
  [
    'several addresses',
    new TypeError('fetch failed', {
      cause: new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    }),
    'connection',
  ],
  ['Electron', new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'tls'],
  ['a header that cannot be sent', new TypeError('invalid header value'), 'unknown'],
  ['no error at all', 'text', 'unknown'],
  ['undefined', undefined, 'unknown'],
];

for (const [name, error, kind] of errors) {
  test(`${name} is ${kind}`, () => assert.equal(failureOfThrown(error, []).kind, kind));
}

test('the innermost words are told, secrets masked', () => {
  const error = fetchFailed('ECONNRESET', 'lost gateway-secret on the way');
  assert.equal(failureOfThrown(error, ['gateway-secret']).message, 'lost … on the way');
});

test('an error that causes itself ends', () => {
  const error = new Error('loop');
  error.cause = error;
  assert.equal(failureOfThrown(error, []).message, 'loop');
});

for (const [code, expected] of [
  ['UND_ERR_HEADERS_TIMEOUT', true],
  ['UND_ERR_BODY_TIMEOUT', true],
  ['UND_ERR_CONNECT_TIMEOUT', false],
] as const) {
  test(`${code} is silence: ${expected}`, () => assert.equal(isSilenceTimeout(fetchFailed(code)), expected));
}
