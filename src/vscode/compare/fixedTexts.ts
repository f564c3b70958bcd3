import * as vscode from 'vscode';
import { fixAll } from '../../core/hints/fixAll.ts';
import type { LintOptions } from '../../core/hints/options.ts';
import { hintsAreOn, lintedKind, longestHinted } from '../hints/hintedDocuments.ts';
import { savingText } from '../hints/hintTexts.ts';
import { lintModelOf } from '../hints/lintBasis.ts';
import { loadTokenizer } from '../lazy.ts';
import type { Prompt } from '../prompt.ts';
import type { PreparedPrompt } from '../requestPreparation.ts';
import { readSetting } from '../settings.ts';
import type { TextSource } from './textSource.ts';

/** A prompt whose fixes are looked for. */
export interface FixableSubject {
  readonly prompt: Prompt;
  /** How it would run, which some rules ask for. */
  readonly prepared: Pick<PreparedPrompt, 'model' | 'parameters'>;
  /** Estimated input tokens of what the local tokenizer counted as `raw`. */
  readonly estimate: (raw: number) => number;
}

/** The prompt with its safe fixes, and with all suggestions too where they make another text; none where hints are off. */
export async function fixedSources({
  prompt,
  prepared,
  estimate,
}: FixableSubject): Promise<readonly TextSource[]> {
  const { t } = vscode.l10n;
  const { uri, text } = prompt;
  const document = await vscode.workspace.openTextDocument(uri);
  if (!hintsAreOn(document) || text.length > longestHinted) return [];
  const { count } = await loadTokenizer();
  const { model, thinking } = prepared.parameters;
  const options: LintOptions = {
    kind: lintedKind(document),
    rules: readSetting(vscode.workspace.getConfiguration(undefined, uri), 'promptTuner.hints.rules'),
    model: lintModelOf(prepared.model, model.value, thinking.value),
    count,
  };
  const safe = fixAll(text, options, 'safe').text;
  const all = fixAll(text, options, 'suggestion').text;
  const source = (label: string, arm: string, fixed: string): TextSource => ({
    label,
    description: savingText(estimate(count(text) - count(fixed))),
    isLater: true,
    read: () => Promise.resolve({ label: arm, text: fixed }),
  });
  return [
    ...(safe === text ? [] : [source(t('With Safe Fixes Applied'), t('with safe fixes'), safe)]),
    ...(all === safe ? [] : [source(t('With All Suggestions Applied'), t('with all suggestions'), all)]),
  ];
}
