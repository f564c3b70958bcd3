import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { type AssertionResult, checkAnswer, checkedText } from '../core/assertions/checkAnswer.ts';
import type { Assertion } from '../core/prompt/assertions.ts';
import type { Connection } from '../core/request/connection.ts';
import type { PreparedRequest } from '../core/request/wireRequest.ts';
import { isAnswered } from '../core/run/endState.ts';
import type { RunEvent } from '../core/run/events.ts';
import { hidingRun } from '../core/run/hidingRun.ts';
import type { RunOfComparison, RunRecord } from '../core/run/record.ts';
import { reduceRun } from '../core/run/reduceRun.ts';
import { initialRun } from '../core/run/state.ts';
import type { AppendView } from '../webview/protocol.ts';
import { Disposable } from './disposable.ts';
import { loadMatchWithin, loadRunRequest, loadWatchOverlap } from './lazy.ts';
import { appendOf } from './output/appends.ts';
import { currentPlace } from './place.ts';
import type { HiddenValues } from './requestPreparation.ts';
import { playSample, type Recording, sampleRecord } from './sampleRun.ts';

/** What a run needs to start. */
export interface RunPlan {
  readonly prompt: RunRecord['prompt'];
  /** What goes over the wire. */
  readonly request: PreparedRequest;
  /** Null where it holds no secret; else the record gets what this shows of it. */
  readonly hidden: HiddenValues | null;
  /** What its answer is checked for. */
  readonly assertions: readonly Assertion[];
  readonly connection: Connection;
  readonly origin: string;
  readonly keySource: RunRecord['keySource'];
  readonly silence: { readonly noticeMs: number; readonly endMs: number };
  /** Attempts in all; as many as a run usually has where absent. */
  readonly maxAttempts?: number;
  /** Where it stands in its comparison; absent outside of one. */
  readonly comparison?: RunOfComparison;
}

/** The runner while a comparison has it to itself: its runs follow one another without a gap for others. */
export interface ReservedRunner {
  /** Makes a run and resolves with its final record. */
  run(plan: RunPlan): Promise<RunRecord>;
  /** Gives the runner back; call it when no run is under way. */
  release(): void;
}

/** A step of the run under way. */
export interface RunStep {
  readonly record: RunRecord;
  readonly event: RunEvent;
  readonly append: AppendView | null;
}

/** The last request, which the secrets leave with. */
interface SentRequest extends Pick<RunPlan, 'request' | 'hidden'> {
  readonly id: string;
}

/** Runs requests, one at a time, and owns the state of the one under way. */
export class Runner extends Disposable {
  readonly #steps = this._register(new vscode.EventEmitter<RunStep>());
  readonly #ends = this._register(new vscode.EventEmitter<RunRecord>());
  readonly #overlapFolder: string | null;
  readonly #log: vscode.LogOutputChannel;
  #abort: AbortController | null = null;
  #ending: Promise<unknown> = Promise.resolve();
  #ranBefore = false;
  #reservation: { stop(): void; readonly over: Promise<void> } | null = null;
  #sent: SentRequest | null = null;

  /** Each event of a run, in order, right when it happens. */
  readonly onStep = this.#steps.event;
  /** A run is over and its record final. */
  readonly onEnd = this.#ends.event;

  /** @param overlapFolder where runs of all windows meet; null where there is no disk */
  constructor(overlapFolder: string | null, log: vscode.LogOutputChannel) {
    super();
    this.#overlapFolder = overlapFolder;
    this.#log = log;
  }

  /** Whether a run or a comparison is under way. */
  get running(): boolean {
    return this.#abort !== null || this.#reservation !== null;
  }

  /** Whether a comparison is under way. */
  get reserved(): boolean {
    return this.#reservation !== null;
  }

  /** Resolves when neither a run nor a comparison is under way. */
  get idle(): Promise<unknown> {
    return this.#reservation === null ? this.#ending : this.#reservation.over.then(() => this.#ending);
  }

  /**
   * Keeps the runner for a comparison until it is released.
   * @param stop what {@link stop} does beside ending the run under way
   */
  reserve(stop: () => void): ReservedRunner {
    if (this.running) throw new Error('A run is under way');
    let release = () => {};
    const over = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#reservation = { stop, over };
    return {
      run: async (plan) => {
        let ended: RunRecord | null = null;
        const listening = this.onEnd((record) => {
          ended = record;
        });
        try {
          this.#startRun(plan);
          await this.#ending;
          if (ended === null) throw new Error('The run has no end.');
          return ended;
        } finally {
          listening.dispose();
        }
      },
      release: () => {
        this.#reservation = null;
        release();
      },
    };
  }

  /** The request of a run as it went over the wire; null where its secrets are known no more. */
  sentBy({ id, prompt, request }: RunRecord): Pick<RunPlan, 'request' | 'hidden'> | null {
    if (prompt.secrets === undefined) return { request, hidden: null };
    return this.#sent?.id === id ? this.#sent : null;
  }

  /** Starts a run and hands out its first record; what happens then is told by events. */
  start(plan: RunPlan): RunRecord {
    if (this.#reservation !== null) throw new Error('A comparison is under way');
    return this.#startRun(plan);
  }

  #startRun(plan: RunPlan): RunRecord {
    const record: RunRecord = {
      id: randomUUID(),
      startedAt: Date.now(),
      prompt: plan.prompt,
      request: plan.hidden?.shown ?? plan.request,
      origin: plan.origin,
      baseUrl: plan.connection.baseUrl,
      keySource: plan.keySource,
      place: currentPlace(),
      cold: !this.#ranBefore,
      concurrent: false,
      sample: false,
      hostDelayMs: null,
      ...(plan.comparison === undefined ? {} : { comparison: plan.comparison }),
      state: initialRun,
    };
    this.#ranBefore = true;
    this.#sent = { id: record.id, request: plan.request, hidden: plan.hidden };
    this.#begin((signal) => this.#run(record, plan, signal));
    return record;
  }

  /** Plays the recorded run of the package as if it happened now; nothing is sent. */
  startSample(recording: Recording): RunRecord {
    const record = sampleRecord(recording);
    this.#begin((signal) =>
      playSample(recording, record, signal, (before, event, after) => this.#step(before, event, after)),
    );
    return record;
  }

  #begin(run: (signal: AbortSignal) => Promise<RunRecord>): void {
    if (this.#abort !== null) throw new Error('A run is under way');
    const abort = new AbortController();
    this.#abort = abort;
    this.#ending = run(abort.signal)
      .finally(() => {
        if (this.#abort === abort) this.#abort = null;
      })
      .then(
        (record) => this.#ends.fire(record),
        (error: unknown) => this.#log.error(error instanceof Error ? error : String(error)),
      );
  }

  #step(before: RunRecord, event: RunEvent, after: RunRecord): void {
    if (after.state.endState !== null) this.#abort = null;
    this.#steps.fire({ record: after, event, append: appendOf(before.state, after.state, event) });
  }

  /** Ends the run under way, and the comparison that it belongs to: its connection is closed, its partial answer kept. */
  stop(): void {
    this.#reservation?.stop();
    this.#abort?.abort();
  }

  override dispose(): void {
    this.stop();
    super.dispose();
  }

  async #run(started: RunRecord, plan: RunPlan, signal: AbortSignal): Promise<RunRecord> {
    let record = started;
    const watchOverlap = this.#overlapFolder === null ? null : await loadWatchOverlap();
    const endOverlap = watchOverlap?.(this.#overlapFolder ?? '', record.id, Date.now);
    const runRequest = await loadRunRequest();
    // An answer or an error may repeat what was sent.
    const hiding = plan.hidden === null ? null : hidingRun(plan.hidden.values);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    await runRequest(plan.request, plan.connection, {
      signal,
      silence: plan.silence,
      ...(plan.maxAttempts === undefined ? {} : { maxAttempts: plan.maxAttempts }),
      emit: (told) => {
        // What held the host up before the request went out, such as loading certificates, spoils no stamp.
        if (told.kind === 'sent') delay.reset();
        const before = record;
        const { event, state } = hiding?.(told) ?? { event: told, state: reduceRun(before.state, told) };
        record = { ...before, state };
        this.#step(before, event, record);
      },
    });
    delay.disable();
    const concurrent = (await endOverlap?.()) ?? false;
    const final = { ...record, concurrent, hostDelayMs: delay.max / 1e6 };
    // A check that can't be made takes nothing from a run that was paid for.
    const assertions = await checked(plan.assertions, final).catch((error: unknown) => {
      this.#log.error(error instanceof Error ? error : String(error));
      return null;
    });
    return assertions === null ? final : { ...final, assertions };
  }
}

/** How a run's answer stands to what it is checked for; null without an answer, or where nothing is asked of it. */
async function checked(
  assertions: readonly Assertion[],
  { request, state }: RunRecord,
): Promise<readonly AssertionResult[] | null> {
  if (assertions.length === 0 || !isAnswered(state.endState)) return null;
  const matchWithin = await loadMatchWithin();
  return checkAnswer(assertions, checkedText(request, state), matchWithin());
}
