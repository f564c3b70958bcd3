import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import { lint } from '../../core/hints/lint.ts';
import type { LintOptions } from '../../core/hints/options.ts';
import type { FoundPrompt, PromptText } from '../../core/prompt/foundPrompt.ts';
import { ownMessage } from '../../core/prompt/withText.ts';
import { Disposable } from '../disposable.ts';
import { hintsAreOn, isHinted, longestHinted } from '../hints/hintedDocuments.ts';
import type { HintLog } from '../hints/hintLog.ts';
import type { HintTracker } from '../hints/hintTracker.ts';
import type { LintBases } from '../hints/lintBasis.ts';
import { loadTokenizer } from '../lazy.ts';
import { type DocumentPrompts, foundIn } from './foundIn.ts';
import type { SourceTracker } from './sourceTracker.ts';

/** What the rules found in a part of a document; places are those of its own text. */
export interface PartState {
  /** Version of the document that was looked at. */
  readonly version: number;
  readonly found: FoundPrompt;
  readonly text: PromptText;
  /** The model whose tokens are meant. */
  readonly model: string;
  readonly findings: readonly Finding[];
}

/** Knows what the rules find in the strings and fenced blocks of the documents in view that are prompts. */
export class PartHints extends Disposable {
  readonly #sources: SourceTracker;
  readonly #tracker: HintTracker;
  readonly #bases: LintBases;
  readonly #log: vscode.LogOutputChannel;
  readonly #told: HintLog;
  readonly #changes = this._register(new vscode.EventEmitter<vscode.TextDocument>());
  readonly #states = new Map<string, readonly PartState[]>();
  /** Findings by basis and text: what was not edited is not read anew. */
  readonly #read = new WeakMap<vscode.TextDocument, ReadonlyMap<string, readonly Finding[]>>();

  /** What is known of the parts of this document changed. */
  readonly onDidChange = this.#changes.event;

  /** What a person had checked comes before: `tracker` knows it. */
  constructor(
    sources: SourceTracker,
    tracker: HintTracker,
    bases: LintBases,
    log: vscode.LogOutputChannel,
    told: HintLog,
  ) {
    super();
    this.#sources = sources;
    this.#tracker = tracker;
    this.#bases = bases;
    this.#log = log;
    this.#told = told;
    this._register(sources.onDidChange((document) => void this.#look(document)));
    this._register(tracker.onDidChange((document) => void this.#look(document)));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('promptTuner')) this.renew();
      }),
    );
    this.renew();
  }

  /** What was found last, perhaps in an older text. */
  last(document: vscode.TextDocument): readonly PartState[] {
    return this.#states.get(document.uri.toString()) ?? [];
  }

  /** What was found in the text as it stands. */
  current(document: vscode.TextDocument): readonly PartState[] {
    return this.last(document).filter(({ version }) => version === document.version);
  }

  /** Looks anew, for something that decides what is found may be another. */
  renew(): void {
    for (const document of vscode.workspace.textDocuments) void this.#look(document);
  }

  /** Looks at a document now. */
  async look(document: vscode.TextDocument): Promise<readonly PartState[]> {
    for (;;) {
      if (!this.#isWanted(document) || document.isClosed) return [];
      const states = await this.#statesOf(document, await foundIn(document));
      if (states !== null) return states;
    }
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    try {
      const known = this.#sources.current(document);
      if (known === null && this.#sources.last(document) !== null) return;
      const prompts = known?.prompts.map(({ found }) => found) ?? [];
      const states = await this.#statesOf(document, { version: document.version, prompts });
      if (states === null || this.disposed) return;
      if (states.length > 0) this.#states.set(document.uri.toString(), states);
      else if (!this.#states.delete(document.uri.toString())) return;
      this.#changes.fire(document);
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
    }
  }

  /** Null where the text changed meanwhile. */
  async #statesOf(
    document: vscode.TextDocument,
    { version, prompts }: Pick<DocumentPrompts, 'version' | 'prompts'>,
  ): Promise<readonly PartState[] | null> {
    const parts = this.#isWanted(document) ? prompts.filter(({ identity }) => identity !== '') : [];
    if (parts.length === 0) return [];
    const { count, countAsync } = await loadTokenizer();
    const before = this.#read.get(document) ?? new Map<string, readonly Finding[]>();
    const read = new Map<string, readonly Finding[]>();
    const states: PartState[] = [];
    for (const found of parts) {
      const text = ownMessage(found)?.text;
      if (text === undefined || text.text.length > longestHinted) continue;
      const { model, options } = this.#bases.ofPart(document, found);
      this.#told.unknown(options.rules);
      const key = `${JSON.stringify(options)}\n${text.text}`;
      if (!before.has(key)) {
        await countAsync(text.text, {});
        await nextTurn();
        if (document.version !== version || document.isClosed) return null;
      }
      const all = before.get(key) ?? this.#lint(document, text.text, { ...options, count });
      read.set(key, all);
      const findings = all.filter((finding) => isOutsideHoles(finding, text));
      states.push({ version, found, text, model, findings });
    }
    this.#read.set(document, read);
    return states;
  }

  #isWanted(document: vscode.TextDocument): boolean {
    const isAsked = this.#tracker.last(document)?.asked === true;
    return hintsAreOn(document) && !isHinted(document) && !isAsked;
  }

  #lint(document: vscode.TextDocument, text: string, options: LintOptions): readonly Finding[] {
    const { findings, dropped } = lint(text, options);
    this.#told.dropped(document, dropped);
    return findings;
  }
}

/** Whether a finding touches nothing that the program fills in, which is not the prompt's to change. */
export function isOutsideHoles({ start, end, scope }: Finding, { pieces }: PromptText): boolean {
  if (scope === 'document') return true;
  return !pieces.some(({ kind, at, length }) => kind === 'hole' && start < at + length && at < end);
}
