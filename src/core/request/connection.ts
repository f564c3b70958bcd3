/** How a request shows who sends it: the API's own way, the older header for gateways, or not at all. */
export type Auth = 'bearer' | 'x-api-key' | 'none';

/** Where requests go and as whom. The key belongs to this origin alone. */
export interface Connection {
  /** Base URL without a trailing slash, such as `https://api.anthropic.com`. */
  readonly baseUrl: string;
  readonly auth: Auth;
  readonly key: string | null;
  /** Extra request headers of the person's own, for gateways. */
  readonly headers: Readonly<Record<string, string>>;
}
