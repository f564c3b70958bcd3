import type { PartialParse } from '@lezer/common';

/** As many terms of a sum are read for certain. Walks go as deep as it is long, so there is an end. */
export const mostTerms = 750;

/** As many are left to the parser’s own count: with those of the moves until the next time they are less than its 300. */
const fewReductions = 50;

/** As many reductions a term may take. */
const reductionsOfTerm = 2;

/** As many moves of the parser may pass from one time to the next: each makes at most one reduction, and it gives up after 300. */
export const movesBetween = 250;

/** What `@lezer/lr` counts of sums, which nest as deep as they are long: no part of its public interface. */
interface SumCount {
  bigReductionCount: number;
  readonly lastBigReductionStart: number;
}

/**
 * Makes a parse take sums of up to {@link mostTerms} terms, where Lezer ends them after some 300. What is returned is to
 * be called from time to time. A release whose inside is another is left as it is.
 */
export function takingLongSums(parse: PartialParse): () => void {
  const count = parse as PartialParse & Partial<SumCount>;
  let start = -1;
  let reductions = 0;
  return () => {
    const { bigReductionCount: more, lastBigReductionStart: from } = count;
    if (more === undefined || from === undefined || more < fewReductions) return;
    reductions = from === start ? reductions + more : more;
    start = from;
    if (reductions < mostTerms * reductionsOfTerm) count.bigReductionCount = 0;
  };
}
