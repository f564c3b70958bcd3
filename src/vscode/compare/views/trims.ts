import type { ComparisonSetup } from '../../../core/compare/comparison.ts';
import { isTrimOf } from '../../../core/compare/wordDiff.ts';

/** Whether the second of two texts is the first with words taken out: then its answers are the first question. */
export function trims({ varied, arms }: ComparisonSetup): boolean {
  const [a, b] = arms;
  return varied === 'prompt' && a?.text != null && b?.text != null && isTrimOf(a.text, b.text);
}
