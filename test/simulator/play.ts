import { assertNever } from '../../src/core/assertNever.ts';
import { aborted, monotonicMs, sleepUntil } from './clock.ts';
import { doneLine, encode } from './dialect.ts';
import type { Random } from './distribution.ts';
import { type PlannedEvent, planned } from './events.ts';
import type { Gate } from './gate.ts';
import type { Dialect, ResponsePlan } from './plan.ts';
import type { Wire } from './wire.ts';

/** What ends a stream before its time. */
type Fault = Extract<ResponsePlan, { kind: 'hang' | 'cut' | 'reset' | 'error-event' }>;

/** How a stream is to be played. */
export interface Staging {
  readonly headers: () => Readonly<Record<string, string>>;
  readonly dialect: Dialect;
  readonly random: Random;
  readonly gate: Gate;
  readonly hold: number | undefined;
  readonly fault: Fault | null;
}

async function fail(fault: Fault, wire: Wire, staging: Staging): Promise<void> {
  switch (fault.kind) {
    case 'hang':
      return aborted(wire.gone);
    case 'cut':
      return wire.end();
    case 'reset':
      return wire.drop(fault.fin === true);
    case 'error-event': {
      const error = { details: null, type: fault.type, message: fault.message };
      await put(planned(0, 'error', { error }), wire, staging, true);
      return wire.end();
    }
    default:
      return assertNever(fault);
  }
}

async function put(event: PlannedEvent, wire: Wire, staging: Staging, last: boolean): Promise<boolean> {
  const pieces = encode(event, staging.dialect, staging.random, last);
  for (const [index, bytes] of pieces.entries()) {
    const whole = index === pieces.length - 1;
    if (!(await wire.write(bytes, whole ? [event] : []))) return false;
  }
  return true;
}

/** Writes the events at their times, with the holds, faults and dialect of the staging; the head goes out with the first. */
export async function play(events: Iterable<PlannedEvent>, wire: Wire, staging: Staging): Promise<void> {
  const { dialect, fault, hold, gate } = staging;
  const source = events[Symbol.iterator]();
  let at = wire.entry.receivedAt;
  let next = source.next();
  let count = 0;
  for (; !next.done; count++) {
    const event = next.value;
    next = source.next();
    const last =
      next.done === true || (dialect.noMessageStop === true && next.value.event === 'message_stop');
    if (fault !== null && count >= fault.afterEvents) break;
    if (event.event === 'message_stop' && dialect.noMessageStop) break;
    if (hold === count) {
      if (wire.entry.headersAt === null) wire.open(200, staging.headers());
      await gate.pass(wire.gone);
      at = monotonicMs();
    }
    at += event.delayMs;
    if (!(await sleepUntil(at, wire.gone))) return;
    if (wire.entry.headersAt === null) wire.open(200, staging.headers());
    if (!(await put(event, wire, staging, last))) return;
  }
  if (wire.entry.headersAt === null) wire.open(200, staging.headers());
  if (hold !== undefined && hold >= count && fault === null) await gate.pass(wire.gone);
  if (fault !== null) return fail(fault, wire, staging);
  wire.end(dialect.done ? doneLine(dialect) : undefined);
}
