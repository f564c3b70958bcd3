import { performance } from 'node:perf_hooks';
import type { ArmRun, ComparisonSetup } from '../../src/core/compare/comparison.ts';
import { judgeOn, progressTo } from '../../src/core/compare/judgeComparison.ts';
import type { Verdict } from '../../src/core/compare/metric.ts';
import { type Simulator, startSimulator } from '../simulator/client.ts';
import { atLeast, atMost, type Bench, type Figure, reported } from './figure.ts';
import { drifts } from './verdict/latencies.ts';
import { compareOverWire, type WireComparison } from './verdict/overWire.ts';

const alike = 200;
const faster = 60;

// A rate that is 5 % in truth comes out above this once in 44 benches.
const falseBar = 5 + 200 * Math.sqrt((0.05 * 0.95) / alike);

/**
 * How often verdicts are wrong and differences are found when all of it is run: requests over the wire against the
 * simulated Claude, the order of the plan, rate limits, cache hits of one arm alone, a service that changes its pace in
 * mid-comparison. Times are a two-hundredth of what a service takes, so the host's own jitter weighs more than in earnest.
 */
export const bench: Bench = {
  name: 'verdict-wire',
  title: `Verdicts over ${alike} + ${faster} comparisons against the simulated Claude, 10, then 20 runs an arm`,
  async run() {
    const simulator = await startSimulator({ speed: 0, keys: 'none' });
    try {
      const start = performance.now();
      // The first requests load the client.
      await compareOverWire(simulator, { drift: 'steady', factor: 1 }, 1);
      const without = await comparisons(simulator, alike, 1);
      const withIt = await comparisons(simulator, faster, 0.7);
      const seconds = (performance.now() - start) / 1_000;
      return [
        ...noDifference(without),
        ...difference(withIt),
        ...leftOut([...without, ...withIt]),
        reported('time', seconds, 's'),
      ].map((figure) => ({ ...figure, value: Math.round(figure.value * 100) / 100 }));
    } finally {
      await simulator.stop();
    }
  },
};

async function comparisons(
  simulator: Simulator,
  count: number,
  factor: number,
): Promise<readonly WireComparison[]> {
  const all: WireComparison[] = [];
  for (let at = 0; at < count; at++) {
    const drift = drifts[at % drifts.length] ?? 'steady';
    all.push(await compareOverWire(simulator, { drift, factor }, 1_000 * (1 + factor) + at));
  }
  return all;
}

function noDifference(all: readonly WireComparison[]): readonly Figure[] {
  const isFalse = (verdict: Verdict | null) => verdict === 'faster' || verdict === 'slower';
  const share = (of: (one: WireComparison) => boolean) => percent(all, of);
  return [
    atMost(
      'false verdicts, n = 10',
      share((one) => isFalse(verdictAt(one, 0))),
      '%',
      falseBar,
    ),
    atMost(
      'false verdicts, n = 20',
      share((one) => isFalse(verdictAt(one, 1))),
      '%',
      falseBar,
    ),
    atMost(
      'false verdicts, n = 10, then 20',
      share((one) => isFalse(verdictAt(one, 0)) || isFalse(verdictAt(one, 1))),
      '%',
      falseBar,
    ),
    reported(
      'the same, had the cache hits counted',
      share((one) => isFalse(verdictAt(countingCache(one), 1))),
      '%',
    ),
  ];
}

function difference(all: readonly WireComparison[]): readonly Figure[] {
  const share = (look: number, verdict: Verdict) => percent(all, (one) => verdictAt(one, look) === verdict);
  return [
    reported('30 % faster is found, n = 10', share(0, 'faster'), '%'),
    atLeast('30 % faster is found, n = 20', share(1, 'faster'), '%', 70),
    atMost('30 % faster is called slower', share(0, 'slower') + share(1, 'slower'), '%', 0),
  ];
}

function leftOut(all: readonly WireComparison[]): readonly Figure[] {
  const runs = all.flatMap(({ looks }) => looks.at(-1) ?? []);
  const progress = all.map(({ setup, looks }) => progressTo(setup, 1, looks.at(-1) ?? []));
  const reasons = progress.flatMap((one) => one.leftOut);
  const count = (reason: string) =>
    reasons.filter((one) => one.reason === reason).reduce((sum, one) => sum + one.runs, 0);
  return [
    reported('runs', runs.length, 'runs'),
    reported('left out: rate limits', count('failed'), 'runs'),
    reported('left out: cache hits', count('cache-state'), 'runs'),
    reported(
      'blocks made again',
      progress.reduce((sum, { replaced }) => sum + replaced, 0),
      'blocks',
    ),
    atMost('runs that read the cache and counted', countedHits(all), 'runs', 0),
  ];
}

function countedHits(all: readonly WireComparison[]): number {
  const hits = all.flatMap(({ looks }) =>
    (looks.at(-1) ?? []).filter(({ cacheReadTokens }) => cacheReadTokens !== 0),
  );
  const left = all.flatMap(({ setup, looks }) => progressTo(setup, 1, looks.at(-1) ?? []).leftOut);
  const leftHits = left
    .filter(({ reason }) => reason === 'cache-state')
    .reduce((sum, { runs }) => sum + runs, 0);
  return hits.filter(({ endState }) => endState === 'complete').length - leftHits;
}

function verdictAt({ setup, looks }: WireComparison, look: number): Verdict | null {
  const runs: readonly ArmRun[] = looks[look] ?? [];
  return judgeOn(setup, runs, 'ttlt').differences[0]?.verdict ?? null;
}

function countingCache({ setup, looks }: WireComparison): WireComparison {
  const arms: ComparisonSetup['arms'] = setup.arms.map((arm) => ({ ...arm, cache: 'any' }));
  return { setup: { ...setup, arms }, looks };
}

function percent<T>(all: readonly T[], of: (one: T) => boolean): number {
  return (100 * all.filter(of).length) / all.length;
}
