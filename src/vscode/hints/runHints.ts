import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { metricsOf, textTokensOf } from '../../core/run/metrics.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { loadTokenizer } from '../lazy.ts';
import { openedDocument } from '../openedDocument.ts';
import type { RunHint } from '../output/situation.ts';
import { type Prompt, promptOfRun } from '../prompt.ts';
import { currentPrompt } from '../promptSource.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { UserError } from '../userError.ts';
import { applyChanges } from './applyFixes.ts';
import { type Fix, fixesOf } from './fixes.ts';
import { hintsAreOn, longestHinted } from './hintedDocuments.ts';
import type { LintBases } from './lintBasis.ts';
import { lintPart } from './lintPart.ts';
import { strongestFirst } from './marks.ts';
import { rankOf } from './ruleInfo.ts';
import { inputHintText, outputHintText } from './runHintTexts.ts';
import { placeOfRun, type RunPlace } from './runPlace.ts';

/** After a shorter answer nobody has to be told how to ask for one: tokens. */
const leastWritten = 100;

/** The hint that a run was told with, and what its button does. */
interface Told {
  readonly runId: string;
  readonly name: string;
  readonly place: RunPlace;
  /** Null where it has none. */
  readonly fix: Fix | null;
}

/** Finds the strongest hint for the prompt of a finished run, applies it, and forgets what was dismissed. */
export class RunHints {
  readonly #bases: LintBases;
  readonly #estimates: TokenEstimates;
  readonly #dismissed = new Set<string>();
  #told: Told | null = null;
  #tokensPerSecond: number | null = null;

  constructor(bases: LintBases, estimates: TokenEstimates) {
    this.#bases = bases;
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
    const document = await openedDocument(vscode.Uri.parse(place.uri));
    if (document === null || !hintsAreOn(document) || text.length > longestHinted) return null;
    const where = await placeOfRun(record.prompt, document, this.#bases);
    if (where === null) return null;
    const { whole, span, basis } = where;
    const { model, options } = basis;
    if (whole.slice(span.start, span.end) !== text) return null;
    const { count } = await loadTokenizer();
    const { findings } = lintPart(whole, span, { ...options, count });
    const finding = strongestFirst(findings.filter((candidate) => where.isOwn(candidate))).find(
      (candidate) => isWorthTelling(candidate, record) && !this.#dismissed.has(`${key} ${candidate.rule}`),
    );
    if (finding === undefined) return null;
    const estimate = (raw: number) => this.#estimates.ofRaw(raw, model);
    const prompt = promptOfRun(record.prompt);
    const fixes = fixesOf(finding, whole, estimate);
    const fix = prompt === null ? null : await firstWritable(fixes, where, document, prompt);
    this.#told = { runId: record.id, name: `${key} ${finding.rule}`, place: where, fix };
    const told = concernsAnswer(finding)
      ? outputHintText(finding, estimate, record)
      : inputHintText(finding, whole, estimate, record);
    // What an edit does stands in the text beside the button.
    const label = finding.replacement === null ? fix?.title : vscode.l10n.t('Apply');
    return { runId: record.id, ...told, fixLabel: fix === null ? null : (label ?? null) };
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
    const { version } = document;
    const changes = await told.place.changes(told.fix.change, document, now);
    if (changes === null) {
      throw new UserError(vscode.l10n.t('The quotes of this string can’t hold the shorter text.'));
    }
    await applyChanges(document, version, changes);
  }

  /** Says this hint no more after runs of this prompt, until the window is closed. */
  dismiss(record: RunRecord): void {
    if (this.#told?.runId === record.id) this.#dismissed.add(this.#told.name);
  }
}

async function firstWritable(
  fixes: readonly Fix[],
  place: RunPlace,
  document: vscode.TextDocument,
  prompt: Prompt,
): Promise<Fix | null> {
  for (const fix of fixes) {
    if ((await place.changes(fix.change, document, prompt)) !== null) return fix;
  }
  return null;
}

function concernsAnswer({ rule, replacement }: Finding): boolean {
  return rankOf(rule) === 2 && replacement === null;
}

function isWorthTelling(finding: Finding, { state }: RunRecord): boolean {
  if (concernsAnswer(finding)) return (textTokensOf(state) ?? 0) >= leastWritten;
  return finding.savedTokens > 0;
}
