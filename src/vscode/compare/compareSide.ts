import * as vscode from 'vscode';
import { findModel } from '../../core/request/catalogue.ts';
import type { RunRecord } from '../../core/run/record.ts';
import type { CommandId } from '../commandIds.ts';
import { Disposable } from '../disposable.ts';
import type { OutputController } from '../output/outputController.ts';
import { type Prompt, promptOfRun } from '../prompt.ts';
import { currentPrompt } from '../promptSource.ts';
import type { RequestPreparation } from '../requestPreparation.ts';
import { readSetting } from '../settings.ts';
import { type AskParts, askValues } from '../sources/askValues.ts';
import { refuseErrors, refuseTurns } from '../sources/refusals.ts';
import { askTestMessage } from '../testMessage.ts';
import { guarded, UserError } from '../userError.ts';
import { type CompareChoice, plainArm } from './armDraft.ts';
import { type CompareActionParts, onCompareMessage, plan } from './compareActions.ts';
import { type CompareSubject, chooseComparison, chooseValues, textArms } from './compareChoice.ts';
import { CompareController } from './compareController.ts';
import { ComparePanel } from './comparePanel.ts';
import { askForThreeSentences, chooseLever } from './makeFaster.ts';
import { newComparison } from './newComparison.ts';
import { pickComparison } from './pickComparison.ts';

/** The commands that compare. */
export type CompareCommandId = Extract<
  CommandId,
  'promptTuner.compare' | 'promptTuner.measure' | 'promptTuner.makeFaster' | 'promptTuner.showComparison'
>;

/** What comparing takes over from the run side. */
export interface CompareSideContext
  extends Omit<CompareActionParts, 'controller' | 'panelVisible'>,
    AskParts {
  readonly extension: vscode.ExtensionContext;
  readonly preparation: RequestPreparation;
  readonly output: OutputController;
  /** The prompt that a gesture means. */
  readonly promptOf: (target: unknown) => Promise<Prompt>;
}

/** The comparison panel and what leads to it. */
export class CompareSide extends Disposable {
  /** What each command does. */
  readonly commands: Readonly<Record<CompareCommandId, (target: unknown) => Promise<unknown>>>;
  readonly controller: CompareController;
  readonly #context: CompareSideContext;
  readonly #panel: ComparePanel;

  constructor(context: CompareSideContext) {
    super();
    this.#context = context;
    const { extension, history, log, runner } = context;
    this.#panel = this._register(new ComparePanel(extension.extensionUri));
    this.controller = this._register(new CompareController(this.#panel, history, extension.workspaceState));
    this.controller.update({ rateLimit: context.output.record?.state.rateLimit ?? null });
    const parts: CompareActionParts = {
      ...context,
      controller: this.controller,
      panelVisible: () => this.#panel.visible,
    };
    this._register(this.#panel.onMessage(guarded(log, (message) => onCompareMessage(message, parts))));
    this._register(
      runner.onEnd(({ state }) => {
        if (state.rateLimit !== null) this.controller.update({ rateLimit: state.rateLimit });
      }),
    );
    this.commands = {
      'promptTuner.compare': async (target) => {
        const subject = await this.#subject(await context.promptOf(target));
        if (subject === null) return;
        await this.#plan(subject.prompt, await chooseComparison(subject, history));
      },
      'promptTuner.measure': async (target) => {
        const subject = await this.#subject(await context.promptOf(target));
        if (subject === null) return;
        const label = vscode.l10n.t('as it stands');
        await this.#plan(subject.prompt, { varied: 'nothing', arms: [plainArm(subject.prompt, label)] });
      },
      'promptTuner.makeFaster': () => this.#makeFaster(),
      'promptTuner.showComparison': async () => {
        const id = await pickComparison(await history.open());
        if (id !== null) await this.open(id);
      },
    };
  }

  /** Takes over a panel that VS Code restored after a window reload, with the last comparison in it. */
  async restore(panel: vscode.WebviewPanel): Promise<void> {
    this.#panel.adopt(panel);
    await this.controller.restore();
  }

  /** Shows a comparison of the history. */
  async open(id: string): Promise<void> {
    const { t } = vscode.l10n;
    if (this.#context.runner.reserved) {
      throw new UserError(t('A comparison is under way: others can be shown when it has ended.'));
    }
    if (!(await this.controller.open(id))) {
      throw new UserError(t('This comparison is no longer in the history.'));
    }
  }

  /** Plans a comparison of two texts of a prompt. */
  async compareTexts(
    prompt: Prompt,
    a: { readonly label: string; readonly text: string },
    b: { readonly label: string; readonly text: string },
  ): Promise<void> {
    const subject = await this.#subject(prompt);
    if (subject !== null) await this.#plan(subject.prompt, textArms(subject.prompt, a, b));
  }

  async #plan(prompt: Prompt, choice: CompareChoice | null): Promise<void> {
    const { preparation, connections, runner, history, estimates } = this.#context;
    if (choice === null) return;
    if (runner.reserved) {
      throw new UserError(vscode.l10n.t('A comparison is under way: stop it, or wait until it has ended.'));
    }
    const { origin } = connections.endpoint();
    const { comparison, remarks } = await newComparison(
      prompt,
      choice,
      preparation,
      origin,
      readSetting(vscode.workspace.getConfiguration(), 'promptTuner.compare.runs'),
    );
    await plan(comparison, remarks, { controller: this.controller, history, estimates });
  }

  /** What is known of a prompt; null where its test message is missing and the person gave up. */
  async #subject(prompt: Prompt): Promise<CompareSubject | null> {
    const { preparation, connections, models, estimates, promptParameters } = this.#context;
    const { origin } = connections.endpoint();
    let prepared = await preparation.prepare(prompt, origin);
    refuseErrors(prepared);
    if (prepared.missing.length > 0 && prepared.found !== null) {
      if (!(await askValues(prompt, prepared.found, this.#context))) return null;
      prepared = await preparation.prepare(prompt, origin);
    }
    if (prepared.needsTestMessage && prepared.testMessage === null) {
      if (!(await askTestMessage(prompt, promptParameters))) return null;
      prepared = await preparation.prepare(prompt, origin);
    }
    refuseTurns(prepared);
    if (prepared.hidden !== null) {
      // A comparison is kept with its requests, so that it can go on after a reload.
      throw new UserError(
        vscode.l10n.t(
          'A prompt with secret values can be run, but not compared: a comparison keeps its requests.',
        ),
      );
    }
    const inputTokens = await estimates.ofRequest(prepared.request);
    const { omitted } = await preparation.prepare(prompt, origin, { temperature: 0 });
    const takesTemperature = !omitted.some(({ parameter }) => parameter === 'temperature');
    const estimate = (raw: number) => estimates.ofRaw(raw, prepared.parameters.model.value);
    return { prompt, prepared, estimate, inputTokens, takesTemperature, models: models.known(origin) };
  }

  async #makeFaster(): Promise<void> {
    const { output, models, history } = this.#context;
    const record: RunRecord | null = output.record;
    const stored = record === null ? null : promptOfRun(record.prompt);
    if (record === null || stored === null || record.state.endState === null) {
      throw new UserError(
        vscode.l10n.t('Run a prompt first, or open a run of the history: its time is what is looked at.'),
      );
    }
    const model = findModel(models.known(record.origin), record.request.body.model);
    const lever = await chooseLever(record, model);
    if (lever === null) return;
    const prompt = await currentPrompt(stored);
    if (lever === 'shorter-answer') return askForThreeSentences(prompt);
    const subject = await this.#subject(prompt);
    if (subject === null) return;
    const choice =
      lever === 'shorter-prompt'
        ? await chooseComparison(subject, history)
        : await chooseValues(lever, subject);
    await this.#plan(prompt, choice);
  }
}
