import type { Interval } from '../../src/core/compare/blockedShift.ts';
import type { Looks, Pairing } from '../../src/core/compare/errorRate.ts';
import { type ArmDifference, judge } from '../../src/core/compare/judge.ts';
import type { MeasuredArm } from '../../src/core/compare/measured.ts';
import { type Metric, timeInMs, type Verdict } from '../../src/core/compare/metric.ts';
import type { Outcome } from '../../src/core/compare/outcome.ts';
import { endStates } from '../../src/core/run/endState.ts';

/** One judged comparison; what could not be told from its samples is null. */
export interface VerdictLine {
  readonly arms: readonly {
    readonly name: string;
    readonly n: number;
    readonly median: number | null;
    readonly interval: Interval | null;
    readonly level: number | null;
    readonly p95: number | null;
  }[];
  readonly differences: readonly {
    readonly a: string;
    readonly b: string;
    readonly n: number;
    readonly estimate: number | null;
    readonly interval: Interval | null;
    readonly level: number | null;
    readonly verdict: Verdict;
    readonly hardly: boolean;
    /** With more than one input. */
    readonly inputs?: ArmDifference['inputs'];
  }[];
  readonly detectable: number | null;
}

/** Judges a comparison as it stands in a file; throws an Error that says what is wrong with it. */
export function verdictLine(value: unknown): VerdictLine {
  const { unit, arms, looks = 2, pairs = 'with-first' } = record(value, 'a comparison');
  check(typeof unit === 'string', '"unit" must be a string');
  check(Array.isArray(arms) && arms.length > 0, '"arms" must be a list of at least one arm');
  check(looks === 1 || looks === 2, '"looks" must be 1 or 2');
  check(pairs === 'with-first' || pairs === 'every-two', '"pairs" must be "with-first" or "every-two"');
  const judgement = judge({
    metric: metricOf(unit),
    arms: arms.map((arm) => measuredArm(arm)),
    looks: looks as Looks,
    pairing: pairs as Pairing,
  });
  return {
    arms: judgement.arms.map(({ outcomes, ...arm }) => arm),
    differences: judgement.differences.map(({ detectable, inputs, ...difference }) => ({
      ...difference,
      ...(inputs.length > 1 ? { inputs } : {}),
    })),
    detectable: judgement.detectable,
  };
}

function metricOf(unit: string): Metric {
  if (unit === 'ms') return timeInMs;
  if (unit === 's') return { kind: 'time', hardlyBelow: timeInMs.hardlyBelow / 1000 };
  return { kind: unit === 'tok/s' ? 'rate' : 'amount', hardlyBelow: 0 };
}

function measuredArm(value: unknown): MeasuredArm {
  const { name, samples, blocks, inputs, ends } = record(value, 'an arm');
  check(typeof name === 'string', 'an arm needs a "name"');
  check(isListOf(samples, isNumber), `"samples" of ${name} must be numbers`);
  const side = <T>(list: unknown, is: (item: unknown) => item is T, what: string): readonly T[] | null => {
    if (list === undefined || list === null) return null;
    check(isListOf(list, is), `"${what}" of ${name} are not of their kind`);
    check(list.length === samples.length, `"${what}" of ${name} must be as many as its samples`);
    return list;
  };
  const ids = side(blocks, isId, 'blocks');
  const owners = side(inputs, isId, 'inputs');
  return {
    name,
    samples: samples.map((sample, at) => ({
      value: sample,
      block: String(ids?.[at] ?? at),
      input: String(owners?.[at] ?? ''),
    })),
    outcomes: side(ends, isOutcome, 'ends') ?? [],
  };
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  check(typeof value === 'object' && value !== null && !Array.isArray(value), `${what} must be an object`);
  return value as Readonly<Record<string, unknown>>;
}

function check(holds: boolean, problem: string): asserts holds {
  if (!holds) throw new Error(problem);
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isOutcome(value: unknown): value is Outcome {
  return value === 'assertion-failed' || endStates.some((state) => state === value);
}
