import * as vscode from 'vscode';
import type { ComparisonInput } from '../../core/compare/comparison.ts';
import { findModel } from '../../core/request/catalogue.ts';
import type { RunRecord } from '../../core/run/record.ts';
import type { CommandId } from '../commandIds.ts';
import { Disposable } from '../disposable.ts';
import type { OutputController } from '../output/outputController.ts';
import { type Prompt, promptOfRun } from '../prompt.ts';
import { currentPrompt } from '../promptSource.ts';
import { readSetting } from '../settings.ts';
import { refuseErrors } from '../sources/refusals.ts';
import { askTestMessage } from '../testMessage.ts';
import { guarded, UserError } from '../userError.ts';
import { type CompareChoice, plainArm } from './armDraft.ts';
import { chooseInputs } from './chooseInputs.ts';
import { type CompareActionParts, onCompareMessage, plan } from './compareActions.ts';
import { chooseComparison } from './compareChoice.ts';
import { CompareController } from './compareController.ts';
import { ComparePanel } from './comparePanel.ts';
import type { CompareSubject } from './compareSubject.ts';
import type { SecretsByInput } from './comparisonSecrets.ts';
import { askForThreeSentences, chooseLever } from './makeFaster.ts';
import { newComparison } from './newComparison.ts';
import { chooseValues } from './parameterChoices.ts';
import { pickComparison } from './pickComparison.ts';
import { textArms } from './textChoices.ts';

/** The commands that compare. */
export type CompareCommandId = Extract<
  CommandId,
  'promptTuner.compare' | 'promptTuner.measure' | 'promptTuner.makeFaster' | 'promptTuner.showComparison'
>;

/** What comparing takes over from the run side. */
export interface CompareSideContext
  extends Omit<CompareActionParts, 'controller' | 'panelVisible' | 'secrets'> {
  readonly extension: vscode.ExtensionContext;
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
  readonly #secrets = new Map<string, SecretsByInput>();

  constructor(context: CompareSideContext) {
    super();
    this.#context = context;
    const { extension, history, log, runner } = context;
    this.#panel = this._register(new ComparePanel(extension.extensionUri));
    this.controller = this._register(new CompareController(this.#panel, history, extension.workspaceState));
    this.controller.update({ rateLimit: context.output.record?.state.rateLimit ?? null });
    const parts: CompareActionParts = {
      ...context,
      secrets: this.#secrets,
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
        await this.#plan(subject, await chooseComparison(subject, history));
      },
      'promptTuner.measure': async (target) => {
        const subject = await this.#subject(await context.promptOf(target));
        const label = vscode.l10n.t('as it stands');
        await this.#plan(subject, { varied: 'nothing', arms: [plainArm(subject.prompt, label)] });
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
    if (await this.controller.open(id)) return;
    throw new UserError(vscode.l10n.t('This comparison is no longer in the history.'));
  }

  /** Plans a comparison of two texts of a prompt. */
  async compareTexts(
    prompt: Prompt,
    a: { readonly label: string; readonly text: string },
    b: { readonly label: string; readonly text: string },
  ): Promise<void> {
    const subject = await this.#subject(prompt);
    await this.#plan(subject, textArms(subject.prompt, a, b));
  }

  async #plan(subject: CompareSubject, choice: CompareChoice | null): Promise<void> {
    const { preparation, connections, runner, history, estimates } = this.#context;
    if (choice === null) return;
    if (runner.reserved) {
      throw new UserError(vscode.l10n.t('A comparison is under way: stop it, or wait until it has ended.'));
    }
    const { origin } = connections.endpoint();
    const inputs = await this.#inputs(subject, origin);
    if (inputs === null) return;
    const { comparison, secrets, remarks } = await newComparison(
      subject.prompt,
      choice,
      inputs,
      preparation,
      origin,
      readSetting(vscode.workspace.getConfiguration(), 'promptTuner.compare.runs'),
    );
    this.#secrets.set(comparison.id, secrets);
    await plan(comparison, remarks, { controller: this.controller, history, estimates });
  }

  /** What the comparison is run on, with nothing missing; null where the person gave up. */
  async #inputs(
    { prompt, prepared }: CompareSubject,
    origin: string,
  ): Promise<readonly ComparisonInput[] | null> {
    const { preparation, promptParameters } = this.#context;
    const inputs = await chooseInputs(prompt, prepared.found, this.#context);
    if (inputs === null) return null;
    for (const { valueSet = null } of inputs) {
      const { needsTestMessage, testMessage } = await preparation.prepare(prompt, origin, {}, valueSet);
      if (!needsTestMessage || testMessage !== null) continue;
      // One message serves every input that brings none.
      return (await askTestMessage(prompt, promptParameters)) ? inputs : null;
    }
    return inputs;
  }

  /** What is known of a prompt before anything is asked. */
  async #subject(prompt: Prompt): Promise<CompareSubject> {
    const { preparation, connections, models, estimates } = this.#context;
    const { origin } = connections.endpoint();
    const prepared = await preparation.prepare(prompt, origin);
    refuseErrors(prepared);
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
    const choice =
      lever === 'shorter-prompt'
        ? await chooseComparison(subject, history)
        : await chooseValues(lever, subject);
    await this.#plan(subject, choice);
  }
}
