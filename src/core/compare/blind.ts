import { seededRandom, shuffled } from '../random.ts';

/** What a person said of two answers without knowing whose they are; `neither`: both are of no use. */
export const preferences = ['left', 'right', 'tie', 'neither'] as const;

/** One of {@link preferences}. */
export type Preference = (typeof preferences)[number];

/** Two answers to the same input from one block: ids of runs. */
export interface BlindPair {
  readonly block: number;
  readonly left: AnswerOf;
  readonly right: AnswerOf;
}

/** Whose answer it is. */
export interface AnswerOf {
  readonly arm: string;
  readonly run: string;
}

/** A judgement as it is kept: the preferred arm, or null for none of the two. */
export interface BlindChoice {
  readonly block: number;
  readonly arms: readonly [string, string];
  readonly preferred: string | null;
  /** Whether none was preferred since both are of no use. */
  readonly neither: boolean;
}

/** What the judgements of two arms come to. */
export interface BlindTally {
  readonly a: string;
  readonly b: string;
  readonly preferredA: number;
  readonly preferredB: number;
  /** Equally good, or equally useless. */
  readonly ties: number;
}

/**
 * The pairs to be judged, in random order and with random sides that follow from a seed: of each block the answers of
 * the first arm and of one other.
 */
export function blindPairs(
  runs: readonly (AnswerOf & { readonly block: number })[],
  arms: readonly string[],
  seed: number,
): readonly BlindPair[] {
  const random = seededRandom(seed, 0x626c);
  const [first = '', ...others] = arms;
  const blocks = [...new Set(runs.map(({ block }) => block))];
  const pairs = blocks.flatMap((block) => {
    const answerOf = (arm: string) => runs.find((run) => run.block === block && run.arm === arm);
    const one = answerOf(first);
    return others.flatMap((arm) => {
      const other = answerOf(arm);
      if (one === undefined || other === undefined) return [];
      const [left, right] = shuffled(random, [
        { arm: one.arm, run: one.run },
        { arm: other.arm, run: other.run },
      ]);
      return left === undefined || right === undefined ? [] : [{ block, left, right }];
    });
  });
  return shuffled(random, pairs);
}

/** A pair's judgement as it is kept. */
export function blindChoice({ block, left, right }: BlindPair, preference: Preference): BlindChoice {
  const preferred = { left: left.arm, right: right.arm, tie: null, neither: null }[preference];
  return { block, arms: [left.arm, right.arm], preferred, neither: preference === 'neither' };
}

/** The judgements with one more, which takes the place of an earlier one of the same two answers. */
export function withChoice(choices: readonly BlindChoice[], choice: BlindChoice): readonly BlindChoice[] {
  const isOther = ({ block, arms }: BlindChoice) =>
    block !== choice.block || !arms.every((arm) => choice.arms.includes(arm));
  return [...choices.filter(isOther), choice];
}

/** Counts judgements by pair of arms, in the order of the arms; pairs without any are absent. */
export function blindTallies(
  choices: readonly BlindChoice[],
  arms: readonly string[],
): readonly BlindTally[] {
  const [a = '', ...others] = arms;
  return others.flatMap((b) => {
    const own = choices.filter((choice) => choice.arms.includes(a) && choice.arms.includes(b));
    if (own.length === 0) return [];
    const count = (arm: string | null) => own.filter(({ preferred }) => preferred === arm).length;
    return [{ a, b, preferredA: count(a), preferredB: count(b), ties: count(null) }];
  });
}
