import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, suite, test } from 'node:test';
import { type Later, later } from '../../../src/vscode/later.ts';

interface Case {
  /** What happens when: ms. */
  readonly at: Readonly<Record<number, (planned: Later) => void>>;
  /** When it was done: ms. */
  readonly done: readonly number[];
}

const cases: Readonly<Record<string, Case>> = {
  'after its time': { at: { 0: (planned) => planned.plan(300) }, done: [300] },
  'once, after the last plan': {
    at: { 0: (planned) => planned.plan(300), 200: (planned) => planned.plan(300) },
    done: [500],
  },
  'sooner where the last plan is': {
    at: { 0: (planned) => planned.plan(300), 100: (planned) => planned.plan(0) },
    done: [100],
  },
  'again where it is planned again': {
    at: { 0: (planned) => planned.plan(100), 200: (planned) => planned.plan(100) },
    done: [100, 300],
  },
  'never where it is cancelled': {
    at: { 0: (planned) => planned.plan(300), 100: (planned) => planned.cancel() },
    done: [],
  },
  'never once it is disposed': {
    at: {
      0: (planned) => planned.plan(300),
      100: (planned) => planned.dispose(),
      200: (planned) => planned.plan(0),
    },
    done: [],
  },
};

suite('what is planned is done', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 }));
  afterEach(() => mock.timers.reset());

  for (const [name, { at, done }] of Object.entries(cases)) {
    test(name, () => {
      const times: number[] = [];
      const planned = later(() => times.push(Date.now()));
      for (; Date.now() < 1_000; mock.timers.tick(50)) {
        at[Date.now()]?.(planned);
        mock.timers.tick(0);
      }
      assert.deepEqual(times, done);
    });
  }
});
