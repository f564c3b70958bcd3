import type { Failure, FailureKind } from '../../../src/core/failure.ts';
import type { Attempt } from '../../../src/core/run/state.ts';

const requestId = 'req_011CSHoEeqs5C35K2UUqR7Fy';
const unsent: Omit<Failure, 'kind'> = {
  status: null,
  code: null,
  message: '',
  requestId: null,
  retryAfterMs: null,
  parameter: null,
  retryable: false,
};

/** Each failure with the facts that it comes with. */
export const failureFacts: Readonly<Record<FailureKind, Failure>> = {
  'no-key': { ...unsent, kind: 'no-key' },
  'rejected-key': told('rejected-key', 401, 'authentication_error', 'invalid x-api-key'),
  'wrong-key-kind': told(
    'wrong-key-kind',
    401,
    'authentication_error',
    'OAuth authentication is currently not supported.',
  ),
  'no-credit': told('no-credit', 402, 'billing_error', 'Payment is required.'),
  'spend-limit': told('spend-limit', 429, 'rate_limit_error', 'This workspace has used up its budget.'),
  'no-permission': told('no-permission', 403, 'permission_error', 'Your key may not use this resource.'),
  'unknown-model': told('unknown-model', 404, 'not_found_error', 'model: claude-haiku-5-5'),
  'rate-limit': {
    ...told('rate-limit', 429, 'rate_limit_error', 'Too many input tokens this minute.'),
    retryAfterMs: 42_000,
    retryable: true,
  },
  overloaded: { ...told('overloaded', 529, 'overloaded_error', 'Overloaded'), retryable: true },
  'too-large': told('too-large', 413, 'request_too_large', 'Request exceeds the maximum size.'),
  offline: thrown('offline', 'ENETUNREACH', 'connect ENETUNREACH 203.0.113.7:443'),
  dns: thrown('dns', 'ENOTFOUND', 'getaddrinfo ENOTFOUND api.anthropic.com'),
  tls: thrown('tls', 'SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in certificate chain'),
  proxy: { ...unsent, kind: 'proxy', status: 407, message: 'Proxy Authentication Required' },
  connection: { ...thrown('connection', 'ECONNRESET', 'read ECONNRESET'), retryable: true },
  'bad-request': {
    ...told('bad-request', 400, 'invalid_request_error', 'temperature: this model does not take it'),
    parameter: 'temperature',
  },
  'server-error': { ...told('server-error', 500, 'api_error', 'Internal server error'), retryable: true },
  unknown: { ...unsent, kind: 'unknown', status: 418, message: 'I am a teapot.' },
};

/** How far an attempt had come: nothing is sent without a key or a connection. */
export function attemptUntil(failure: Failure, attempt: Attempt): Attempt {
  const failed = { ...attempt, failedAt: 2_000, failure };
  if (failure.status !== null) return failed;
  if (failure.kind === 'connection') return { ...failed, headersAt: null };
  return { ...failed, connectMs: null, connectedAt: null, sentAt: null, headersAt: null };
}

function told(kind: FailureKind, status: number, code: string, message: string): Failure {
  return { ...unsent, kind, status, code, message, requestId };
}

function thrown(kind: FailureKind, code: string, message: string): Failure {
  return { ...unsent, kind, code, message };
}
