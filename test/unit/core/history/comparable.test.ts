import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  comparableRuns,
  type LeftOutReason,
  leftOutReason,
  leftOutReasons,
} from '../../../../src/core/history/comparable.ts';
import { historyRun, type RunFacts } from './historyRuns.ts';

suite('a run is left out', () => {
  const rows: Readonly<Record<string, readonly [RunFacts, LeftOutReason | null]>> = {
    'complete: no': [{}, null],
    'cut at max tokens': [{ endState: 'max-tokens' }, 'cut'],
    'ended at a stop sequence': [{ endState: 'stop-sequence' }, 'cut'],
    refused: [{ endState: 'refusal' }, 'cut'],
    paused: [{ endState: 'paused' }, 'cut'],
    'context exceeded': [{ endState: 'context-exceeded' }, 'cut'],
    'asks for a tool': [{ endState: 'tool-use' }, 'cut'],
    stopped: [{ endState: 'cancelled' }, 'cancelled'],
    stalled: [{ endState: 'stalled' }, 'failed'],
    broken: [{ endState: 'broken' }, 'failed'],
    failed: [{ endState: 'failed', failure: 'dns' }, 'failed'],
    'second attempt': [{ attempts: 2 }, 'retried'],
    'read from the cache': [{ usage: { cacheReadTokens: 1 } }, 'cached'],
    'nothing read from the cache: no': [{ usage: { cacheReadTokens: 0 } }, null],
    'written to the cache: no': [{ usage: { cacheCreationTokens: 900 } }, null],
    'beside another run': [{ concurrent: true }, 'concurrent'],
    'host held up for 51 ms': [{ hostDelayMs: 51 }, 'host-delay'],
    'host held up for 50 ms: no': [{ hostDelayMs: 50 }, null],
    'first request: no': [{ cold: true }, null],
    'new connection: no': [{ reused: false }, null],
  };
  for (const [name, [facts, reason]] of Object.entries(rows)) {
    test(name, () => assert.equal(leftOutReason(historyRun(facts)), reason));
  }
});

const everything: RunFacts = {
  endState: 'cancelled',
  attempts: 3,
  usage: { cacheReadTokens: 5 },
  concurrent: true,
  hostDelayMs: 900,
};

test('the first reason counts, and the next one when that is included', () => {
  const included: readonly (readonly LeftOutReason[])[] = [
    [],
    ['cancelled'],
    ['cancelled', 'retried'],
    ['retried'],
    ['cancelled', 'retried', 'cached'],
    ['cancelled', 'retried', 'cached', 'concurrent'],
    leftOutReasons,
  ];
  assert.deepEqual(
    included.map((include) => leftOutReason(historyRun(everything), include)),
    ['cancelled', 'retried', 'cached', 'cancelled', 'concurrent', 'host-delay', null],
  );
});

suite('of several runs', () => {
  const runs = [
    historyRun({ id: 'counted' }),
    historyRun({ id: 'retried', attempts: 2 }),
    historyRun({ id: 'cold', cold: true }),
    historyRun({ id: 'all at once', ...everything }),
    historyRun({ id: 'retried too', attempts: 3, concurrent: true }),
  ];
  const counted = (include: readonly LeftOutReason[]) => {
    const { runs: kept, ...facts } = comparableRuns(runs, include);
    return { ids: kept.map(({ id }) => id), ...facts };
  };

  test('each is counted or left out once', () => {
    assert.deepEqual(counted([]), {
      ids: ['counted', 'cold'],
      counted: 2,
      of: 5,
      leftOut: { retried: 2, cancelled: 1 },
    });
  });

  test('a reason that is included leaves none out', () => {
    assert.deepEqual(counted(['retried']), {
      ids: ['counted', 'retried', 'cold'],
      counted: 3,
      of: 5,
      leftOut: { cancelled: 1, concurrent: 1 },
    });
  });

  test('with all reasons included nothing is left out', () => {
    assert.deepEqual(counted(leftOutReasons), {
      ids: ['counted', 'retried', 'cold', 'all at once', 'retried too'],
      counted: 5,
      of: 5,
      leftOut: {},
    });
  });

  test('of none', () => {
    assert.deepEqual(comparableRuns([]), { runs: [], counted: 0, of: 0, leftOut: {} });
  });
});
