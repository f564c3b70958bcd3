import { createHash } from 'node:crypto';
import { endStateOf } from '../../src/core/run/endState.ts';
import type { ReplayLine } from './replayLine.ts';

/** What does not depend on time in a replayed stream; its text as a hash and a length in code points. */
export interface Expected {
  readonly textSha256: string;
  readonly textChars: number;
  readonly thinkingChars: number;
  readonly deltas: Readonly<Record<string, number>>;
  readonly stopReason: string | null;
  readonly endState: string | null;
  readonly failure: string | null;
  readonly usage: Readonly<Record<string, unknown>>;
}

/** What the adapter made of a stream. */
export function lineFacts(line: ReplayLine): Expected {
  return {
    textSha256: sha256(line.text),
    textChars: [...line.text].length,
    thinkingChars: [...line.thinking].length,
    deltas: line.deltas,
    stopReason: line.stopReason,
    endState: line.endState,
    failure: line.failure ?? null,
    usage: line.usage,
  };
}

/** An entry of our own `expected.json`. */
interface OwnEntry {
  readonly text: string;
  readonly thinking: string;
  readonly deltas: Readonly<Record<string, number>>;
  readonly stopReason: string | null;
  readonly endState: string;
  readonly failure?: string;
  readonly usage: Readonly<Record<string, unknown>>;
}

/** An entry of the captures' `expected.json`. */
interface CaptureEntry {
  readonly text_sha256: string;
  readonly text_chars: number;
  readonly thinking_chars: number;
  readonly deltas: Readonly<Record<string, number>>;
  readonly stop_reason: string | null;
  readonly message_stop: boolean;
  /** The last event lacks its blank line; it counts nevertheless. */
  readonly incomplete_tail: boolean;
  readonly error: string | null;
  readonly usage: Readonly<Record<string, unknown>>;
}

/** What must come out of a stream, from either kind of `expected.json`. */
export function expectedOf(entry: OwnEntry | CaptureEntry): Expected {
  if ('text' in entry && !('text_sha256' in entry)) {
    return {
      textSha256: sha256(entry.text),
      textChars: [...entry.text].length,
      thinkingChars: [...entry.thinking].length,
      deltas: entry.deltas,
      stopReason: entry.stopReason,
      endState: entry.endState,
      failure: entry.failure ?? null,
      usage: entry.usage,
    };
  }
  const capture = entry as CaptureEntry;
  const whole = capture.message_stop || capture.incomplete_tail;
  const told = Object.entries(capture.usage).filter(([, value]) => value !== null);
  return {
    textSha256: capture.text_sha256,
    textChars: capture.text_chars,
    thinkingChars: capture.thinking_chars,
    deltas: capture.deltas,
    stopReason: capture.stop_reason,
    endState: capture.error !== null ? 'failed' : whole ? endStateOf(capture.stop_reason) : 'broken',
    failure: capture.error?.replace(/_error$/, '') ?? null,
    usage: Object.fromEntries(told),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
