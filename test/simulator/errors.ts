import type { ErrorPlan } from './plan.ts';

/** An error that the API answers with. */
export interface ApiError {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

/** The body of an error in the API's shape. */
export function errorBody(error: Pick<ApiError, 'type' | 'message'>, requestId: string): object {
  return { type: 'error', error: { type: error.type, message: error.message }, request_id: requestId };
}

/** An error of the person's own making, which names what is wrong. */
export function invalid(message: string): ApiError {
  return { status: 400, type: 'invalid_request_error', message };
}

/** An address or a model that does not exist. */
export function notFound(message: string): ApiError {
  return { status: 404, type: 'not_found_error', message };
}

/** A key that is missing or wrong. */
export function unauthenticated(message: string): ApiError {
  return { status: 401, type: 'authentication_error', message };
}

/** Errors as the API words them, ready to be scripted. */
export const errorPlans = {
  'rejected-key': { kind: 'error', status: 401, type: 'authentication_error', message: 'invalid x-api-key' },
  'wrong-key-kind': {
    kind: 'error',
    status: 401,
    type: 'authentication_error',
    message: 'OAuth authentication is currently not supported.',
  },
  'no-credit': {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message:
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
  },
  billing: {
    kind: 'error',
    status: 402,
    type: 'billing_error',
    message: 'There is a problem with the billing of your organization.',
  },
  'spend-limit': {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message:
      'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
    shouldRetry: false,
  },
  'no-permission': {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    message: 'Your API key does not have permission to use the specified resource.',
  },
  'unknown-model': { kind: 'error', status: 404, type: 'not_found_error', message: 'model: claude-unknown' },
  'too-large': {
    kind: 'error',
    status: 413,
    type: 'request_too_large',
    message: 'Request exceeds the maximum size',
  },
  'rate-limit': {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message: 'This request would exceed your organization’s rate limit of 50 requests per minute.',
    retryAfter: 1,
  },
  'server-error': { kind: 'error', status: 500, type: 'api_error', message: 'Internal server error' },
  timeout: { kind: 'error', status: 504, type: 'timeout_error', message: 'The request timed out.' },
  overloaded: { kind: 'error', status: 529, type: 'overloaded_error', message: 'Overloaded' },
  proxy: {
    kind: 'error',
    status: 407,
    type: 'proxy',
    message: 'Proxy Authentication Required',
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>407 Proxy Authentication Required</h1></body></html>',
  },
  gateway: {
    kind: 'error',
    status: 502,
    type: 'gateway',
    message: 'Bad Gateway',
    headers: { 'content-type': 'text/html' },
    body: '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>',
  },
} as const satisfies Record<string, ErrorPlan>;
