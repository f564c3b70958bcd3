import { type CompareModel, noComparison } from '../../src/vscode/compare/compareModel.ts';
import { armRun, type ComparisonFacts, sampleComparison } from './comparisons.ts';

/** What the comparison panel has of two arms that gave these answers, block by block. */
export function answered(
  a: readonly string[],
  b: readonly string[],
  facts: Omit<ComparisonFacts, 'runs' | 'outcome'> = {},
): CompareModel {
  const runs = a.flatMap((_, block) => [armRun('A', block, {}), armRun('B', block, {})]);
  const comparison = sampleComparison({ ...facts, runs: 5, outcome: { runs, state: 'complete' } });
  const answers = new Map(
    a.flatMap((text, block) => [[`A${block}`, text] as const, [`B${block}`, b[block] ?? ''] as const]),
  );
  return { ...noComparison, comparison, phase: 'complete', answers };
}
