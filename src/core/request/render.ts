import type { Auth } from './connection.ts';
import { renderPython, renderTypeScript } from './renderSdk.ts';
import type { PreparedRequest } from './wireRequest.ts';

/** The version header of the SDK release that this product sends with (`@anthropic-ai/sdk` 1.13.0). */
const defaultApiVersion = '2026-10-21';

/** The base URL that the SDKs use by themselves. */
const defaultBaseUrl = 'https://api.anthropic.com';

/** Where a rendered request goes; no key and no header value gets into it. */
export interface RenderTarget {
  readonly baseUrl: string;
  readonly auth: Auth;
  /** Names of the extra request headers; their values are shown as placeholders. */
  readonly headerNames: readonly string[];
}

/** The same request in four spellings, the key as `$ANTHROPIC_API_KEY` of the environment. */
export interface RenderedRequest {
  readonly json: string;
  readonly curl: string;
  readonly python: string;
  readonly typescript: string;
}

/** Writes the exact request as JSON, as a cURL command for a POSIX shell, and as calls of the Python and TypeScript SDKs. */
export function renderRequest(request: PreparedRequest, target: RenderTarget): RenderedRequest {
  const json = JSON.stringify(request.body, null, 2);
  const client = {
    baseUrl: target.baseUrl === defaultBaseUrl ? null : target.baseUrl,
    auth: target.auth,
    headers: {
      ...(request.version === null ? {} : { 'anthropic-version': request.version }),
      ...Object.fromEntries(target.headerNames.map((name) => [name, placeholder(name)])),
    },
  };
  return {
    json,
    curl: renderCurl(json, request.version ?? defaultApiVersion, target),
    python: renderPython(request.body, client),
    typescript: renderTypeScript(request.body, client),
  };
}

// A quoted here-document keeps the body as it is, whatever it holds, and has no limit of length as an argument has: no
// line of pretty-printed JSON is the bare word that ends it.
function renderCurl(json: string, version: string, { baseUrl, auth, headerNames }: RenderTarget): string {
  const headers = [
    shellQuote('content-type: application/json'),
    shellQuote(`anthropic-version: ${version}`),
    ...(auth === 'bearer' ? ['"authorization: Bearer $ANTHROPIC_API_KEY"'] : []),
    ...(auth === 'x-api-key' ? ['"x-api-key: $ANTHROPIC_API_KEY"'] : []),
    ...headerNames.map((name) => shellQuote(`${name}: ${placeholder(name)}`)),
  ];
  const lines = [
    `curl --no-buffer ${shellQuote(`${baseUrl}/v1/messages`)}`,
    ...headers.map((header) => `  --header ${header}`),
    "  --data-binary @- <<'JSON'",
  ];
  return `${lines.join(' \\\n')}\n${json}\nJSON\n`;
}

function placeholder(name: string): string {
  return `<your ${name}>`;
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
