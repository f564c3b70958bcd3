import type { Failure, FailureKind } from '../../core/failure.ts';
import { keyKindOf } from '../../core/keyKind.ts';
import { parameterNamed } from './parameterNamed.ts';
import { retryAfterOf } from './retry.ts';
import { membersOf, parseJson, stringOf } from './shape.ts';
import { cleanMessage, firstLineOf } from './words.ts';

/** What may not show in a failure's words, and the key, whose form tells a wrong kind from a wrong key. */
export interface Secrets {
  readonly key: string | null;
  /** Values that are replaced wherever they show up, the key among them. */
  readonly values: readonly string[];
}

/** An HTTP answer other than success. */
export interface ErrorResponse {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

/** No request was made, since there is no key to make it with. */
export const noKey: Failure = {
  kind: 'no-key',
  status: null,
  code: null,
  message: '',
  requestId: null,
  retryAfterMs: null,
  parameter: null,
  retryable: false,
};

/** The failure that an HTTP error is. */
export function failureOfResponse(response: ErrorResponse, secrets: Secrets, epochMs: number): Failure {
  const { status, header } = response;
  const json = parseJson(response.body);
  const told = json === undefined ? null : errorIn(json);
  const words =
    told === null ? firstLineOf(response.body, secrets.values) : cleanMessage(told.message, secrets.values);
  const location = status >= 300 && status < 400 ? header('location') : null;
  const message = location === null ? words : cleanMessage(`redirected to ${location}`, secrets.values);
  const shouldRetry = header('x-should-retry');
  const kind = kindOf(status, told?.type ?? null, message, shouldRetry, secrets.key);
  return {
    kind,
    status,
    code: told?.type ?? null,
    message,
    requestId: header('request-id') ?? header('x-request-id') ?? stringOf(membersOf(json).request_id),
    retryAfterMs: retryAfterOf(header('retry-after-ms'), header('retry-after'), epochMs),
    parameter: kind === 'bad-request' ? parameterNamed(message) : null,
    retryable: isRetryable(status, kind, shouldRetry),
  };
}

/** The failure that an `error` event inside a stream is. */
export function failureOfErrorEvent(data: string, requestId: string | null, secrets: Secrets): Failure {
  const json = parseJson(data);
  const told = json === undefined ? { type: null, message: data } : errorIn(json);
  const message = cleanMessage(told.message, secrets.values);
  const status = statusByType[told.type ?? ''] ?? 0;
  const kind = kindOf(status, told.type, message, null, secrets.key);
  return {
    kind,
    status: null,
    code: told.type,
    message,
    requestId: requestId ?? stringOf(membersOf(json).request_id),
    retryAfterMs: null,
    parameter: kind === 'bad-request' ? parameterNamed(message) : null,
    retryable: isRetryable(status, kind, null),
  };
}

/** The status that the API gives to an error of this type outside of a stream. */
const statusByType: Readonly<Record<string, number | undefined>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

/** The API's `{error: {type, message}}`, and what gateways make of it. */
function errorIn(json: unknown): { type: string | null; message: string } {
  const body = membersOf(json);
  const error = membersOf(body.error);
  const type = stringOf(error.type) ?? stringOf(error.code);
  const message =
    stringOf(error.message) ??
    stringOf(body.error) ??
    stringOf(body.message) ??
    stringOf(body.detail) ??
    stringOf(json) ??
    '';
  return { type, message };
}

function kindOf(
  status: number,
  type: string | null,
  message: string,
  shouldRetry: string | null,
  key: string | null,
): FailureKind {
  if (type === 'overloaded_error' || status === 529) return 'overloaded';
  if (type === 'billing_error' || status === 402 || /credit balance is too low/i.test(message)) {
    return 'no-credit';
  }
  // "You have reached your specified API usage limits. You will regain access on …" comes as a 400.
  if (/usage limits?\b.*regain access|spend(ing)? limit/i.test(message)) return 'spend-limit';
  switch (status) {
    case 401:
      return isWrongKind(key, message) ? 'wrong-key-kind' : 'rejected-key';
    case 403:
      return 'no-permission';
    case 404:
      // A gateway without this path answers 404 as well: "Cannot GET /v1/models".
      return /(^|[\s"'`])model\b/i.test(message) ? 'unknown-model' : 'unknown';
    case 407:
      return 'proxy';
    case 408:
      return 'connection';
    case 413:
      return 'too-large';
    case 429:
      return shouldRetry === 'false' ? 'spend-limit' : 'rate-limit';
    case 400:
    case 422:
      return /prompt is too long|exceeds? the maximum (allowed )?(number of )?(tokens|size)/i.test(message)
        ? 'too-large'
        : 'bad-request';
    default:
      return status >= 500 ? 'server-error' : 'unknown';
  }
}

function isWrongKind(key: string | null, message: string): boolean {
  const kind = key === null ? 'unknown' : keyKindOf(key);
  return kind === 'admin' || kind === 'oauth' || /oauth|admin(istrative)? (api )?key/i.test(message);
}

function isRetryable(status: number, kind: FailureKind, shouldRetry: string | null): boolean {
  if (kind === 'spend-limit') return false;
  if (shouldRetry === 'true') return true;
  if (shouldRetry === 'false') return false;
  if (kind === 'rate-limit' || kind === 'overloaded' || kind === 'server-error') return true;
  return status === 408 || status === 409;
}
