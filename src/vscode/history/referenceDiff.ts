import { wordDiff } from '../../core/compare/wordDiff.ts';
import type { StoredRun } from '../../core/history/historyRun.ts';
import { textOf } from '../../core/run/state.ts';
import type { ReferenceDiff } from '../output/situation.ts';

// A longer pair would hold up the panel; the diff editor takes it.
const longestCharacters = 100_000;

/** How an answer differs from the reference answer of its prompt. */
export function referenceDiff(
  { record, hasTexts }: Pick<StoredRun, 'record' | 'hasTexts'>,
  answer: string,
): ReferenceDiff {
  const { startedAt, state } = record;
  if (!hasTexts) return { startedAt, difference: 'not-kept' };
  const text = textOf(state);
  if (text === answer) return { startedAt, difference: 'none' };
  if (text.length + answer.length > longestCharacters) return { startedAt, difference: 'too-long' };
  return { startedAt, difference: wordDiff(text, answer) };
}
