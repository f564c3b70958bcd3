import { median, quantile } from '../quantiles.ts';

/** Fewer answers of an arm say too little of how much its answers differ by themselves. */
const fewestAnswers = 5;

/** How much the answers of two arms differ, with the first arm's own variation as the yardstick; 0 … 1. */
export interface AnswerComparison {
  /** Three in four pairs of answers of the first arm are no further apart. */
  readonly own: number;
  /** Median distance of an answer of the first arm and one of the other. */
  readonly between: number;
  /** The answers of both arms are all the same, to the letter. */
  readonly identical: boolean;
  /** Share of pairs across the arms that are the same to the letter. */
  readonly same: number;
  /** A usual pair across the arms is further apart than three in four pairs within the first. */
  readonly differMore: boolean;
}

/**
 * Distance of two texts from 0 (the same words in the same neighbourhoods) to 1 (nothing in common): one less the
 * coefficient of L. R. Dice (“Measures of the Amount of Ecologic Association Between Species”, Ecology 26, 1945) over
 * their words and pairs of neighbouring words, as multisets. It says nothing of meaning.
 */
export function answerDistance(a: string, b: string): number {
  const [one, other] = [grams(a), grams(b)];
  const all = sizeOf(one) + sizeOf(other);
  if (all === 0) return 0;
  let common = 0;
  for (const [gram, count] of one) common += Math.min(count, other.get(gram) ?? 0);
  return 1 - (2 * common) / all;
}

/**
 * Holds the answers of two arms against each other, input by input.
 * @param a answers of the first arm by input, in the same order as those of `b`
 * @returns null where an arm has fewer than five answers
 */
export function compareAnswers(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
): AnswerComparison | null {
  const pairs = a.flatMap((answers, input) =>
    answers.flatMap((one) => (b[input] ?? []).map((other) => [one, other] as const)),
  );
  const within = a.flatMap((answers) =>
    answers.flatMap((one, at) => answers.slice(0, at).map((other) => answerDistance(one, other))),
  );
  const across = pairs.map(([one, other]) => answerDistance(one, other));
  const own = quantile(within, 0.75);
  const between = median(across);
  if (a.flat().length < fewestAnswers || b.flat().length < fewestAnswers) return null;
  if (own === null || between === null) return null;
  const identical = a.every((answers, input) => new Set([...answers, ...(b[input] ?? [])]).size <= 1);
  const same = pairs.filter(([one, other]) => one === other).length / pairs.length;
  return { own, between, identical, same, differMore: between > own };
}

function grams(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  words.forEach((word, at) => {
    add(word);
    if (at > 0) add(`${words[at - 1]} ${word}`);
  });
  return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
