import type { RateLimit, RunEvent } from '../../core/run/events.ts';

type Header = (name: string) => string | null;

/** What the headers of a response say, as an event. */
export function headersEvent(status: number, header: Header, at: number): RunEvent {
  return {
    kind: 'headers',
    at,
    status,
    requestId: header('request-id') ?? header('x-request-id'),
    serverMs: serverMs(header),
    simulated: header('x-prompt-tuner-simulated') === '1',
    rateLimit: rateLimit(header),
  };
}

/** `server-timing: x-originResponse;dur=812` of the API, else the header of an Envoy proxy; in ms. */
function serverMs(header: Header): number | null {
  const timing = /\bx-originResponse\b[^,]*;\s*dur="?([\d.]+)/i.exec(header('server-timing') ?? '');
  return numberIn(timing?.[1] ?? header('x-envoy-upstream-service-time'));
}

function rateLimit(header: Header): RateLimit | null {
  const of = (what: string, part: string) => header(`anthropic-ratelimit-${what}-${part}`);
  const requests = numberIn(of('requests', 'remaining'));
  const tokens = numberIn(of('tokens', 'remaining'));
  if (requests === null && tokens === null) return null;
  const requestShare = (requests ?? 1) / (numberIn(of('requests', 'limit')) ?? 1);
  const tokenShare = (tokens ?? 1) / (numberIn(of('tokens', 'limit')) ?? 1);
  const tighter =
    requests !== null && (tokens === null || requestShare <= tokenShare) ? 'requests' : 'tokens';
  return { requestsRemaining: requests, tokensRemaining: tokens, reset: of(tighter, 'reset') };
}

function numberIn(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
