import { readFile } from 'node:fs/promises';
import { monotonicMs, sleepUntil } from './clock.ts';
import { seeded, whole } from './distribution.ts';
import type { Gate } from './gate.ts';
import type { ReplayPlan } from './plan.ts';
import { type RecordedEvent, recordedEvents } from './sse.ts';
import type { Wire } from './wire.ts';

function cutsOf(length: number, chunk: ReplayPlan['chunk']): readonly number[] {
  if (chunk === undefined || chunk === 'whole') return [];
  if (typeof chunk === 'number') {
    return Array.from({ length: Math.ceil(length / chunk) - 1 }, (_, index) => (index + 1) * chunk);
  }
  if ('offsets' in chunk) return chunk.offsets;
  const random = seeded(chunk.seed, 'chunks');
  const cuts: number[] = [];
  for (let at = whole(random, 1, 200); at < length; at += whole(random, 1, 200)) cuts.push(at);
  return cuts;
}

/** Reads the bytes that a plan names; throws when it names none. */
export async function replayBytes(plan: ReplayPlan): Promise<Buffer> {
  if (plan.bytes !== undefined) return Buffer.from(plan.bytes, 'base64');
  if (plan.path === undefined) throw new Error('a replay needs a path or bytes');
  return readFile(plan.path);
}

function completed(events: readonly RecordedEvent[], from: number, to: number): readonly RecordedEvent[] {
  return events.filter(({ end }) => end > from && end <= to);
}

/** Writes recorded bytes in the chunks that the plan asks for; a stamp is the write that completes its event. */
export async function replay(bytes: Buffer, plan: ReplayPlan, wire: Wire, gate: Gate): Promise<void> {
  const events = recordedEvents(bytes);
  const pause = plan.hold === undefined ? undefined : plan.hold === 0 ? 0 : events[plan.hold - 1]?.end;
  const marks = [0, ...cutsOf(bytes.length, plan.chunk), pause ?? 0, bytes.length];
  const cuts = [...new Set(marks)].filter((at) => at >= 0 && at <= bytes.length).sort((a, b) => a - b);
  let at = monotonicMs();
  for (const [index, from] of cuts.entries()) {
    if (from === pause) {
      await gate.pass(wire.gone);
      at = monotonicMs();
    }
    const to = cuts[index + 1];
    if (to === undefined) break;
    if (index > 0) at += plan.gapMs ?? 0;
    if (!(await sleepUntil(at, wire.gone))) return;
    if (!(await wire.write(bytes.subarray(from, to), completed(events, from, to)))) return;
  }
  wire.end();
}
