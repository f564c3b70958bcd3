import { leftOutReason } from './comparedRun.ts';
import type { ArmRun, ComparisonSetup, FailedAssertion } from './comparison.ts';
import { cacheStates } from './judgeComparison.ts';

/** How the answers of an arm stand to what they are checked for; runs that don’t count are left out. */
export interface ArmAssertions {
  readonly arm: string;
  /** Runs whose answer was checked. */
  readonly checked: number;
  /** Runs that hold all of them. */
  readonly held: number;
  /** Each assertion that failed, by its position, with the first reason. */
  readonly failed: readonly (FailedAssertion & { readonly runs: number })[];
}

/** Counts by arm; empty where nothing is checked. */
export function assertionCounts(setup: ComparisonSetup, runs: readonly ArmRun[]): readonly ArmAssertions[] {
  const { assertions = [], arms } = setup;
  if (assertions.length === 0) return [];
  const caches = cacheStates(setup);
  return arms.map(({ name }) => {
    const own = runs.flatMap((run) =>
      run.arm === name && leftOutReason({ ...run, value: null }, caches[name] ?? 'any') === null
        ? [run.failedAssertions ?? null]
        : [],
    );
    const checked = own.filter((failed) => failed !== null);
    return {
      arm: name,
      checked: checked.length,
      held: checked.filter((failed) => failed.length === 0).length,
      failed: assertions.flatMap((_, at) => {
        const failures = checked.flat().filter(({ assertion }) => assertion === at);
        const [first] = failures;
        return first === undefined ? [] : [{ ...first, runs: failures.length }];
      }),
    };
  });
}
