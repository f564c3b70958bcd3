import { performance } from 'node:perf_hooks';
import { createContext, Script } from 'node:vm';
import { type MatchText, TooSlow } from '../core/assertions/tooSlow.ts';

/** All regular expressions of one answer together: ms. */
const mostMs = 250;

const script = new Script('new RegExp(source, "u").test(text)');

/**
 * What matches regular expressions for one answer: all of them together take 250 ms at most, since one that backtracks
 * could take years. The engine is stopped in the middle of a match, which only a context of its own allows.
 */
export function matchWithin(): MatchText {
  const context = createContext(Object.assign(Object.create(null), { source: '', text: '' }));
  let leftMs = mostMs;
  return (source, text) => {
    if (leftMs < 1) throw new TooSlow();
    Object.assign(context, { source, text });
    const start = performance.now();
    try {
      return script.runInContext(context, { timeout: Math.floor(leftMs) }) === true;
    } catch (error) {
      if (isTimeout(error)) throw new TooSlow();
      throw error;
    } finally {
      leftMs -= performance.now() - start;
    }
  };
}

// An error of that context is no instance of this one’s `Error`.
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
