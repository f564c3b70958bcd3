import { loadTokenizer } from '../../src/adapters/tokenizer/tokenizer.ts';
import type { Bench } from './figure.ts';
import { collectedPrompts } from './hints/prompts.ts';
import { savings } from './hints/savings.ts';
import { speed } from './hints/speed.ts';

/** What the hints save on public prompts, and how long they take for it. */
export const bench: Bench = {
  name: 'hints',
  title: 'Hints on public prompts: savings, promises kept, speed',
  async run() {
    const prompts = collectedPrompts();
    const { count } = await loadTokenizer();
    return [...(await speed(prompts, count)), ...savings(prompts, count)];
  },
};
