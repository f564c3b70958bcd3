import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../src/core/random.ts';
import { type Simulator, startSimulator } from '../simulator/client.ts';
import type { ResponsePlan } from '../simulator/plan.ts';
import type { RecordedRequest } from '../simulator/record.ts';
import { runInExtensionHost } from '../support/extensionHost.ts';
import { bundleForHost } from '../support/hostBundle.ts';
import { copyWorkspace } from '../support/workspace.ts';
import { atMost, type Bench, type Figure, reported } from './figure.ts';
import type { Reader, TimingPlan, TimingResults, TimingRow } from './host/timingRows.ts';

const runs = 300;
/** Of each reader, not counted: the first requests load the HTTP client, while the workbench still opens. */
const warmUps = 40;

/**
 * How far the stamps of runs in a real extension host are from the server's, by CLOCK_MONOTONIC of both sides. The
 * server sees a request only once it was delivered, and a delta is there only once it was, so part of the distance is
 * no error: a bare socket in the same host, whose own stamps are exact, tells the usual delivery either way (median),
 * and what is left without it is reported too, "less delivery".
 */
export const bench: Bench = {
  name: 'timing',
  title: `Errors of stamps against the server's clock (${runs} runs, interleaved with as many of a bare fetch reader and of a bare socket)`,
  async run() {
    const simulator = await startSimulator({ keys: 'none', speed: 0 });
    try {
      return await measure(simulator);
    } finally {
      await simulator.stop();
    }
  },
};

async function measure(simulator: Simulator): Promise<readonly Figure[]> {
  const random = seededRandom(20261120);
  const readers = [...rounds(warmUps, random), ...rounds(runs, random)];
  await simulator.script(readers.map(() => answer(random)));
  const results = await inHost({ origin: simulator.origin, readers });
  const requests = await simulator.requests();
  if (results.rows.length !== readers.length || requests.length !== readers.length) {
    throw new Error(`${readers.length} runs, ${results.rows.length} rows, ${requests.length} requests`);
  }
  const all = results.rows.map((row, i) => distancesOf(row, requests[i])).slice(3 * warmUps);
  const rows = results.rows.slice(3 * warmUps).filter(({ reader }) => reader === 'adapter');
  const by = (reader: Reader) => all.filter((distance) => distance.reader === reader);
  const way = percentiles(by('socket').map(({ there }) => there)).p50;
  const back = percentiles(by('socket').map(({ back }) => back)).p50;
  return [
    ...figuresOf('sent error', ({ there }) => there, way, by),
    ...figuresOf('first delta error', (distance) => distance.back, back, by),
    ...figuresOf('ttft error', (distance) => distance.there + distance.back, way + back, by),
    reported('delivery to the server (bare socket)', way, 'ms'),
    reported('delivery from the server (bare socket)', back, 'ms'),
    atMost('runs whose sent is approximate', rows.filter(({ approximate }) => approximate).length, 'runs', 0),
    reported('runs on a new connection', rows.filter(({ reused }) => reused === false).length, 'runs'),
    reported('spread of the clocks’ offset', results.clockSpreadMs, 'ms'),
  ];
}

/** All readers so many times, each round in random order. */
function rounds(count: number, random: () => number): readonly Reader[] {
  const readers: readonly Reader[] = ['adapter', 'bare', 'socket'];
  return Array.from({ length: count }, () => {
    const drawn = readers.map((reader) => ({ reader, at: random() }));
    return drawn.sort((a, b) => a.at - b.at).map(({ reader }) => reader);
  }).flat();
}

function answer(random: () => number): ResponsePlan {
  return {
    kind: 'answer',
    text: 'A queue keeps the order of its items; a stack turns it around.',
    thinking: 'none',
    stopReason: 'end_turn',
    ttftMs: 15 + random() * 50,
    gapMs: 1 + random() * 4,
    charsPerDelta: 8,
  };
}

async function inHost(plan: TimingPlan): Promise<TimingResults> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-timing-'));
  const workspace = copyWorkspace();
  const lines: string[] = [];
  try {
    const files = { plan: join(folder, 'plan.json'), results: join(folder, 'results.json') };
    writeFileSync(files.plan, JSON.stringify(plan));
    const code = await runInExtensionHost({
      entry: await bundleForHost({ entry: 'test/bench/host/timing.ts', folder: 'bench-timing' }),
      workspace: workspace.path,
      env: { PROMPT_TUNER_PLAN: files.plan, PROMPT_TUNER_RESULTS: files.results },
      onLine: (line) => lines.push(line),
    });
    if (code !== 0) throw new Error(`The runs failed (code ${code}):\n${lines.slice(-10).join('\n')}`);
    return JSON.parse(readFileSync(files.results, 'utf8')) as TimingResults;
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From a reader's stamps to the server's, in ms: sent → receipt, and write of the first counted delta → its stamp. */
interface Distances {
  readonly reader: Reader;
  readonly there: number;
  readonly back: number;
}

function distancesOf(row: TimingRow, request: RecordedRequest | undefined): Distances {
  const first = request?.stamps.find(({ chars }) => chars > 0);
  if (request === undefined || first === undefined) {
    throw new Error('A run has no counted delta at the server.');
  }
  return { reader: row.reader, there: request.receivedAt - row.sentAt, back: row.firstAt - first.at };
}

function figuresOf(
  name: string,
  distance: (of: Distances) => number,
  delivery: number,
  by: (reader: Reader) => readonly Distances[],
): readonly Figure[] {
  const from = (reader: Reader, truth: number) =>
    percentiles(by(reader).map((of) => Math.abs(distance(of) - truth)));
  const own = from('adapter', 0);
  const bare = from('bare', 0);
  return [
    atMost(`${name} p50`, own.p50, 'ms', 0.5),
    atMost(`${name} p95`, own.p95, 'ms', 2),
    reported(`${name} p99`, own.p99, 'ms'),
    reported(`${name} max`, own.max, 'ms'),
    atMost(`${name} p50 less the bare reader's`, own.p50 - bare.p50, 'ms', 1),
    atMost(`${name} p95 less the bare reader's`, own.p95 - bare.p95, 'ms', 1),
    ...allReported(`${name}, bare reader`, bare),
    ...allReported(`${name}, bare socket`, from('socket', 0)),
    ...allReported(`${name} less delivery`, from('adapter', delivery)),
    ...allReported(`${name} less delivery, bare reader`, from('bare', delivery)),
    ...allReported(`${name} less delivery, bare socket`, from('socket', delivery)),
  ];
}

function allReported(name: string, values: ReturnType<typeof percentiles>): readonly Figure[] {
  return Object.entries(values).map(([which, value]) => reported(`${name} ${which}`, value, 'ms'));
}

function percentiles(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
