import { performance } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { isPromptDocument } from '../core/prompt/promptDocument.ts';
import type { CommandId } from './commandIds.ts';
import { Disposable } from './disposable.ts';
import type { LastRunTimes } from './history/lastRunTimes.ts';
import { formatEstimate, formatSeconds } from './numbers.ts';
import type { PromptEstimates } from './promptEstimates.ts';
import { kindOfDocument } from './promptSource.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

const liveIntervalMs = 500;

/** What the status bar tells of the run that the panel shows. */
export interface RunStatus {
  /** Document of its prompt; null for a sample. */
  readonly uri: string | null;
  /** Start of the run under way, ms of the monotonic clock; null when none is. */
  readonly runningSince: number | null;
  readonly ttftMs: number | null;
  /** Where the run stands, in a sentence, and its numbers in another. */
  readonly lines: readonly string[];
}

/** The one status bar item: the last TTFT and the tokens in view; while a run goes on, its clock and a way to stop it. */
export class StatusBar extends Disposable {
  readonly #promptEstimates: PromptEstimates;
  readonly #tokenEstimates: TokenEstimates;
  readonly #lastRuns: LastRunTimes;
  readonly #item = this._register(
    vscode.window.createStatusBarItem('promptTuner.status', vscode.StatusBarAlignment.Right, 100),
  );
  #run: RunStatus | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(promptEstimates: PromptEstimates, tokenEstimates: TokenEstimates, lastRuns: LastRunTimes) {
    super();
    this.#lastRuns = lastRuns;
    this.#promptEstimates = promptEstimates;
    this.#tokenEstimates = tokenEstimates;
    this.#item.name = 'Prompt Tuner';
    this._register(promptEstimates.onDidChange(() => this.#renew()));
    this._register(lastRuns.onDidChange(() => this.#renew()));
    this._register(vscode.window.onDidChangeActiveTextEditor(() => this.#renew()));
    this._register({ dispose: () => this.#stopTimer() });
    this.#renew();
  }

  /** Tells of a run, or of none. */
  show(run: RunStatus | null): void {
    this.#run = run;
    if (run?.runningSince != null) this.#timer ??= setInterval(() => this.#renew(), liveIntervalMs);
    else this.#stopTimer();
    this.#renew();
  }

  #renew(): void {
    const since = this.#run?.runningSince ?? null;
    if (since === null) this.#showResting();
    else this.#showRunning(since);
  }

  #showRunning(since: number): void {
    const { t } = vscode.l10n;
    this.#item.text = `$(debug-stop) ${formatSeconds(Math.max(0, performance.now() - since))}`;
    this.#item.tooltip = t('A prompt is running. Press to stop it.');
    this.#item.command = 'promptTuner.stop' satisfies CommandId;
    this.#item.accessibilityInformation = { label: t('Prompt Tuner: a run is under way. Press to stop it.') };
    this.#item.show();
  }

  #showResting(): void {
    const { t } = vscode.l10n;
    const document = vscode.window.activeTextEditor?.document;
    const estimate = document === undefined ? null : this.#promptEstimates.shown(document);
    const isPrompt = document !== undefined && isPromptDocument(kindOfDocument(document));
    const tokens = estimate?.selection ?? (isPrompt ? (estimate?.document ?? null) : null);
    // In a prompt's editor it is that prompt's last run; elsewhere the one that the panel shows.
    const isOther = isPrompt && this.#run?.uri !== document.uri.toString();
    const last = isOther ? this.#lastRuns.of(document) : this.#run;
    const ttftMs = last?.ttftMs ?? null;
    const parts = [
      ttftMs === null ? null : t('TTFT {0}', formatSeconds(ttftMs)),
      tokens === null ? null : formatEstimate(tokens),
    ].filter((part) => part !== null);
    if (parts.length === 0) {
      this.#item.hide();
      return;
    }
    this.#item.text = parts.join(' · ');
    this.#item.accessibilityInformation = { label: `Prompt Tuner: ${this.#item.text}` };
    const command: CommandId = this.#run === null ? 'promptTuner.countTokens' : 'promptTuner.showOutput';
    this.#item.command = command;
    const hover = new vscode.MarkdownString();
    const basis = tokens === null ? [] : [this.#basis(estimate?.selection != null, tokens)];
    hover.appendText([...(last?.lines ?? []), ...basis].join('\n\n'));
    this.#item.tooltip = hover;
    this.#item.show();
  }

  #basis(isSelection: boolean, tokens: number): string {
    const { t } = vscode.l10n;
    const n = this.#tokenEstimates.learnedRuns;
    const basis =
      n === 0
        ? t('estimated on this machine, by measurements of public runs')
        : t('estimated on this machine, learned from {0} of your runs', n);
    return isSelection
      ? t('Selection: {0} tokens, {1}.', formatEstimate(tokens), basis)
      : t('Prompt: {0} tokens, {1}.', formatEstimate(tokens), basis);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
