import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fittedBaseline, measuredBaseline } from '../../../../src/core/history/baseline.ts';
import type { HistoryRun } from '../../../../src/core/history/historyRun.ts';
import { seededRandom } from '../../../../src/core/random.ts';
import { historyRun, type RunFacts } from './historyRuns.ts';

const of = { model: 'claude-haiku-5-5', place: 'local', simulated: false };

const run = (i: number, tokens: number, ttftMs: number | null, facts: RunFacts = {}): HistoryRun =>
  historyRun({
    id: `run ${i}`,
    startedAt: i,
    ...facts,
    metrics: { ttftMs },
    usage: { inputTokens: tokens, ...facts.usage },
  });

/** Runs whose first token takes 400 ms and 50 ms for every 1,000 tokens. */
const onTheLine = (n: number, facts: RunFacts = {}) =>
  Array.from({ length: n }, (_, i) => run(i, 200 * (i + 1), 400 + 10 * (i + 1), facts));

suite('a fitted baseline', () => {
  test('of runs on a line is that line', () => {
    assert.deepEqual(fittedBaseline(onTheLine(20), of), {
      kind: 'fitted',
      n: 20,
      ms: 400,
      interval: { low: 400, high: 400, level: 0.95 },
      msPerThousandTokens: 50,
      perThousandInterval: { low: 50, high: 50, level: 0.95 },
    });
  });

  test('needs runs', () => {
    assert.deepEqual(fittedBaseline(onTheLine(11), of), {
      kind: 'needs-runs',
      n: 11,
      needed: 12,
      thought: 0,
    });
  });

  test('passes over runs that thought, and says how many', () => {
    const runs = [...onTheLine(5), ...onTheLine(7, { thought: true })];
    assert.deepEqual(fittedBaseline(runs, of), { kind: 'needs-runs', n: 5, needed: 12, thought: 7 });
  });

  test('needs inputs of different sizes', () => {
    const runs = Array.from({ length: 21 }, (_, i) => run(i, 300 + i, 400));
    assert.deepEqual(fittedBaseline(runs, of), {
      kind: 'needs-spread',
      n: 21,
      low: 302,
      high: 318,
      factor: 3,
    });
  });

  test('one odd size is no spread', () => {
    const runs = [...Array.from({ length: 20 }, (_, i) => run(i, 300, 400)), run(20, 9_000, 900)];
    assert.deepEqual(fittedBaseline(runs, of), {
      kind: 'needs-spread',
      n: 21,
      low: 300,
      high: 300,
      factor: 3,
    });
  });

  const onlyThese: Readonly<Record<string, RunFacts>> = {
    'another model': { group: { model: 'claude-opus-5-5' } },
    'another place': { group: { place: 'wsl' } },
    'simulated runs': { group: { simulated: true } },
    retries: { attempts: 2 },
    'runs from the cache': { usage: { cacheReadTokens: 10 } },
    'concurrent runs': { concurrent: true },
    'a host that was held up': { hostDelayMs: 80 },
  };
  for (const [name, facts] of Object.entries(onlyThese)) {
    test(`passes over ${name}`, () => {
      const others = onTheLine(30, facts).map((other) => ({
        ...other,
        metrics: { ...other.metrics, ttftMs: 9_000 },
      }));
      assert.deepEqual(fittedBaseline([...others, ...onTheLine(20)], of), fittedBaseline(onTheLine(20), of));
    });
  }

  test('counts runs that were stopped or cut after their first token', () => {
    const runs = onTheLine(20).map((other, i) => ({
      ...other,
      endState: i % 2 === 0 ? ('cancelled' as const) : ('max-tokens' as const),
    }));
    assert.deepEqual(fittedBaseline(runs, of), fittedBaseline(onTheLine(20), of));
  });

  test('passes over runs without a first token or a count', () => {
    const without = [run(50, 10, null), historyRun({ id: 'uncounted', metrics: { ttftMs: 9_000 } })];
    assert.deepEqual(fittedBaseline([...onTheLine(20), ...without], of), fittedBaseline(onTheLine(20), of));
  });

  test('a few slow runs leave it where it is', () => {
    const slow = onTheLine(40).map((other, i) =>
      i % 8 === 3 ? { ...other, metrics: { ...other.metrics, ttftMs: 20_000 } } : other,
    );
    const fit = fittedBaseline(slow, of);
    assert.deepEqual([fit.kind, fit.kind === 'fitted' && Math.round(fit.ms)], ['fitted', 400]);
  });

  test('takes the newest 120 runs', () => {
    const old = Array.from({ length: 50 }, (_, i) => run(-1 - i, 100 * (i + 1), 5_000));
    const fit = fittedBaseline([...old, ...onTheLine(120)], of);
    assert.deepEqual([fit.n, fit.kind === 'fitted' && Math.round(fit.ms)], [120, 400]);
  });

  test('neither it nor its rate is ever negative', () => {
    const falling = Array.from({ length: 20 }, (_, i) => run(i, 200 * (i + 1), 500 - 10 * i));
    const steep = Array.from({ length: 20 }, (_, i) => run(i, 200 * (i + 1), Math.max(0, 100 * i - 300)));
    const negative = [falling, steep].map((runs) => {
      const fit = fittedBaseline(runs, of);
      if (fit.kind !== 'fitted') return fit.kind;
      const { ms, interval, msPerThousandTokens, perThousandInterval } = fit;
      return [ms, interval.low, interval.high, msPerThousandTokens, perThousandInterval.low].filter(
        (n) => n < 0,
      );
    });
    assert.deepEqual(negative, [[], []]);
  });

  test('the same runs give the same interval, whatever their order', () => {
    const random = seededRandom(3);
    const runs = Array.from({ length: 30 }, (_, i) => run(i, 100 + 90 * i, 400 + 200 * random()));
    assert.deepEqual(fittedBaseline(runs.toReversed(), of), fittedBaseline(runs, of));
  });
});

test('about 95 in 100 intervals hold the truth where latencies are skewed', () => {
  const random = seededRandom(11);
  const skewed = () =>
    150 * Math.exp(0.35 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  let held = { baseline: 0, rate: 0 };
  for (let repeat = 0; repeat < 100; repeat += 1) {
    const runs = Array.from({ length: 24 }, (_, i) => {
      const tokens = Math.round(100 * 40 ** random());
      return run(i, tokens, 350 + skewed() * (random() < 0.05 ? 4 : 1) + tokens / 20);
    });
    const fit = fittedBaseline(runs, of);
    assert.equal(fit.kind, 'fitted');
    // The median of the scatter: 150 ms, and 3.7 ms more through the slow tail.
    held = {
      baseline: held.baseline + Number(holds(fit.interval, 503.7)),
      rate: held.rate + Number(holds(fit.perThousandInterval, 50)),
    };
  }
  assert.ok(held.baseline >= 90 && held.rate >= 90, JSON.stringify(held));
});

suite('a measured baseline', () => {
  test('is the median of tiny requests with its interval', () => {
    const times = [430, 410, 405, 415, 900, 420, 400, 425, 412, 408];
    assert.deepEqual(measuredBaseline(times), {
      n: 10,
      ms: 413.5,
      interval: { low: 405, high: 430, level: 0.978515625 },
    });
  });
  test('needs five of them', () => assert.equal(measuredBaseline([400, 410, 405, 402]), null));
});

function holds({ low, high }: { readonly low: number; readonly high: number }, value: number): boolean {
  return low <= value && value <= high;
}
