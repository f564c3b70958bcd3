import { type Random, whole } from './distribution.ts';
import type { PlannedEvent } from './events.ts';
import type { Dialect } from './plan.ts';

function padded(data: object, random: Random): string {
  const json = JSON.stringify(data);
  return `${json.slice(0, -1)}${' '.repeat(whole(random, 0, 15))}}`;
}

function split(bytes: Buffer, at: number): readonly Buffer[] {
  return at <= 0 || at >= bytes.length ? [bytes] : [bytes.subarray(0, at), bytes.subarray(at)];
}

/** The bytes of one event as the dialect writes them; two pieces where they are to be split. */
export function encode(
  event: PlannedEvent,
  dialect: Dialect,
  random: Random,
  last: boolean,
): readonly Buffer[] {
  const end = dialect.crlf ? '\r\n' : '\n';
  const json =
    event.event === 'ping'
      ? '{"type": "ping"}'
      : dialect.paddedJson === false
        ? JSON.stringify(event.data)
        : padded(event.data, random);
  const lines = [
    dialect.comments ? `: keep-alive${end}${end}` : '',
    dialect.noEventLine ? '' : `event: ${event.event}${end}`,
    `data: ${json}${end}`,
    last && dialect.noLastBlankLine && !dialect.done ? '' : end,
  ];
  const bytes = Buffer.from(lines.join(''));
  if (dialect.splitInsideUtf8) return split(bytes, bytes.findIndex((byte) => byte >= 0x80) + 1);
  if (dialect.splitInsideLineEnd) return split(bytes, bytes.length - 1);
  return [bytes];
}

/** What a gateway writes after the end of the stream. */
export function doneLine(dialect: Dialect): Buffer {
  const end = dialect.crlf ? '\r\n' : '\n';
  return Buffer.from(`data: [DONE]${end}${dialect.noLastBlankLine ? '' : end}`);
}
