import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { RunEvent } from '../core/run/events.ts';
import type { RunRecord } from '../core/run/record.ts';
import { reduceRun } from '../core/run/reduceRun.ts';
import { initialRun } from '../core/run/state.ts';

/** A recorded run as it stands in the package: times in ms from its first event. */
export interface Recording {
  readonly prompt: RunRecord['prompt'];
  readonly request: RunRecord['request'];
  readonly origin: string;
  readonly events: readonly RunEvent[];
}

/** Reads the recorded run that comes with the package. */
export async function loadSample(extensionUri: vscode.Uri): Promise<Recording> {
  const file = vscode.Uri.joinPath(extensionUri, 'media', 'sample-run.json');
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as Recording;
}

/** A record of the sample before its first event. */
export function sampleRecord({ prompt, request, origin }: Recording): RunRecord {
  return {
    id: randomUUID(),
    startedAt: Date.now(),
    prompt,
    request,
    origin,
    baseUrl: origin,
    keySource: null,
    place: 'local',
    cold: false,
    concurrent: false,
    sample: true,
    hostDelayMs: null,
    state: initialRun,
  };
}

/** Plays a recording at the pace at which it was recorded; the last step is its end, or the person's stop. */
export async function playSample(
  recording: Recording,
  record: RunRecord,
  signal: AbortSignal,
  step: (before: RunRecord, event: RunEvent, after: RunRecord) => void,
): Promise<RunRecord> {
  const zero = performance.now();
  let current = record;
  const take = (event: RunEvent) => {
    const before = current;
    current = { ...before, state: reduceRun(before.state, event) };
    step(before, event, current);
  };
  for (const event of recording.events) {
    await until(zero + event.at, signal);
    if (signal.aborted) {
      take({ kind: 'ended', at: performance.now(), outcome: { kind: 'cancelled' } });
      break;
    }
    take({ ...event, at: zero + event.at });
  }
  return current;
}

async function until(time: number, signal: AbortSignal): Promise<void> {
  const ms = time - performance.now();
  // A stop ends it early.
  if (ms > 0) await setTimeout(ms, undefined, { signal }).catch(() => {});
}
