import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunEvent } from '../../../src/core/run/events.ts';
import type { Recording } from '../../../src/vscode/sampleRun.ts';
import { projectRoot } from '../../support/paths.ts';

const { playSample, sampleRecord } = await import('../../../src/vscode/sampleRun.ts');
const recording = JSON.parse(
  readFileSync(join(projectRoot, 'media', 'sample-run.json'), 'utf8'),
) as Recording;

/** The kinds of the events of a recording as it is played, stopped at the first event of this kind. */
async function played(events: readonly RunEvent[], stopAt: RunEvent['kind'] | null) {
  const abort = new AbortController();
  const kinds: string[] = [];
  const record = sampleRecord(recording);
  const end = await playSample({ ...recording, events }, record, abort.signal, (_, event) => {
    kinds.push(event.kind);
    if (event.kind === stopAt) abort.abort();
  });
  return { kinds, endState: end.state.endState };
}

test('a sample is played event by event to its end', async () => {
  const atOnce = recording.events.map((event) => ({ ...event, at: 0 }));
  const kinds = atOnce.map(({ kind }) => kind);
  assert.deepEqual(await played(atOnce, null), { kinds, endState: 'complete' });
});

test('a sample that is stopped ends there, and does not wait for what was to come', async () => {
  const [first, ...others] = recording.events;
  assert.ok(first !== undefined);
  const slow = [first, ...others.map((event) => ({ ...event, at: 3_600_000 }))];
  assert.deepEqual(await played(slow, first.kind), {
    kinds: [first.kind, 'ended'],
    endState: 'cancelled',
  });
});
