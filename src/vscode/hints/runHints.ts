import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { bodySpan, isPromptDocument, type Span } from '../../core/prompt/promptDocument.ts';
import { metricsOf, textTokensOf } from '../../core/run/metrics.ts';
import type { RunPrompt, RunRecord } from '../../core/run/record.ts';
import { loadTokenizer } from '../lazy.ts';
import type { RunHint } from '../output/situation.ts';
import type { Prompt } from '../prompt.ts';
import { currentPrompt, kindOfDocument, startOfPrompt } from '../promptSource.ts';
import { partNamed } from '../sources/promptParts.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { UserError } from '../userError.ts';
import { applyChanges } from './applyFixes.ts';
import { type Fix, fixesOf } from './fixes.ts';
import { hintsAreOn, longestHinted } from './hintedDocuments.ts';
import type { LintBasis } from './lintBasis.ts';
import { lintPart } from './lintPart.ts';
import { strongestFirst } from './marks.ts';
import { rankOf } from './ruleInfo.ts';
import { inputHintText, outputHintText } from './runHintTexts.ts';

/** After a shorter answer nobody has to be told how to ask for one: tokens. */
const leastWritten = 100;

/** The hint that a run was told with, and what its button does. */
interface Told {
  readonly runId: string;
  readonly name: string;
  /** Null where it has none, and within code, where a text can't be put in blindly. */
  readonly fix: Fix | null;
  /** Where the prompt began in its document then. */
  readonly start: number;
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

  /** The strongest hint for a run's prompt; null where there is none worth telling, or the prompt reads otherwise by now. */
  async after(record: RunRecord): Promise<RunHint | null> {
    const { place, text, key } = record.prompt;
    if (record.sample || place === null) return null;
    this.#tokensPerSecond = metricsOf(record.state).otps ?? this.#tokensPerSecond;
    const document = await opened(vscode.Uri.parse(place.uri));
    if (document === null || !hintsAreOn(document) || text.length > longestHinted) return null;
    const { model, options } = this.#basisOf(document);
    const [whole, span] = await placeOf(record.prompt, document);
    if (span === null || whole.slice(span.start, span.end) !== text) return null;
    const { count } = await loadTokenizer();
    const { findings } = lintPart(whole, span, { ...options, count });
    const finding = strongestFirst(findings).find(
      (candidate) => isWorthTelling(candidate, record) && !this.#dismissed.has(`${key} ${candidate.rule}`),
    );
    if (finding === undefined) return null;
    const estimate = (raw: number) => this.#estimates.ofRaw(raw, model);
    const [fix] = isPromptDocument(kindOfDocument(document)) ? fixesOf(finding, whole, estimate) : [];
    this.#told = { runId: record.id, name: `${key} ${finding.rule}`, fix: fix ?? null, start: span.start };
    const told = concernsAnswer(finding)
      ? outputHintText(finding, estimate, record)
      : inputHintText(finding, whole, estimate, record);
    // What an edit does stands in the text beside the button.
    const label = finding.replacement === null ? fix?.title : vscode.l10n.t('Apply');
    return { runId: record.id, ...told, fixLabel: fix === undefined ? null : (label ?? null) };
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
    const by = startOfPrompt(document, now) - told.start;
    const { start, end, text } = told.fix.change;
    await applyChanges(document, document.version, [{ start: start + by, end: end + by, text }]);
  }

  /** Says this hint no more after runs of this prompt, until the window is closed. */
  dismiss(record: RunRecord): void {
    if (this.#told?.runId === record.id) this.#dismissed.add(this.#told.name);
  }
}

/** The text that a run's prompt is a span of: its document, and of a string in code what the program sees. */
async function placeOf(
  prompt: RunPrompt,
  document: vscode.TextDocument,
): Promise<readonly [whole: string, span: Span | null]> {
  const text = document.getText();
  const kind = kindOfDocument(document);
  const { spans = null, part } = prompt.place ?? {};
  if (part !== undefined && !isPromptDocument(kind)) {
    const now = await partNamed(document, part);
    return [now?.text ?? '', { start: 0, end: now?.text.length ?? 0 }];
  }
  const [span, ...others] = spans ?? [bodySpan(text, kind)];
  return [text, others.length > 0 ? null : (span ?? null)];
}

function concernsAnswer({ rule, replacement }: Finding): boolean {
  return rankOf(rule) === 2 && replacement === null;
}

function isWorthTelling(finding: Finding, { state }: RunRecord): boolean {
  if (concernsAnswer(finding)) return (textTokensOf(state) ?? 0) >= leastWritten;
  return finding.savedTokens > 0;
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | null> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}
