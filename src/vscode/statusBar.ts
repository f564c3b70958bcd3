import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { formatEstimate, formatSeconds } from '../core/format.ts';
import { isPromptDocument } from '../core/prompt/promptDocument.ts';
import { metricsOf } from '../core/run/metrics.ts';
import type { CommandId } from './commandIds.ts';
import { Disposable } from './disposable.ts';
import type { OutputController } from './output/outputController.ts';
import { outputView } from './output/outputView.ts';
import type { PromptEstimates } from './promptEstimates.ts';
import { kindOfDocument } from './promptSource.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

const liveIntervalMs = 500;

/** The one status bar item: the last TTFT and the tokens in view; while a run goes on, its clock and a way to stop it. */
export class StatusBar extends Disposable {
  readonly #output: OutputController;
  readonly #promptEstimates: PromptEstimates;
  readonly #tokenEstimates: TokenEstimates;
  readonly #item = this._register(
    vscode.window.createStatusBarItem('promptTuner.status', vscode.StatusBarAlignment.Right, 100),
  );
  #timer: NodeJS.Timeout | null = null;

  constructor(output: OutputController, promptEstimates: PromptEstimates, tokenEstimates: TokenEstimates) {
    super();
    this.#output = output;
    this.#promptEstimates = promptEstimates;
    this.#tokenEstimates = tokenEstimates;
    this.#item.name = 'Prompt Tuner';
    this._register(output.onDidChange(() => this.#renew()));
    this._register(promptEstimates.onDidChange(() => this.#renew()));
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.#renew()));
    this._register({ dispose: () => this.#stopTimer() });
    this.#renew();
  }

  #renew(): void {
    const { record } = this.#output;
    const running = record !== null && record.state.endState === null;
    if (running) this.#timer ??= setInterval(() => this.#renew(), liveIntervalMs);
    else this.#stopTimer();
    if (running) this.#showRunning(record.state.attempts[0]?.startedAt ?? performance.now());
    else this.#showResting();
  }

  #showRunning(startedAt: number): void {
    const { t } = vscode.l10n;
    const now = performance.now();
    this.#item.text = `$(sync~spin) ${formatSeconds(Math.max(0, now - startedAt))}`;
    this.#item.tooltip = t('{0} Press to stop.', outputView(this.#output.model, now).state.text);
    this.#item.command = 'promptTuner.stop' satisfies CommandId;
    this.#item.accessibilityInformation = { label: t('Prompt Tuner: a run is under way. Press to stop it.') };
    this.#item.show();
  }

  #showResting(): void {
    const { t } = vscode.l10n;
    const { record } = this.#output;
    const document = vscode.window.activeTextEditor?.document;
    const estimate = document === undefined ? null : this.#promptEstimates.shown(document);
    const isPrompt = document !== undefined && isPromptDocument(kindOfDocument(document));
    const tokens = estimate?.selection ?? (isPrompt ? (estimate?.document ?? null) : null);
    const ttft = record === null ? null : metricsOf(record.state).ttftMs;
    const parts = [
      ttft === null ? null : t('TTFT {0}', formatSeconds(ttft)),
      tokens === null ? null : formatEstimate(tokens),
    ].filter((part) => part !== null);
    if (parts.length === 0) {
      this.#item.hide();
      return;
    }
    this.#item.text = parts.join(' · ');
    this.#item.accessibilityInformation = { label: `Prompt Tuner: ${this.#item.text}` };
    this.#item.command = (
      record === null ? 'promptTuner.countTokens' : 'promptTuner.showOutput'
    ) satisfies CommandId;
    this.#item.tooltip = this.#hover(estimate?.selection != null, tokens);
    this.#item.show();
  }

  #hover(selection: boolean, tokens: number | null): vscode.MarkdownString {
    const { t } = vscode.l10n;
    const { record } = this.#output;
    const lines: string[] = [];
    if (record !== null) {
      const view = outputView(this.#output.model, performance.now());
      const simulated = view.badges.length === 0 ? '' : ` (${view.badges.join(', ')})`;
      lines.push(t('Last run: {0}{1}', view.state.text, simulated));
      lines.push(view.figures.map(({ label, value }) => `${label} ${value}`).join(' · '));
    }
    if (tokens !== null) {
      const model = this.#output.model.chips?.parameters.model.value ?? '';
      const n = this.#tokenEstimates.basis(model);
      const basis =
        n === 0
          ? t('estimated on this machine, by measurements of public runs')
          : t('estimated on this machine, learned from {0} of your runs', n);
      lines.push(
        selection
          ? t('Selection: {0} tokens, {1}.', formatEstimate(tokens), basis)
          : t('Prompt: {0} tokens, {1}.', formatEstimate(tokens), basis),
      );
    }
    const hover = new vscode.MarkdownString();
    hover.appendText(lines.join('\n\n'));
    return hover;
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
