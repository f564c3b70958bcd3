import { hash } from './distribution.ts';
import { type MessagesRequest, promptBlocks } from './request.ts';

/** How a request's input is billed. */
export interface InputUsage {
  readonly uncached: number;
  readonly written: number;
  readonly read: number;
  readonly ttl: '5m' | '1h';
}

/** The prompt cache: remembers prefixes for as long as the process lives. */
export class PromptCache {
  readonly #prefixes = new Set<string>();

  /** Splits the input tokens; a marked prefix of 512 tokens and more is written once and read from then on. */
  charge(request: MessagesRequest, total: number, count: (text: string) => number): InputUsage {
    const blocks = promptBlocks(request);
    const marked = blocks.findLastIndex((block) => block.cache !== null);
    const ttl = blocks[marked]?.cache ?? '5m';
    const prefix = blocks
      .slice(0, marked + 1)
      .map((block) => block.text)
      .join('\u0000');
    // A mark on the last block covers the whole input, the overhead of the turns included.
    const tokens = marked === blocks.length - 1 ? total : count(prefix);
    if (marked < 0 || tokens < 512) return { uncached: total, written: 0, read: 0, ttl };
    const key = `${request.model} ${prefix.length} ${hash(prefix)}`;
    const known = this.#prefixes.has(key);
    this.#prefixes.add(key);
    return { uncached: total - tokens, written: known ? 0 : tokens, read: known ? tokens : 0, ttl };
  }

  /** Forgets everything. */
  clear(): void {
    this.#prefixes.clear();
  }
}
