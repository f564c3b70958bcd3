import * as vscode from 'vscode';
import { modelFamilies, modelFamily } from '../core/request/modelFamily.ts';
import { systemTextOf } from '../core/request/rawFields.ts';
import type { PreparedRequest } from '../core/request/wireRequest.ts';
import { hasThinking } from '../core/run/metrics.ts';
import type { RunRecord } from '../core/run/record.ts';
import { textOf } from '../core/run/state.ts';
import { type Calibration, learn, learnedFrom, parseCalibration } from '../core/tokens/calibration.ts';
import { estimateInput, estimateText } from '../core/tokens/estimate.ts';
import { countInput } from '../core/tokens/rawInput.ts';
import { Disposable } from './disposable.ts';
import { loadTokenizer } from './lazy.ts';

/** Local token estimates, corrected by what this person's own runs were billed. */
export class TokenEstimates extends Disposable {
  readonly #state: vscode.Memento;
  readonly #learned = this._register(new vscode.EventEmitter<void>());
  #calibration: Calibration;

  /** The estimates became better: what shows them should renew. */
  readonly onDidLearn = this.#learned.event;

  constructor(state: vscode.Memento) {
    super();
    this.#state = state;
    this.#calibration = parseCalibration(state.get('calibration'));
  }

  /** Estimated tokens of a prompt sent to a model by itself; rejects when aborted. */
  async ofPrompt(text: string, model: string, signal?: AbortSignal): Promise<number> {
    const tokenizer = await loadTokenizer();
    const raw = await tokenizer.countAsync(text, signal === undefined ? {} : { signal });
    return estimateInput({ raw, messages: 1 }, modelFamily(model), this.#calibration);
  }

  /** Estimated tokens of a part of a prompt; rejects when aborted. */
  async ofText(text: string, model: string, signal?: AbortSignal): Promise<number> {
    const tokenizer = await loadTokenizer();
    return this.ofRaw(await tokenizer.countAsync(text, signal === undefined ? {} : { signal }), model);
  }

  /** Estimated input tokens of what the local tokenizer counted as `raw`. */
  ofRaw(raw: number, model: string): number {
    return estimateText(raw, modelFamily(model), this.#calibration);
  }

  /** How many runs the estimates were learned from, of the model family that taught most; 0 before the first. */
  get learnedRuns(): number {
    return Math.max(...modelFamilies.map((family) => learnedFrom(this.#calibration, family, 'input')));
  }

  /** Learns from a finished run's billed tokens. */
  async learn(record: RunRecord): Promise<void> {
    const { state, request } = record;
    // Of secret values the record does not hold what was counted.
    const isWhole = record.prompt.secrets === undefined;
    if (record.sample || !isWhole || state.simulated || !state.usageFinal) return;
    const tokenizer = await loadTokenizer();
    const outputRaw = state.endState === 'complete' ? await tokenizer.countAsync(textOf(state)) : null;
    this.#calibration = learn(this.#calibration, {
      modelId: request.body.model,
      usage: state.usage,
      input: countInput(systemTextOf(request.body), request.body.messages, tokenizer.count),
      outputRaw,
      thought: hasThinking(state),
      usedTools: state.blocks.some((b) => b.kind === 'tool-use' || b.kind === 'server-tool-use'),
    });
    await this.#state.update('calibration', this.#calibration);
    this.#learned.fire();
  }

  /** Estimated input tokens of a whole request: system prompt and turns. */
  async ofRequest(request: PreparedRequest): Promise<number> {
    const tokenizer = await loadTokenizer();
    const input = countInput(systemTextOf(request.body), request.body.messages, tokenizer.count);
    return estimateInput(input, modelFamily(request.body.model), this.#calibration);
  }
}
