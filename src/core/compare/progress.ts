import { type CacheState, type ComparedRun, type LeftOut, leftOutReason, outcomeOf } from './comparedRun.ts';
import { groupBy } from './groupBy.ts';
import type { MeasuredArm } from './measured.ts';
import { type Block, type ComparisonPlan, replacementBlock, replacementLimit } from './plan.ts';

/** Which cache state each arm asks for. */
export type CacheStates = Readonly<Record<string, CacheState>>;

/** How far a comparison has come; all of it follows from the plan and the runs so far, so it goes on after a reload. */
export interface Progress {
  /** The run that comes next; null when this look is complete. */
  readonly next: { readonly block: Block; readonly arm: string } | null;
  /** Runs still to come if all of them count. */
  readonly remaining: number;
  readonly replaced: number;
  readonly leftOut: readonly { readonly reason: LeftOut; readonly runs: number }[];
}

/** Where a comparison stands on its way to a look (0 is the first); `runs` in the order in which they were made. */
export function progressOf(
  plan: ComparisonPlan,
  look: number,
  runs: readonly ComparedRun[],
  caches: CacheStates,
): Progress {
  const replacements = replacementsOf(plan, runs, caches).slice(0, replacementLimit(plan, look));
  const due = [...plan.blocks.slice(0, plan.blocksAt[look]), ...replacements];
  const made = new Set(runs.map(({ arm, block }) => keyOf(arm, block)));
  const pending = due.flatMap((block) =>
    block.arms.filter((arm) => !made.has(keyOf(arm, block.id))).map((arm) => ({ block, arm })),
  );
  const reasons = runs.map((run) => reasonOf(run, caches)).filter((reason) => reason !== null);
  return {
    next: pending[0] ?? null,
    remaining: pending.length,
    replaced: replacements.length,
    leftOut: [...groupBy(reasons, (reason) => reason)].map(([reason, own]) => ({ reason, runs: own.length })),
  };
}

/** All blocks of a plan by their ids, those that are run again included. */
export function blocksOf(
  plan: ComparisonPlan,
  runs: readonly ComparedRun[],
  caches: CacheStates,
): readonly Block[] {
  return [...plan.blocks, ...replacementsOf(plan, runs, caches)];
}

/** The arms of a plan with the runs that count. */
export function measuredArms(
  plan: ComparisonPlan,
  runs: readonly ComparedRun[],
  caches: CacheStates,
): readonly MeasuredArm[] {
  const blocks = blocksOf(plan, runs, caches);
  const counted = runs.filter((run) => reasonOf(run, caches) === null);
  return plan.arms.map((name) => {
    const own = counted.filter(({ arm }) => arm === name);
    return {
      name,
      samples: own.flatMap(({ value, block }) => {
        const input = blocks[block]?.input;
        return value === null || input === undefined ? [] : [{ value, block, input }];
      }),
      outcomes: own.map(outcomeOf),
    };
  });
}

/**
 * One block for each that has a run which does not count, in the order in which that became known: a single run made
 * again would stand at another time than those that it is compared with.
 */
function replacementsOf(
  plan: ComparisonPlan,
  runs: readonly ComparedRun[],
  caches: CacheStates,
): readonly Block[] {
  const broken = new Set(runs.filter((run) => reasonOf(run, caches) !== null).map(({ block }) => block));
  const replacements: Block[] = [];
  for (const id of broken) {
    const block = plan.blocks[id] ?? replacements[id - plan.blocks.length];
    if (block !== undefined) replacements.push(replacementBlock(plan, block, replacements.length));
  }
  return replacements;
}

function reasonOf(run: ComparedRun, caches: CacheStates): LeftOut | null {
  return leftOutReason(run, caches[run.arm] ?? 'any');
}

function keyOf(arm: string, block: number): string {
  return `${block} ${arm}`;
}
