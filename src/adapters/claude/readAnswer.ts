import type { Failure } from '../../core/failure.ts';
import type { Outcome } from '../../core/run/events.ts';
import { failureOfErrorEvent, failureOfResponse, type Secrets } from './failures.ts';
import { runEventOf } from './messageEvents.ts';
import { codeOf, isSilenceTimeout } from './networkFailures.ts';
import type { RunScope } from './scope.ts';
import { membersOf, parseJson } from './shape.ts';
import { createSseParser, type SseEvent } from './sse.ts';

/** After `message_stop` the end of the body is waited for no longer than this, in ms; it keeps the connection usable. */
const graceMs = 250;

/** So much of a body without any event is kept to tell what it was instead. */
const strangeBytes = 8_192;

/** What reading an answer needs. */
export interface Reading {
  readonly scope: RunScope;
  readonly now: () => number;
  /** Bytes came at this time. */
  readonly onBytes: (at: number) => void;
  /** Gets each event of the API as it was parsed. */
  readonly onWireEvent: ((event: object) => void) | undefined;
  readonly secrets: Secrets;
}

/** How an answer ended, and whether its body was read to the end. */
export interface AnswerEnd {
  readonly outcome: Outcome;
  readonly connection: 'close' | 'keep';
}

/**
 * Reads an answer's body and emits what happens in it; all events of one read carry the time at which it came.
 * `message_stop` ends the answer, yet another message may follow it in the same body; whatever else follows is ignored.
 */
export async function readAnswer(response: Response, reading: Reading): Promise<AnswerEnd> {
  const parser = createSseParser();
  const answer = new Answer(response, reading);
  const reader = response.body?.getReader();
  let at = reading.now();
  let error: unknown = null;
  while (reader !== undefined && !reading.scope.over) {
    let read: Awaited<ReturnType<typeof reader.read>>;
    try {
      read = await reader.read();
    } catch (cause) {
      error = cause;
      break;
    }
    if (read.done) break;
    at = reading.now();
    reading.onBytes(at);
    answer.keepStrange(read.value);
    const failure = answer.take(parser.push(read.value), at);
    if (failure !== null) return { outcome: { kind: 'failed', failure }, connection: 'close' };
    answer.showLife(at);
  }
  const connection = error === null ? 'keep' : 'close';
  const failure = answer.take(parser.end(), at) ?? answer.strangeFailure();
  if (failure !== null) return { outcome: { kind: 'failed', failure }, connection };
  if (answer.whole) return { outcome: { kind: 'finished' }, connection };
  if (error !== null && isSilenceTimeout(error)) return { outcome: { kind: 'stalled' }, connection };
  return { outcome: { kind: 'broken', code: error === null ? null : codeOf(error) }, connection };
}

class Answer {
  whole = false;
  readonly #response: Response;
  readonly #reading: Reading;
  #known = false;
  #shown = false;
  #strange: Uint8Array[] = [];
  #strangeLength = 0;
  #grace: NodeJS.Timeout | null = null;

  constructor(response: Response, reading: Reading) {
    this.#response = response;
    this.#reading = reading;
    reading.scope.onEnd(() => this.#stopGrace());
  }

  /** Emits these events; the failure when one of them is an error. */
  take(events: readonly SseEvent[], at: number): Failure | null {
    const { scope, onWireEvent } = this.#reading;
    for (const event of events) {
      const api = parseJson(event.data);
      const members = membersOf(api);
      const type = members.type ?? event.name;
      if (type === 'error' || (members.type === undefined && members.error !== undefined)) {
        if (this.whole) continue;
        const requestId = this.#response.headers.get('request-id');
        return failureOfErrorEvent(event.data, requestId, this.#reading.secrets);
      }
      // A gateway may tell the type by the event's name alone; a name without a JSON object tells nothing.
      const named = members.type === undefined && typeof api === 'object' && api !== null;
      const happened = runEventOf(named ? { ...members, type } : members, at);
      if (happened?.kind === 'message-start') this.#goOn();
      if (this.whole) continue;
      this.#known ||= happened !== null;
      if (typeof api === 'object' && api !== null) onWireEvent?.(api);
      scope.emit(happened ?? { kind: 'alive', at });
      this.#shown = true;
      if (happened?.kind === 'message-stop') this.#stop();
    }
    return null;
  }

  /** Bytes that completed no event show that the connection lives. */
  showLife(at: number): void {
    if (!this.#shown && !this.whole) this.#reading.scope.emit({ kind: 'alive', at });
    this.#shown = false;
  }

  #stop(): void {
    this.whole = true;
    const { scope } = this.#reading;
    if (scope.over) return;
    this.#grace = setTimeout(() => scope.end({ kind: 'finished' }, scope.lastAt, 'close'), graceMs);
  }

  #goOn(): void {
    this.whole = false;
    this.#stopGrace();
  }

  #stopGrace(): void {
    if (this.#grace !== null) clearTimeout(this.#grace);
    this.#grace = null;
  }

  /** Keeps the beginning of a body in which no event of the API has come yet. */
  keepStrange(bytes: Uint8Array): void {
    if (this.#known || this.#strangeLength >= strangeBytes) return;
    this.#strange.push(bytes);
    this.#strangeLength += bytes.length;
  }

  /** The failure of a body that was no event stream at all, such as a page of a gateway or a bare error; else null. */
  strangeFailure(): Failure | null {
    if (this.#known || this.#strangeLength === 0) return null;
    const body = new TextDecoder().decode(Buffer.concat(this.#strange)).trim();
    const json = parseJson(body);
    if (membersOf(json).error !== undefined) {
      return failureOfErrorEvent(body, this.#response.headers.get('request-id'), this.#reading.secrets);
    }
    if (json === undefined && !body.startsWith('<')) return null;
    const { status, headers } = this.#response;
    const header = (name: string) => headers.get(name);
    return failureOfResponse({ status, header, body }, this.#reading.secrets, Date.now());
  }
}
