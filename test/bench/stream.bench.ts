import { burstText } from '../simulator/burst.ts';
import type { ResponsePlan } from '../simulator/plan.ts';
import { atMost, type Bench, type Figure, medianOf, reported } from './figure.ts';
import { sdkLoop } from './stream/sdkLoop.ts';
import { type StreamRun, StreamRuns } from './stream/streamRuns.ts';

const pacedDeltas = 2_000;
const charsPerDelta = 10;
const pacedRounds = 3;
const rounds = 5;

/**
 * From the server's write of a delta to the end of the frame that shows it, in a real VS Code: CLOCK_MONOTONIC on
 * both sides. Text that the server has written but that still waits on the way counts as arrived, so the figures are
 * upper bounds. How long the page's main thread is kept busy is told in processor time: on a machine of few cores a task
 * also waits for a core, which says something about the machine, so its whole length is told beside it.
 */
export const bench: Bench = {
  name: 'stream',
  title: 'Answers that stream into the panel of a real VS Code, at 200 deltas a second and as fast as can be',
  async run() {
    const runs = await StreamRuns.open();
    try {
      return [...(await paced(runs)), ...(await bursts(runs))];
    } finally {
      await runs.close();
    }
  },
};

async function paced(runs: StreamRuns): Promise<readonly Figure[]> {
  const paragraph = 'Some words of an answer of a usual kind, in sentences of a usual length. '.repeat(5);
  const text = `${paragraph.trim()}\n\n`.repeat(60);
  const plan: ResponsePlan = {
    kind: 'answer',
    text: text.slice(0, pacedDeltas * charsPerDelta),
    thinking: 'none',
    ttftMs: 100,
    gapMs: 5,
    charsPerDelta,
  };
  const made: StreamRun[] = [];
  for (let round = 0; round < pacedRounds; round++) made.push(await runs.run(plan, 'characters'));
  const delays = made.map((run) => delaysToPaint(run).sort((a, b) => a - b));
  const at = (share: number) =>
    delays.map((sorted) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return [
    reported('deltas a second, median of runs', medianOf(made.map(deltaRate)), '/s'),
    reported('delta to paint p50, median of runs', medianOf(at(0.5)), 'ms'),
    atMost('delta to paint p95, median of runs', medianOf(at(0.95)), 'ms', 60),
    reported('delta to paint p95, worst of runs', Math.max(...at(0.95)), 'ms'),
    reported('delta to paint max, worst of runs', Math.max(...at(1)), 'ms'),
  ];
}

function deltaRate({ deltas }: StreamRun): number {
  const seconds = ((deltas.at(-1)?.at ?? 0) - (deltas[0]?.at ?? 0)) / 1000;
  return (deltas.length - 1) / seconds;
}

/** For each delta, how long after its write the first frame that shows all of it was painted. */
function delaysToPaint({ deltas, page, text }: StreamRun): number[] {
  const delays: number[] = [];
  let written = 0;
  let paint = 0;
  for (const { at, chars } of deltas) {
    const before = written;
    written += chars;
    // White space at the end of a line is never shown, so only the rest is counted.
    if (text.slice(before, written).trim() === '') continue;
    const shown = text.slice(0, written).replace(/\s+/g, '').length;
    while (paint < page.paints.length && (page.paints[paint]?.characters ?? 0) < shown) paint++;
    delays.push((page.paints[paint]?.at ?? Number.POSITIVE_INFINITY) - at);
  }
  return delays;
}

async function bursts(runs: StreamRuns): Promise<readonly Figure[]> {
  const small = burst(200_000);
  const smalls: StreamRun[] = [];
  const alone: number[] = [];
  let wrong = 0;
  for (let round = 0; round < rounds; round++) {
    const run = await runs.run(small, 'tasks');
    smalls.push(run);
    await runs.script(small);
    const sdk = await sdkLoop(runs.origin);
    alone.push(sdk.cpuMs);
    wrong += Number(run.text !== burstText(200_000)) + Number(sdk.text !== run.text);
  }
  const peakMb = runs.hostPeakMb;
  const large = await runs.run(burst(1_000_000), 'tasks');
  wrong += Number(large.text !== burstText(1_000_000));
  const host = smalls.flatMap(({ hostCpuMs }) => (hostCpuMs === null ? [] : [hostCpuMs]));
  return [
    atMost('200 KB: last delta to paint, worst', Math.max(...smalls.map(lastDelay)), 'ms', 1_000),
    atMost(
      '200 KB: longest main-thread task, in processor time, worst of runs',
      Math.max(...smalls.map(longestRunning)),
      'ms',
      50,
    ),
    atMost(
      '200 KB: longest main-thread task of the panel, waiting included, worst of runs (0: none of 50 ms)',
      Math.max(...smalls.map(longest)),
      'ms',
      50,
    ),
    reported('200 KB: the same, median of runs', medianOf(smalls.map(longest)), 'ms'),
    reported("200 KB: longest of VS Code's on the same thread", Math.max(...smalls.map(longestAround)), 'ms'),
    reported('200 KB: whole stream on the page', medianOf(smalls.map(duration)), 'ms'),
    ...(host.length === 0
      ? []
      : [
          reported('200 KB: CPU of the extension host', medianOf(host), 'ms'),
          reported('200 KB: CPU of the SDK loop alone', medianOf(alone), 'ms'),
        ]),
    ...(peakMb === null ? [] : [reported('peak memory of the extension host', peakMb, 'MB')]),
    reported('200 KB: JavaScript heap of the page', Math.max(...smalls.map(heapMb)), 'MB'),
    reported('1 MB: last delta to paint', lastDelay(large), 'ms'),
    reported('1 MB: longest main-thread task, in processor time', longestRunning(large), 'ms'),
    reported(
      '1 MB: longest main-thread task of the panel, waiting included (0: none of 50 ms)',
      longest(large),
      'ms',
    ),
    reported("1 MB: longest of VS Code's on the same thread", longestAround(large), 'ms'),
    reported('1 MB: whole stream on the page', duration(large), 'ms'),
    atMost('1 MB against 200 KB', duration(large) / medianOf(smalls.map(duration)), 'times', 6),
    atMost('answers that differ from what was sent', wrong, 'runs', 0),
  ];
}

function burst(characters: number): ResponsePlan {
  return { kind: 'burst', deltas: characters / charsPerDelta, charsPerDelta, perSecond: 0 };
}

function lastDelay({ deltas, page }: StreamRun): number {
  return (page.paints.at(-1)?.at ?? Number.POSITIVE_INFINITY) - (deltas.at(-1)?.at ?? 0);
}

function duration({ deltas, page }: StreamRun): number {
  return (page.paints.at(-1)?.at ?? Number.POSITIVE_INFINITY) - (deltas[0]?.at ?? 0);
}

function longestRunning({ longestTaskMs }: StreamRun): number {
  return longestTaskMs ?? Number.NaN;
}

function longest({ page }: StreamRun): number {
  return Math.max(0, ...page.longTasks);
}

function longestAround({ page }: StreamRun): number {
  return Math.max(0, ...page.workbenchTasks);
}

function heapMb({ page }: StreamRun): number {
  return page.heap / 1_000_000;
}
