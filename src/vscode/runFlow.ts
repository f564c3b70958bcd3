import * as vscode from 'vscode';
import type { FailureKind } from '../core/failure.ts';
import { suggestModel } from '../core/request/catalogue.ts';
import type { ModelInfo } from '../core/request/model.ts';
import type { Connections, OpenConnection } from './connections.ts';
import { Disposable } from './disposable.ts';
import { modelRefusal } from './modelRefusal.ts';
import type { Models } from './models.ts';
import type { OutputController } from './output/outputController.ts';
import type { OutputPanel } from './output/outputPanel.ts';
import type { OutputModel, Situation } from './output/situation.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import { currentPrompt } from './promptSource.ts';
import {
  chipFacts,
  currentPrice,
  type PreparedPrompt,
  type RequestPreparation,
} from './requestPreparation.ts';
import type { Runner, RunPlan } from './runner.ts';
import { planOf, preparedPrompt, runPrompt } from './runPlan.ts';
import { samplesStep } from './samplePrompts.ts';
import { confirmSize } from './sizeCheck.ts';
import { askValues } from './sources/askValues.ts';
import type { PromptValues } from './sources/promptValues.ts';
import { refuseErrors, refuseTurns } from './sources/refusals.ts';
import type { ValueEditor } from './sources/valueEditor.ts';
import { askTestMessage } from './testMessage.ts';
import type { TokenEstimates } from './tokenEstimates.ts';
import { UserError } from './userError.ts';

/** Failures that another key may mend. */
const keyFailures: readonly FailureKind[] = ['no-key', 'rejected-key', 'wrong-key-kind'];

/** Everything that a gesture needs on its way to a run. */
export interface RunFlowParts {
  readonly connections: Connections;
  readonly models: Models;
  readonly preparation: RequestPreparation;
  readonly promptParameters: PromptParameters;
  readonly promptValues: PromptValues;
  readonly valueEditor: ValueEditor;
  readonly estimates: TokenEstimates;
  readonly runner: Runner;
  readonly panel: OutputPanel;
  readonly output: OutputController;
}

/** The way of a prompt from the gesture to the run: what is missing is asked for, and what waits goes on. */
export class RunFlow extends Disposable {
  readonly #parts: RunFlowParts;
  readonly #prompts = this._register(new vscode.EventEmitter<void>());
  #last: Prompt | null = null;
  /** What the newest gesture found and goes back to where it does not end in a run; null before the first. */
  #before: { readonly shown: OutputModel; readonly last: Prompt | null; readonly waits: boolean } | null =
    null;
  /** Number of the newest gesture: an older one that is still on its way gives up. */
  #gesture = 0;
  #waits = false;

  /** Another prompt is the last one. */
  readonly onDidChangePrompt = this.#prompts.event;

  constructor(parts: RunFlowParts) {
    super();
    this.#parts = parts;
  }

  /** The prompt of the last gesture, with the place where it stands now; null before the first. */
  get lastPrompt(): Prompt | null {
    return this.#last;
  }

  /** Follows the last prompt's place through edits, or takes up the one of a restored run. */
  follow(prompt: Prompt): void {
    const isOther = this.#last?.key !== prompt.key;
    this.#last = prompt;
    if (isOther) this.#prompts.fire();
  }

  /** Runs a prompt. */
  async run(prompt: Prompt): Promise<void> {
    if (!(await this.#ready())) return;
    await this.#attempt(prompt, async (mine) => {
      const plan = await this.#plan(prompt, mine);
      if (plan !== null && mine()) await this.#start(plan.plan, plan.prepared, prompt, mine);
    });
  }

  /**
   * Runs the last prompt with the text that stands there now.
   * @throws UserError before the first run, or where the prompt is gone
   */
  async runLast(): Promise<void> {
    await this.run(await currentPrompt(this.#lastOrThrow()));
  }

  /** Sends the request of the shown run once more, to the letter. */
  async repeatExactly(): Promise<void> {
    const { output, runner } = this.#parts;
    const { record } = output;
    const prompt = this.#lastOrThrow();
    if (record === null || !(await this.#ready())) return;
    const sent = runner.sentBy(record);
    if (sent === null) {
      throw new UserError(
        vscode.l10n.t('The secret values of this run were not kept. Run the prompt again instead.'),
      );
    }
    await this.#attempt(prompt, async (mine) => {
      const open = await this.#open(prompt, mine);
      if (open === null || !mine()) return;
      const prepared = await this.#parts.preparation.prepare(prompt, open.endpoint.origin);
      const assertions = prepared.found?.assertions ?? [];
      const plan = planOf(record.prompt, sent.request, open, { hidden: sent.hidden, assertions });
      if (mine()) await this.#start(plan, prepared, prompt, mine);
    });
  }

  /** Goes on with the run that waits for a key or a model, or failed for its key, if there is one. */
  async resume(): Promise<void> {
    const failure = this.#parts.output.record?.state.failure?.kind ?? null;
    const failedForItsKey = failure !== null && keyFailures.includes(failure);
    if (this.#last === null || !(this.#waits || failedForItsKey)) return;
    const { notice } = this.#parts.output.model;
    await this.run(await currentPrompt(this.#last));
    this.#parts.output.update({ notice });
  }

  /** Ends the run under way, or gives up one that is being prepared. */
  stop(): void {
    const { runner, output } = this.#parts;
    if (runner.running) runner.stop();
    else if (output.model.situation.kind === 'preparing') {
      this.#gesture += 1;
      this.#goBack();
    }
  }

  #lastOrThrow(): Prompt {
    if (this.#last !== null) return this.#last;
    throw new UserError(vscode.l10n.t('No prompt was run yet. Open one and press Run Prompt.'), [
      samplesStep(),
    ]);
  }

  /** Waits until no run is under way, asking what to do about the one that is; false to leave it be. */
  async #ready(): Promise<boolean> {
    const { runner } = this.#parts;
    if (!runner.running) return true;
    const { t } = vscode.l10n;
    const stopAndRun = t('Stop and Run');
    const wait = t('Wait');
    const sentence = runner.reserved ? t('A comparison is under way.') : t('A run is under way.');
    const chosen = await vscode.window.showWarningMessage(sentence, stopAndRun, wait);
    if (chosen === undefined) return false;
    if (chosen === stopAndRun) runner.stop();
    await runner.idle;
    return !runner.running;
  }

  /** Shows the panel and does what comes before sending; where that does not end in a run, the panel goes back. */
  async #attempt(prompt: Prompt, act: (mine: () => boolean) => Promise<void>): Promise<void> {
    const { output, panel } = this.#parts;
    const gesture = ++this.#gesture;
    const mine = () => gesture === this.#gesture && !this.disposed;
    const { model } = output;
    if (model.situation.kind !== 'preparing') {
      this.#before = { shown: model, last: this.#last, waits: this.#waits };
    }
    const chips = this.#last?.key === prompt.key ? model.chips : null;
    this.#last = prompt;
    this.#waits = false;
    this.#prompts.fire();
    output.show({ kind: 'preparing', prompt: runPrompt(prompt) }, { notice: null, chips });
    panel.reveal(vscode.l10n.t('Prompt Output'));
    try {
      await act(mine);
    } finally {
      if (mine() && output.model.situation.kind === 'preparing') this.#goBack();
    }
  }

  /** Shows what was there before the gesture, whose prompt is the last one again; the gesture's own stays where nothing was. */
  #goBack(): void {
    if (this.#before === null) return;
    const { shown, last, waits } = this.#before;
    this.#parts.output.show(shown.situation, shown);
    if (shown.situation.kind === 'empty' || last === null) return;
    this.#waits = waits;
    this.follow(last);
  }

  async #open(prompt: Prompt, mine: () => boolean): Promise<OpenConnection | null> {
    const open = await this.#parts.connections.open();
    if (open === 'no-key' && mine()) this.#wait({ kind: 'needs-key', prompt: runPrompt(prompt) });
    return typeof open === 'string' ? null : open;
  }

  async #plan(prompt: Prompt, mine: () => boolean) {
    const { preparation, estimates, output } = this.#parts;
    const open = await this.#open(prompt, mine);
    if (open === null || !mine()) return null;
    const { origin } = open.endpoint;
    let prepared = await preparation.prepare(prompt, origin);
    refuseErrors(prepared);
    output.update({ chips: chipFacts(prepared) });
    if (!this.#modelAnswers(prompt, prepared, origin, mine)) return null;
    if (prepared.missing.length > 0 && prepared.found !== null) {
      if (!(await askValues(prompt, prepared.found, this.#parts)) || !mine()) return null;
      prepared = await preparation.prepare(prompt, origin);
    }
    if (prepared.needsTestMessage && prepared.testMessage === null) {
      if (!(await askTestMessage(prompt, this.#parts.promptParameters)) || !mine()) return null;
      prepared = await preparation.prepare(prompt, origin);
    }
    refuseTurns(prepared);
    if (!(await confirmSize(prepared.request, prompt.text, prepared.model, estimates))) return null;
    return {
      plan: planOf(preparedPrompt(prompt, prepared), prepared.request, open, {
        hidden: prepared.hidden,
        assertions: prepared.found?.assertions ?? [],
      }),
      prepared,
    };
  }

  #modelAnswers(prompt: Prompt, prepared: PreparedPrompt, origin: string, mine: () => boolean): boolean {
    const { models } = this.#parts;
    const reason = modelRefusal(prepared, models, origin);
    if (reason === null) return true;
    if (mine()) {
      const model = prepared.parameters.model.value;
      const suggestion: ModelInfo | null = suggestModel(models.known(origin), model);
      this.#wait({ kind: 'needs-model', prompt: runPrompt(prompt), model, reason, suggestion });
    }
    return false;
  }

  #wait(situation: Situation): void {
    this.#waits = true;
    this.#parts.output.show(situation);
  }

  async #start(plan: RunPlan, prepared: PreparedPrompt, prompt: Prompt, mine: () => boolean): Promise<void> {
    const { runner, output } = this.#parts;
    // While this one was on its way, a comparison or a sample may have begun.
    if (!(await this.#ready()) || !mine()) return;
    const record = runner.start(plan);
    output.show(
      { kind: 'run', record },
      {
        chips: chipFacts(prepared),
        price: currentPrice(plan.request.body.model),
        canInsert: prompt.anchor.kind === 'document' || /\.(md|txt)$/.test(prompt.uri.path),
      },
    );
  }
}
