import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { isPromptDocument } from '../../core/prompt/promptDocument.ts';
import type { CommandId } from '../commandIds.ts';
import { Disposable } from '../disposable.ts';
import { textSelector } from '../documentSchemes.ts';
import { kindOfDocument } from '../promptSource.ts';
import { readSetting } from '../settings.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { factText } from './factTexts.ts';
import { quoted, rateText, ruleTitle, savingText } from './hintTexts.ts';
import type { HintTracker } from './hintTracker.ts';
import { marked } from './marks.ts';
import { infoOf } from './ruleInfo.ts';

const longestShown = 240;

/** Tells of a finding why it was reported, what it would change, and what is known of that. */
export class HintHover extends Disposable implements vscode.HoverProvider {
  readonly #tracker: HintTracker;
  readonly #estimates: TokenEstimates;
  readonly #tokensPerSecond: () => number | null;

  /** `tokensPerSecond` is that of the last run; null before one. */
  constructor(tracker: HintTracker, estimates: TokenEstimates, tokensPerSecond: () => number | null) {
    super();
    this.#tracker = tracker;
    this.#estimates = estimates;
    this.#tokensPerSecond = tokensPerSecond;
    this._register(vscode.languages.registerHoverProvider(textSelector, this));
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const state = this.#tracker.current(document);
    if (state === null) return null;
    const offset = document.offsetAt(position);
    const here = state.findings.filter(
      ({ scope, start, end }) => scope === 'span' && start <= offset && offset < end,
    );
    if (here.length === 0) return null;
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    const marks = marked(state.findings, state.text, readSetting(configuration, 'promptTuner.hints.maximum'));
    const parts = {
      model: state.model,
      estimate: (raw: number) => this.#estimates.ofRaw(raw, state.model),
      tokensPerSecond: this.#tokensPerSecond(),
      comparable: !state.asked && isPromptDocument(kindOfDocument(document)),
    };
    return new vscode.Hover(
      here.map((finding) => explained(finding, state.text, marks.includes(finding), parts)),
    );
  }
}

/** What an explanation takes into account beside the finding. */
export interface ExplainParts {
  /** The model whose tokens are meant. */
  readonly model: string;
  readonly estimate: (raw: number) => number;
  /** Speed of the last run; null before one. */
  readonly tokensPerSecond: number | null;
  /** Whether Compare finds the prompt without being told which one is meant. */
  readonly comparable: boolean;
}

/** Why a finding in a text was reported, what it would change, and what is known of that. */
export function explained(
  finding: Finding,
  text: string,
  isMarked: boolean,
  { model, estimate, tokensPerSecond, comparable }: ExplainParts,
): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const { rule, start, end, replacement, savedTokens } = finding;
  const { why, evidence, rank } = infoOf(rule);
  const hover = new vscode.MarkdownString();
  const paragraph = (sentence: string) => hover.appendMarkdown(`${escaped(sentence)}\n\n`);
  // Over a mark VS Code itself shows what the mark says.
  if (!isMarked) hover.appendMarkdown(`**${escaped(ruleTitle(finding))}** · ${rule}\n\n`);
  const fact = factText(finding, estimate);
  paragraph(fact === null ? t(why) : `${fact} ${t(why)}`);
  if (replacement !== null) {
    const before = quoted(text.slice(start, end), longestShown);
    const after = quoted(replacement, longestShown);
    const saving = savingText(estimate(savedTokens));
    paragraph(
      after === ''
        ? t('“{0}” → nothing: {1}, estimated for {2}.', before, saving, model)
        : t('“{0}” → “{1}”: {2}, estimated for {3}.', before, after, saving, model),
    );
  }
  if (rank === 2) {
    const rate = rateText(tokensPerSecond, t('your last run'));
    if (rate !== null) paragraph(rate);
  }
  paragraph(t('Evidence: {0}', t(evidence)));
  if (comparable && finding.tier === 'suggestion' && replacement !== null) {
    const compare: CommandId = 'promptTuner.compare';
    hover.isTrusted = { enabledCommands: [compare] };
    hover.appendMarkdown(`[${escaped(t('Compare with and without suggestions…'))}](command:${compare})`);
  }
  return hover;
}

// `appendText` makes every space one that does not break, so that a sentence would never wrap.
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll(/[\\`*_{}[\]()#+\-.!~<>|]/g, '\\$&');
}
