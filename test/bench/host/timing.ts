import { readFileSync, writeFileSync } from 'node:fs';
import { runRequest } from '../../../src/adapters/claude/runRequest.ts';
import { metricsOf } from '../../../src/core/run/metrics.ts';
import { reduceRun } from '../../../src/core/run/reduceRun.ts';
import { initialRun, lastAttempt } from '../../../src/core/run/state.ts';
import { replayRequest } from '../../support/replayLine.ts';
import { bareRead } from './timingBareRead.ts';
import type { Reader, TimingPlan, TimingResults, TimingRow } from './timingRows.ts';
import { socketRead } from './timingSocketRead.ts';

const read: Readonly<Record<Reader, (origin: string) => Promise<TimingRow>>> = {
  adapter: adapterRead,
  bare: bareRead,
  socket: socketRead,
};

/**
 * Runs in an extension host: makes the planned runs one after another, by each reader, and writes their stamps, moved to CLOCK_MONOTONIC, to the file that `PROMPT_TUNER_RESULTS` names.
 */
export async function run(): Promise<void> {
  const { PROMPT_TUNER_PLAN: planFile, PROMPT_TUNER_RESULTS: results } = process.env;
  if (planFile === undefined || results === undefined) throw new Error('no plan or no file for the results');
  const plan = JSON.parse(readFileSync(planFile, 'utf8')) as TimingPlan;
  const { offsetMs, spreadMs } = clockOffset();
  const rows: TimingRow[] = [];
  for (const reader of plan.readers) {
    const row = await read[reader](plan.origin);
    rows.push({ ...row, sentAt: row.sentAt + offsetMs, firstAt: row.firstAt + offsetMs });
  }
  const written: TimingResults = { rows, clockSpreadMs: spreadMs };
  writeFileSync(results, JSON.stringify(written));
}

async function adapterRead(origin: string): Promise<TimingRow> {
  let state = initialRun;
  await runRequest(
    replayRequest,
    { baseUrl: origin, auth: 'none', key: null, headers: {} },
    {
      signal: new AbortController().signal,
      silence: { noticeMs: 60_000, endMs: 600_000 },
      maxAttempts: 1,
      emit: (event) => {
        state = reduceRun(state, event);
      },
    },
  );
  const attempt = lastAttempt(state);
  const { ttftMs } = metricsOf(state);
  const { firstTokenAt } = state;
  if (state.endState !== 'complete' || attempt?.sentAt == null || firstTokenAt === null || ttftMs === null) {
    throw new Error(`A run ended as ${state.endState}: ${JSON.stringify(state.failure)}`);
  }
  return {
    reader: 'adapter',
    sentAt: attempt.sentAt,
    firstAt: firstTokenAt,
    ttftMs,
    approximate: attempt.sentApproximate,
    reused: attempt.reused,
  };
}

/** Both clocks count the same time from different zeros: the offset is the middle of many readings, in ms. */
function clockOffset(): { readonly offsetMs: number; readonly spreadMs: number } {
  const readings = Array.from({ length: 2_001 }, () => {
    const before = performance.now();
    const monotonic = Number(process.hrtime.bigint()) / 1e6;
    return monotonic - (before + performance.now()) / 2;
  }).sort((a, b) => a - b);
  const at = (share: number) => readings[Math.floor((readings.length - 1) * share)] ?? Number.NaN;
  return { offsetMs: at(0.5), spreadMs: at(0.9) - at(0.1) };
}
