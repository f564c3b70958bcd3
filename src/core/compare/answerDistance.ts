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
  return gramDistance(gramsOf(a), gramsOf(b));
}

function gramDistance(one: Grams, other: Grams): number {
  const all = one.size + other.size;
  if (all === 0) return 0;
  let common = 0;
  for (const [gram, count] of one.counts) common += Math.min(count, other.counts.get(gram) ?? 0);
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
  if (a.flat().length < fewestAnswers || b.flat().length < fewestAnswers) return null;
  // Each is in many pairs, so it is read once.
  const read = (inputs: readonly (readonly string[])[]) => inputs.map((answers) => answers.map(gramsOf));
  const [ofA, ofB] = [read(a), read(b)];
  const within = ofA.flatMap((answers) =>
    answers.flatMap((one, at) => answers.slice(0, at).map((other) => gramDistance(one, other))),
  );
  const across = ofA.flatMap((answers, input) =>
    answers.flatMap((one) => (ofB[input] ?? []).map((other) => gramDistance(one, other))),
  );
  const own = quantile(within, 0.75);
  const between = median(across);
  if (own === null || between === null) return null;
  const identical = a.every((answers, input) => new Set([...answers, ...(b[input] ?? [])]).size <= 1);
  const alike = a.flatMap((answers, input) =>
    answers.flatMap((one) => (b[input] ?? []).filter((other) => one === other)),
  );
  return { own, between, identical, same: alike.length / across.length, differMore: between > own };
}

/** How often words and pairs of neighbouring words occur, and how many of them there are in all. */
interface Grams {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function gramsOf(text: string): Grams {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  const add = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  words.forEach((word, at) => {
    add(word);
    if (at > 0) add(`${words[at - 1]} ${word}`);
  });
  return { counts, size: Math.max(0, 2 * words.length - 1) };
}
