/** The API's own origin. */
export const anthropicOrigin = 'https://api.anthropic.com';

/** A base URL that requests may go to. */
export interface Endpoint {
  /** Without a trailing slash; may hold a path. */
  readonly baseUrl: string;
  /** Scheme, host and port: what a key belongs to. */
  readonly origin: string;
  readonly loopback: boolean;
}

/** Reads a base URL; null when it is no URL, or neither https nor a loopback address. */
export function parseEndpoint(baseUrl: string): Endpoint | null {
  let url: URL;
  try {
    url = new URL(baseUrl.trim());
  } catch {
    return null;
  }
  const loopback = isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  // Not `href`, which keeps the sign of an empty query or fragment.
  return { baseUrl: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), origin: url.origin, loopback };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
