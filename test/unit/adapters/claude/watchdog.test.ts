import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SilenceLimits, startWatchdog } from '../../../../src/adapters/claude/watchdog.ts';

type Act = number | 'touch' | 'stop' | 'sleep';

const limits = { noticeMs: 100, endMs: 350 };
/** So long the machine sleeps: its timers stand still, its clock goes on. */
const sleepMs = 250;

const cases: Readonly<
  Record<string, readonly [limits: SilenceLimits, acts: readonly Act[], told: readonly string[]]>
> = {
  'a notice each time, and the end once': [
    limits,
    [1_000],
    ['silent 100 at 100', 'silent 200 at 200', 'silent 300 at 300', 'end at 350'],
  ],
  'nothing before the first notice': [limits, [99], []],
  'a byte begins it anew': [
    limits,
    [150, 'touch', 99, 'touch', 300],
    ['silent 100 at 100', 'silent 100 at 349', 'silent 200 at 449', 'silent 300 at 549'],
  ],
  'without notices only the end': [{ noticeMs: 0, endMs: 350 }, [1_000], ['end at 350']],
  'without an end only notices': [
    { noticeMs: 100, endMs: 0 },
    [250],
    ['silent 100 at 100', 'silent 200 at 200'],
  ],
  'without both nothing': [{ noticeMs: 0, endMs: 0 }, [1_000], []],
  'nothing once it is stopped': [limits, [150, 'stop', 1_000], ['silent 100 at 100']],
  'of several notices at once the last': [
    { noticeMs: 100, endMs: 0 },
    ['sleep', 100, 50],
    ['silent 350 at 350', 'silent 400 at 400'],
  ],
};

for (const [name, [given, acts, expected]] of Object.entries(cases)) {
  test(name, (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let slept = 0;
    let passed = 0;
    const told: string[] = [];
    const watchdog = startWatchdog(given, () => passed + slept, {
      silent: (at, silentMs) => told.push(`silent ${silentMs} at ${at}`),
      end: (at) => told.push(`end at ${at}`),
    });
    // The clock stands where the timers are when they fire.
    const pass = (ms: number): void => {
      for (let left = ms; left > 0; left--) {
        passed += 1;
        t.mock.timers.tick(1);
      }
    };
    for (const act of acts) {
      if (act === 'touch') watchdog.touch(passed + slept);
      else if (act === 'stop') watchdog.stop();
      else if (act === 'sleep') slept += sleepMs;
      else pass(act);
    }
    assert.deepEqual(told, expected);
  });
}

test('whoever hears of a silence may stop it', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let passed = 0;
  const told: number[] = [];
  const watchdog = startWatchdog(limits, () => passed, {
    silent: (at) => {
      told.push(at);
      watchdog.stop();
    },
    end: (at) => told.push(at),
  });
  for (; passed < 1_000; passed++) t.mock.timers.tick(1);
  assert.deepEqual(told, [100]);
});
