import type { Failure, FailureKind } from '../../core/failure.ts';
import { membersOf, stringOf } from './shape.ts';
import { cleanMessage } from './words.ts';

/** The failure that an error before any response is; what lies in its chain of causes decides. */
export function failureOfThrown(error: unknown, secrets: readonly string[]): Failure {
  const chain = causesOf(error);
  const code = codeIn(chain);
  const words = chain.map((cause) => stringOf(membersOf(cause).message) ?? '').filter((text) => text !== '');
  const kind = kindOf(code ?? '', words.join('\n'));
  return {
    kind,
    status: null,
    code,
    // The innermost error says what happened; those around it say only that something did.
    message: cleanMessage(words.at(-1) ?? '', secrets),
    requestId: null,
    retryAfterMs: null,
    parameter: null,
    retryable: kind === 'connection' || code === 'EAI_AGAIN',
  };
}

/** The system or library code of the innermost cause that has one, such as `ECONNRESET`; null without any. */
export function codeOf(error: unknown): string | null {
  return codeIn(causesOf(error));
}

/** Whether the HTTP client itself gave up on a server that kept silent; it does so 300 s after the last byte. */
export function isSilenceTimeout(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT';
}

function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let current: unknown = error;
  while (typeof current === 'object' && current !== null && !chain.includes(current)) {
    chain.push(current);
    // A connection tried on several addresses fails with all of their errors.
    const several: unknown = Reflect.get(current, 'errors');
    current = Reflect.get(current, 'cause') ?? (Array.isArray(several) ? several[0] : undefined);
  }
  return chain;
}

function codeIn(chain: readonly unknown[]): string | null {
  const codes = chain.map((cause) => stringOf(membersOf(cause).code)).filter((code) => code !== null);
  const electron = chain.map(
    (cause) => /\bnet::(ERR_\w+)/.exec(stringOf(membersOf(cause).message) ?? '')?.[1],
  );
  return codes.at(-1) ?? electron.find((code) => code !== undefined) ?? null;
}

const byCode: readonly (readonly [RegExp, FailureKind])[] = [
  [/PROXY|^ERR_TUNNEL/, 'proxy'],
  [/^(ENOTFOUND|EAI_\w+|ERR_NAME_\w+)$/, 'dns'],
  [/^(ENETUNREACH|ENETDOWN|EHOSTUNREACH|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED)$/, 'offline'],
  [
    /^(CERT_|ERR_CERT|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO_|ERR_TLS|ERR_SSL|INVALID_CA|HOSTNAME_MISMATCH|EPROTO)/,
    'tls',
  ],
  [/^(ECONN|EPIPE|ETIMEDOUT|ESOCKET|UND_ERR_|ERR_CONNECTION|ERR_TIMED_OUT|ERR_EMPTY)/, 'connection'],
];

// A gateway may be called so too: `llm-proxy.example` names no proxy.
const proxyWord = /(?<![-.\w])proxy(?![-\w]|\.\w)/i;

function kindOf(code: string, words: string): FailureKind {
  if (proxyWord.test(words)) return 'proxy';
  const known = byCode.find(([pattern]) => pattern.test(code));
  if (known !== undefined) return known[1];
  return /fetch failed|terminated|Connection error|socket hang up|timed? ?out/i.test(words)
    ? 'connection'
    : 'unknown';
}
