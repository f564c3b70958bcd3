import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { lint } from '../../core/hints/lint.ts';
import { isPromptDocument } from '../../core/prompt/promptDocument.ts';
import { metricsOf, textTokensOf } from '../../core/run/metrics.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { loadTokenizer } from '../lazy.ts';
import type { RunHint } from '../output/situation.ts';
import type { Prompt } from '../prompt.ts';
import { currentPrompt, kindOfDocument, startOfPrompt } from '../promptSource.ts';
import { readSetting } from '../settings.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { UserError } from '../userError.ts';
import { applyChanges } from './applyFixes.ts';
import { type Fix, fixesOf } from './fixes.ts';
import { longestHinted } from './hintedDocuments.ts';
import type { LintBasis } from './lintBasis.ts';
import { strongestFirst } from './marks.ts';
import { rankOf } from './ruleInfo.ts';
import { inputHintText, outputHintText } from './runHintTexts.ts';

/** After a shorter answer nobody has to be told how to ask for one: tokens. */
const leastWritten = 100;

/** The hint that a run was told with, and what its button does. */
interface Told {
  readonly runId: string;
  readonly name: string;
  readonly fix: Fix | null;
}

/** Finds the strongest hint for the prompt of a finished run, applies it, and forgets what was dismissed. */
export class RunHints {
  readonly #basisOf: (document: vscode.TextDocument) => LintBasis;
  readonly #estimates: TokenEstimates;
  readonly #dismissed = new Set<string>();
  #told: Told | null = null;
  #tokensPerSecond: number | null = null;

  constructor(basisOf: (document: vscode.TextDocument) => LintBasis, estimates: TokenEstimates) {
    this.#basisOf = basisOf;
    this.#estimates = estimates;
  }

  /** Speed of the last run that could tell one. */
  get tokensPerSecond(): number | null {
    return this.#tokensPerSecond;
  }

  /** The strongest hint for a run's prompt; null where there is none worth telling. */
  async after(record: RunRecord): Promise<RunHint | null> {
    const { place, text, key } = record.prompt;
    if (record.sample || place === null || text.length > longestHinted) return null;
    this.#tokensPerSecond = metricsOf(record.state).otps ?? this.#tokensPerSecond;
    const document = await opened(vscode.Uri.parse(place.uri));
    if (document === null || !isWanted(document)) return null;
    const { model, options } = this.#basisOf(document);
    const { count } = await loadTokenizer();
    const { findings } = lint(text, { ...options, count });
    const finding = strongestFirst(findings).find(
      (candidate) => isWorthTelling(candidate, record) && !this.#dismissed.has(`${key} ${candidate.rule}`),
    );
    if (finding === undefined) return null;
    const state = {
      version: document.version,
      asked: true,
      text,
      model,
      findings,
      weights: null,
      tooLong: false,
    };
    const [first] = fixesOf(finding, { document, state }, this.#estimates);
    // Within code a text can't be put in blindly, and among several selections its place is not told.
    const takes = isPromptDocument(kindOfDocument(document)) && (place.spans?.length ?? 1) === 1;
    const fix = takes ? (first ?? null) : null;
    this.#told = { runId: record.id, name: `${key} ${finding.rule}`, fix };
    const saving = this.#estimates.ofRaw(finding.savedTokens, model);
    const told =
      rankOf(finding.rule) === 2
        ? outputHintText(finding, record)
        : inputHintText(finding, text, saving, record);
    return { runId: record.id, ...told, fixLabel: fix?.title ?? null };
  }

  /**
   * Applies the fix of the hint that was told after this run, undone in one step.
   * @throws UserError where the prompt reads otherwise by now
   */
  async apply(record: RunRecord, prompt: Prompt): Promise<void> {
    const told = this.#told;
    if (told === null || told.fix === null || told.runId !== record.id) return;
    const now = await currentPrompt(prompt);
    const document = await vscode.workspace.openTextDocument(now.uri);
    if (now.text !== record.prompt.text) {
      throw new UserError(
        vscode.l10n.t('The prompt reads otherwise by now, so the hint may not hold. Run it again.'),
      );
    }
    const by = startOfPrompt(document, now);
    const { start, end, text } = told.fix.change;
    await applyChanges(document, document.version, [{ start: start + by, end: end + by, text }]);
  }

  /** Says this hint no more after runs of this prompt, until the window is closed. */
  dismiss(record: RunRecord): void {
    if (this.#told?.runId === record.id) this.#dismissed.add(this.#told.name);
  }
}

function isWorthTelling({ rule, savedTokens }: Finding, { state }: RunRecord): boolean {
  if (rankOf(rule) === 2) return (textTokensOf(state) ?? 0) >= leastWritten;
  return savedTokens > 0;
}

function isWanted({ uri }: vscode.TextDocument): boolean {
  return readSetting(vscode.workspace.getConfiguration(undefined, uri), 'promptTuner.hints.enable');
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}
