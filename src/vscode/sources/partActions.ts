import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { Disposable } from '../disposable.ts';
import { sourceSelector } from '../documentSchemes.ts';
import { disableRuleCommand } from '../hints/disableRule.ts';
import { editOf, fixesOf } from '../hints/fixes.ts';
import { asksForFixAll, fixAllKind } from '../hints/hintActions.ts';
import { hintSource } from '../hints/hintDiagnostics.ts';
import { explained } from '../hints/hintHover.ts';
import { reaching } from '../milestones.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import type { FixParts } from './fixParts.ts';
import { partEdits, partRange } from './partEdits.ts';
import type { PartHints, PartState } from './partHints.ts';

const { QuickFix } = vscode.CodeActionKind;

/** Offers the fixes inside strings and fenced blocks, and tells why; an edit leaves the program's string exactly as the fix wants it. */
export class PartActions extends Disposable implements vscode.CodeActionProvider, vscode.HoverProvider {
  readonly #hints: PartHints;
  readonly #estimates: TokenEstimates;
  readonly #fixAll: FixParts;
  readonly #tokensPerSecond: () => number | null;

  constructor(
    hints: PartHints,
    estimates: TokenEstimates,
    fixAll: FixParts,
    tokensPerSecond: () => number | null,
  ) {
    super();
    this.#hints = hints;
    this.#estimates = estimates;
    this.#fixAll = fixAll;
    this.#tokensPerSecond = tokensPerSecond;
    this._register(
      vscode.languages.registerCodeActionsProvider(sourceSelector, this, {
        providedCodeActionKinds: [QuickFix, fixAllKind],
      }),
    );
    this._register(vscode.languages.registerHoverProvider(sourceSelector, this));
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const states = this.#hints.current(document);
    if (states.length === 0) return [];
    if (asksForFixAll(context, document)) return await this.#fixAllActions(document, states);
    if (context.only !== undefined && !context.only.contains(QuickFix)) return [];
    const { version } = document;
    const actions: vscode.CodeAction[] = [];
    for (const state of states) {
      const here = state.findings.filter((finding) => isAt(finding, range, document, state));
      for (const finding of here)
        actions.push(...(await this.#fixActions(finding, document, state, context)));
      actions.push(
        ...[...new Set(here.map(({ rule }) => rule))].map((rule) => disableAction(rule, document.uri)),
      );
    }
    return document.version === version ? actions : [];
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const texts = this.#hints.current(document).flatMap((state) => {
      const { model, text } = state;
      const parts = {
        model,
        estimate: (raw: number) => this.#estimates.ofRaw(raw, model),
        tokensPerSecond: this.#tokensPerSecond(),
        // The cursor, which tells Compare the prompt, may be in another one.
        comparable: false,
      };
      return state.findings
        .filter(({ scope }) => scope === 'span')
        .filter((finding) => partRange(document, text, finding).contains(position))
        .map((finding) => explained(finding, text.text, true, parts));
    });
    return texts.length === 0 ? null : new vscode.Hover(texts);
  }

  async #fixActions(
    finding: Finding,
    document: vscode.TextDocument,
    { found, text, model }: PartState,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<readonly vscode.CodeAction[]> {
    const estimate = (raw: number) => this.#estimates.ofRaw(raw, model);
    const place = partRange(document, text, finding);
    const actions: vscode.CodeAction[] = [];
    for (const { title, change } of fixesOf(finding, text.text, estimate)) {
      const edits = await partEdits(document, found, text, { edits: [change] });
      if (edits === null) continue;
      const action = new vscode.CodeAction(title, QuickFix);
      action.edit = editOf(document, edits);
      action.command = reaching('promptTuner.hintApplied');
      action.isPreferred = finding.tier === 'safe';
      action.diagnostics = diagnostics.filter(
        ({ source, code, range }) =>
          source === hintSource &&
          typeof code === 'object' &&
          code.value === finding.rule &&
          place.contains(range),
      );
      actions.push(action);
    }
    return actions;
  }

  async #fixAllActions(
    document: vscode.TextDocument,
    states: readonly PartState[],
  ): Promise<vscode.CodeAction[]> {
    const { version } = document;
    const { edits } = await this.#fixAll(document, states);
    if (edits.length === 0 || document.version !== version) return [];
    const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe hints of Prompt Tuner'), fixAllKind);
    action.edit = editOf(document, edits);
    return [action];
  }
}

// What is about the whole prompt is offered on its first line, under its line of commands.
function isAt(
  finding: Finding,
  range: vscode.Range,
  document: vscode.TextDocument,
  { text, found }: PartState,
): boolean {
  if (finding.scope === 'span') return partRange(document, text, finding).intersection(range) !== undefined;
  const { line } = document.positionAt(found.span.start);
  return range.start.line <= line && line <= range.end.line;
}

function disableAction(rule: string, uri: vscode.Uri): vscode.CodeAction {
  const disable = new vscode.CodeAction(vscode.l10n.t('Disable Rule {0}', rule), QuickFix);
  disable.command = { title: disable.title, command: disableRuleCommand, arguments: [rule, uri] };
  return disable;
}
