import type { IncomingHttpHeaders } from 'node:http';
import { type ApiError, unauthenticated } from './errors.ts';
import type { SimulatorOptions } from './options.ts';

function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer\s+(.*)$/i.exec(headers.authorization ?? '')?.[1];
}

/** Why a request is turned away, or null when its key is accepted. */
export function checkKey(headers: IncomingHttpHeaders, options: SimulatorOptions): ApiError | null {
  if (options.keys === 'none') return null;
  const bearer = options.auth === 'x-api-key' ? undefined : bearerOf(headers);
  const plain = options.auth === 'bearer' ? undefined : headers['x-api-key'];
  const key = bearer ?? (typeof plain === 'string' ? plain : undefined);
  if (key === undefined || key === '') return unauthenticated('x-api-key header is required');
  if (key.startsWith('sk-ant-oat')) {
    return unauthenticated('OAuth authentication is currently not supported.');
  }
  if (key.startsWith('sk-ant-admin')) return unauthenticated('invalid x-api-key');
  if (options.keys !== 'any' && !options.keys.includes(key)) return unauthenticated('invalid x-api-key');
  return null;
}

function reduced(value: string): string {
  return `…${value.slice(-4)}`;
}

/** The headers as they may be kept: keys reduced to their scheme and last four characters. */
export function withoutKeys(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const line = Array.isArray(value) ? value.join(', ') : value;
    const [scheme = '', key] = line.split(/\s+/, 2);
    if (name === 'authorization')
      kept[name] = key === undefined ? reduced(line) : `${scheme} ${reduced(key)}`;
    else kept[name] = name === 'x-api-key' ? reduced(line) : line;
  }
  return kept;
}
