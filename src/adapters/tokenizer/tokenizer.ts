import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TokenCounter } from '../../core/tokens/rawInput.ts';
import { segmentCache } from './segmentCache.ts';
import { segments, withoutLongRuns } from './segments.ts';

/** The local tokenizer (cl100k), once loaded. Its counts are raw: a ratio makes them an estimate. */
export interface Tokenizer {
  /** Counts at once; lines that were counted lately cost next to nothing, so typing in a long document is cheap. */
  readonly count: TokenCounter;
  /** Counts in slices of about 8 ms and lets other work in between; rejects with the signal's reason when aborted. */
  countAsync(text: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<number>;
}

const sliceMs = 8;
// Long lines are mostly data; remembering them would fill the memory and seldom help.
const longestKept = 2_000;

let loading: Promise<Tokenizer> | undefined;

/** Loads the tokenizer, about 1 MB and 80 ms, on the first call and never again. */
export function loadTokenizer(): Promise<Tokenizer> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Tokenizer> {
  const { countTokens } = await import('gpt-tokenizer/encoding/cl100k_base');
  const cache = segmentCache(4_000_000);
  // Names of special tokens are text like any other; by default the package throws on `<|endoftext|>`.
  const options = { disallowedSpecial: new Set<string>() };
  const countPlain = (text: string): number =>
    withoutLongRuns(text).reduce((sum, piece) => sum + countTokens(piece, options), 0);
  const countSegment = (segment: string): number => {
    if (segment.length > longestKept) return countPlain(segment);
    return cache.get(segment) ?? cache.set(segment, countPlain(segment));
  };
  return {
    count(text) {
      let sum = 0;
      for (const segment of segments(text)) sum += countSegment(segment);
      return sum;
    },
    async countAsync(text, { signal } = {}) {
      signal?.throwIfAborted();
      let sum = 0;
      let sliceEnd = performance.now() + sliceMs;
      for (const segment of segments(text)) {
        sum += countSegment(segment);
        if (performance.now() < sliceEnd) continue;
        await nextTurn();
        signal?.throwIfAborted();
        sliceEnd = performance.now() + sliceMs;
      }
      return sum;
    },
  };
}
