import { seededRandom, shuffled } from '../random.ts';
import type { Looks, Pairing } from './errorRate.ts';

/** How many runs each arm gets at first. */
export const runCounts = [5, 10, 20] as const;

/** One of {@link runCounts}. */
export type RunCount = (typeof runCounts)[number];

// “Run 10 More”.
const moreRuns = 10;

/** What a person chose to compare; ids of arms and inputs are the caller’s. */
export interface ComparisonChoice {
  readonly arms: readonly string[];
  readonly inputs: readonly string[];
  readonly runs: RunCount;
  readonly looks: Looks;
  readonly pairing: Pairing;
  readonly seed: number;
}

/** One input through all arms, one run each, in this order. */
export interface Block {
  readonly id: number;
  readonly input: string;
  readonly arms: readonly string[];
}

/** The order of all runs of a comparison, fixed before the first; plain JSON. */
export interface ComparisonPlan extends ComparisonChoice {
  /** Number of blocks at each look; every input has as many as every other. */
  readonly blocksAt: readonly number[];
  readonly blocks: readonly Block[];
}

/**
 * Plans a comparison: blocks in rounds through all inputs, with inputs and arms in random order, so that no arm has the
 * better hours. Where the inputs don’t divide the runs, there are a few runs more.
 */
export function planComparison(choice: ComparisonChoice): ComparisonPlan {
  const { arms, inputs, runs, looks, seed } = choice;
  const random = seededRandom(seed);
  const evenly = (count: number): number => Math.ceil(count / inputs.length) * inputs.length;
  const first = evenly(runs);
  const blocksAt = looks === 1 ? [first] : [first, first + evenly(moreRuns)];
  const rounds = (blocksAt.at(-1) ?? 0) / inputs.length;
  const blocks = Array.from({ length: rounds }, () => shuffled(random, inputs))
    .flat()
    .map((input, id) => ({ id, input, arms: shuffled(random, arms) }));
  return { ...choice, blocksAt, blocks };
}

/** How many blocks may be run again by a look because runs of theirs don’t count: one in four. */
export function replacementLimit(plan: ComparisonPlan, look: number): number {
  return Math.ceil((plan.blocksAt[look] ?? 0) / 4);
}

/** The block that takes the place of another, the number-th to do so: the same input, the arms in a new random order. */
export function replacementBlock(plan: ComparisonPlan, replaced: Block, number: number): Block {
  const random = seededRandom(plan.seed, number + 1);
  return {
    id: plan.blocks.length + number,
    input: replaced.input,
    arms: shuffled(random, plan.arms),
  };
}
