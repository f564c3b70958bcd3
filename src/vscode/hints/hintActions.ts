import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { bodySpan } from '../../core/prompt/promptDocument.ts';
import { Disposable } from '../disposable.ts';
import { textSelector } from '../documentSchemes.ts';
import { reaching } from '../milestones.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { disableRuleCommand } from './disableRule.ts';
import type { FixAll } from './fixAllBy.ts';
import { editOf, fixesOf, ignoreChange } from './fixes.ts';
import { hintSource } from './hintDiagnostics.ts';
import { isHinted, lintedKind } from './hintedDocuments.ts';
import type { HintedDocument } from './hintState.ts';
import type { HintTracker } from './hintTracker.ts';
import { lineEdits } from './lineEdits.ts';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;

/** Kind of the source action that applies all safe fixes; people name it in their settings, permanent. */
export const fixAllKind = SourceFixAll.append('promptTuner');

/** Offers the fixes at the cursor, and all safe ones to those who ask for exactly them. */
export class HintActions extends Disposable implements vscode.CodeActionProvider {
  readonly #tracker: HintTracker;
  readonly #estimates: TokenEstimates;
  readonly #fixAll: FixAll;

  constructor(tracker: HintTracker, estimates: TokenEstimates, fixAll: FixAll) {
    super();
    this.#tracker = tracker;
    this.#estimates = estimates;
    this.#fixAll = fixAll;
    this._register(
      vscode.languages.registerCodeActionsProvider(textSelector, this, {
        providedCodeActionKinds: [QuickFix, fixAllKind],
      }),
    );
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (asksForFixAll(context, document)) return await this.#fixAllActions(document);
    if (context.only !== undefined && !context.only.contains(QuickFix)) return [];
    const state = this.#tracker.current(document);
    if (state === null) return [];
    const hinted = { document, state };
    const here = state.findings.filter((finding) => isAt(finding, range, hinted));
    return [
      ...here.flatMap((finding) => this.#fixActions(finding, hinted, context)),
      ...onePerRule(here).flatMap((finding) => silenceActions(finding, hinted)),
    ];
  }

  #fixActions(
    finding: Finding,
    hinted: HintedDocument,
    { diagnostics }: vscode.CodeActionContext,
  ): readonly vscode.CodeAction[] {
    const { document, state } = hinted;
    const place = rangeOf(finding, document);
    const estimate = (raw: number) => this.#estimates.ofRaw(raw, state.model);
    return fixesOf(finding, state.text, estimate).map(({ title, change }) => {
      const action = new vscode.CodeAction(title, QuickFix);
      action.edit = editOf(document, [change]);
      action.command = reaching('promptTuner.hintApplied');
      action.isPreferred = finding.tier === 'safe';
      action.diagnostics = diagnostics.filter(
        (diagnostic) =>
          diagnostic.source === hintSource &&
          ruleOf(diagnostic) === finding.rule &&
          place.contains(diagnostic.range),
      );
      return action;
    });
  }

  async #fixAllActions(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
    if (!isHinted(document)) return [];
    const before = document.getText();
    const { version } = document;
    const fixed = await this.#fixAll(document, 'safe');
    if (fixed === null || document.version !== version || fixed.text === before) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe hints of Prompt Tuner'), fixAllKind);
    action.edit = editOf(document, lineEdits(before, fixed.text));
    return [action];
  }
}

/** Whether all safe fixes are asked for, by their exact kind or by hand. */
// People have the general kind on for other tools on save: their prompts must not change by that. In a notebook VS Code
// calls saving what is a gesture elsewhere, so that there nothing but the exact kind tells what is wanted.
export function asksForFixAll(
  { only, triggerKind }: vscode.CodeActionContext,
  { uri }: vscode.TextDocument,
): boolean {
  if (only === undefined) return false;
  if (only.value === fixAllKind.value) return true;
  const byHand = triggerKind === vscode.CodeActionTriggerKind.Invoke && uri.scheme !== 'vscode-notebook-cell';
  return only.value === SourceFixAll.value && byHand;
}

// What is about the whole document is offered on its first line, under the line over the prompt.
function isAt(finding: Finding, range: vscode.Range, { document, state }: HintedDocument): boolean {
  if (finding.scope === 'span') return rangeOf(finding, document).intersection(range) !== undefined;
  const body = document.positionAt(bodySpan(state.text, lintedKind(document)).start);
  return range.start.line <= body.line && body.line <= range.end.line;
}

function rangeOf({ start, end }: Finding, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function onePerRule(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
}

function silenceActions(finding: Finding, hinted: HintedDocument): readonly vscode.CodeAction[] {
  const { t } = vscode.l10n;
  const { rule } = finding;
  const disable = new vscode.CodeAction(t('Disable Rule {0}', rule), QuickFix);
  disable.command = {
    title: disable.title,
    command: disableRuleCommand,
    arguments: [rule, hinted.document.uri],
  };
  const change = ignoreChange(finding, hinted);
  if (change === null) return [disable];
  const title = change.text.includes('disable-file')
    ? t('Ignore {0} in This File', rule)
    : t('Ignore {0} Here', rule);
  const ignore = new vscode.CodeAction(title, QuickFix);
  ignore.edit = editOf(hinted.document, [change]);
  return [ignore, disable];
}
