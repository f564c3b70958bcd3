import { forecastOf } from '../../src/core/compare/forecast.ts';
import { planComparison } from '../../src/core/compare/plan.ts';
import { robustSpread } from '../../src/core/quantiles.ts';
import { seededRandom } from '../../src/core/random.ts';
import { atMost, type Bench, between, type Figure, reported } from './figure.ts';
import { drawLatency, drifts, trueMedian } from './verdict/latencies.ts';
import { naive } from './verdict/rivals.ts';
import type { Scenario } from './verdict/simulate.ts';
import { type LookTally, type Tally, tally } from './verdict/tally.ts';

const comparisons = 2_000;

// A rate that is 5 % in truth comes out above this once in 44 benches.
const falseBar = 5 + 200 * Math.sqrt((0.05 * 0.95) / comparisons);

const coverageBar = [93, 98] as const;

const plain: Scenario = { drift: 'steady', arms: [1, 1], inputs: [1], runs: 10 };

/** How often verdicts are wrong, intervals hold and differences are found, over simulated comparisons. */
export const bench: Bench = {
  name: 'verdict',
  title: `Verdicts over ${comparisons.toLocaleString('en-US')} simulated comparisons a row`,
  async run() {
    const middle = trueMedian();
    const of = (scenario: Partial<Scenario>): Tally => tally({ ...plain, ...scenario }, middle, comparisons);
    const inputs = [1, 0.6, 1.8];
    return [
      ...drifts.flatMap((drift) => noDifference(`, ${drift}`, of({ drift }), [10, 20])),
      ...noDifference(', three inputs', of({ inputs }), [12, 24]),
      ...noDifference(', three arms', of({ arms: [1, 1, 1] }), [10, 20]),
      ...noDifference('', of({ runs: 5 }), [5, 15]),
      ...noDifference('', of({ runs: 20 }), [20, 30]),
      ...drifts.flatMap((drift) => [
        ...difference(`15 %, ${drift}`, of({ drift, arms: [1, 0.85] }), [10, 20]),
        ...difference(`30 %, ${drift}`, of({ drift, arms: [1, 0.7] }), [10, 20]),
      ]),
      ...found('15 %', of({ runs: 5, arms: [1, 0.85] }), [5, 15]),
      ...found('30 %', of({ runs: 5, arms: [1, 0.7] }), [5, 15]),
      ...found('30 %, three inputs', of({ inputs, arms: [1, 0.7] }), [12, 24]),
      ...forecast(middle),
      ...drifts.flatMap((drift) => naiveFigures(drift)),
    ].map((figure) => ({ ...figure, value: Math.round(figure.value * 100) / 100 }));
  },
};

function noDifference(what: string, { looks, shownAtAny }: Tally, runs: readonly number[]): Figure[] {
  const [first, last] = runs;
  return [
    ...each(looks, runs, ({ shown }, n) => atMost(`false verdicts, n = ${n}${what}`, shown, '%', falseBar)),
    atMost(`false verdicts, n = ${first}, then ${last}${what}`, shownAtAny, '%', falseBar),
    ...coverage(`no difference${what}`, looks, runs),
  ];
}

function difference(what: string, { looks, shownAtAny }: Tally, runs: readonly number[]): Figure[] {
  const [first, last] = runs;
  return [
    ...found(what, { looks, shownAtAny }, runs),
    reported(`found, n = ${first}, then ${last}, ${what}`, shownAtAny, '%'),
    ...each(looks, runs, ({ signedRank }, n) =>
      reported(`found by the signed-rank test, n = ${n}, ${what}`, signedRank, '%'),
    ),
    ...coverage(what, looks, runs),
  ];
}

function found(what: string, { looks }: Tally, runs: readonly number[]): Figure[] {
  return each(looks, runs, ({ shown }, n) => reported(`found, n = ${n}, ${what}`, shown, '%'));
}

/** Five runs reach 93.75 % at most and give no verdict, so that their interval has no bar. */
function coverage(what: string, looks: readonly LookTally[], runs: readonly number[]): Figure[] {
  return each(looks, runs, ({ covered }, n) => {
    const figure = `coverage of the difference, n = ${n}, ${what}`;
    return n < 10 ? reported(figure, covered, '%') : between(figure, covered, '%', coverageBar);
  });
}

function each(
  looks: readonly LookTally[],
  runs: readonly number[],
  figure: (look: LookTally, n: number) => Figure,
): Figure[] {
  return looks.map((look, at) => figure(look, runs[at] ?? 0));
}

/** Whether the difference that a plan or a verdict calls detectable is found about four times out of five. */
function forecast(middle: number): Figure[] {
  const random = seededRandom(2);
  const spread = robustSpread(Array.from({ length: 10_000 }, () => drawLatency(random))) ?? 0;
  const plan = planComparison({
    arms: ['0', '1'],
    inputs: ['0'],
    runs: 10,
    looks: 2,
    pairing: 'with-first',
    seed: 1,
  });
  const outlook = { inputTokens: 0, maxTokens: 0, price: null, usualMs: middle };
  const detectable = forecastOf(plan, 0, () => outlook, spread).detectable ?? Number.NaN;
  const { looks } = tally({ ...plain, arms: [1, 1 - detectable / middle] }, middle, comparisons);
  return looks
    .slice(0, 1)
    .flatMap((look) => [
      reported('forecast as detectable, n = 10', detectable, 'ms'),
      reported('called detectable by the verdict, mean, n = 10', look.detectable, 'ms'),
      between('found when the difference is the forecast one, n = 10', look.shown, '%', [60, 95]),
    ]);
}

function naiveFigures(drift: Scenario['drift']): Figure[] {
  return ([10, 20] as const).flatMap((n) => {
    const share = (factor: number, holds: (low: number, high: number) => boolean): number => {
      const results = Array.from({ length: comparisons }, (_, seed) => naive(drift, factor, n, seed));
      return (100 * results.filter(({ low, high }) => holds(low, high)).length) / comparisons;
    };
    const name = (what: string): string => `naive: ${what}, n = ${n}, ${drift}`;
    return [
      reported(
        name('false verdicts'),
        share(1, (low, high) => low > 0 || high < 0),
        '%',
      ),
      reported(
        name('30 % found'),
        share(0.7, (_, high) => high < 0),
        '%',
      ),
      reported(
        name('30 % called slower'),
        share(0.7, (low) => low > 0),
        '%',
      ),
    ];
  });
}
