import * as vscode from 'vscode';
import type { HintCommandId } from '../commandIds.ts';
import { Disposable } from '../disposable.ts';
import type { EffectiveParameters } from '../effectiveParameters.ts';
import { readSetting } from '../settings.ts';
import { fixPartsBy } from '../sources/fixParts.ts';
import { PartActions } from '../sources/partActions.ts';
import { PartDiagnostics } from '../sources/partDiagnostics.ts';
import { PartHints } from '../sources/partHints.ts';
import type { SourceTracker } from '../sources/sourceTracker.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { guarded } from '../userError.ts';
import { disableRule, disableRuleCommand } from './disableRule.ts';
import { fixAllBy } from './fixAllBy.ts';
import { FixedPreview } from './fixedPreview.ts';
import { HintActions } from './hintActions.ts';
import { type CountBoth, hintCommands } from './hintCommands.ts';
import { HintDiagnostics } from './hintDiagnostics.ts';
import { HintHover } from './hintHover.ts';
import { type HintLine, hintLine, type LinePart } from './hintLine.ts';
import { hintLog } from './hintLog.ts';
import { HintTracker } from './hintTracker.ts';
import { lintBasesOf } from './lintBasis.ts';
import { RunHints } from './runHints.ts';

/** What the hints take over from the part that is there from activation on. */
export interface HintSideContext {
  readonly extension: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly effective: EffectiveParameters;
  readonly estimates: TokenEstimates;
  readonly sources: SourceTracker;
  readonly countBoth: CountBoth;
}

/** Everything that serves hints: built when a prompt is in view or hints are asked for. */
export class HintSide extends Disposable {
  /** What each command about hints does. */
  readonly commands: Readonly<Record<HintCommandId, (target: unknown) => Promise<void>>>;
  /** The hints that are told after runs. */
  readonly runHints: RunHints;
  readonly #tracker: HintTracker;
  readonly #parts: PartHints;
  readonly #estimates: TokenEstimates;

  /** What is known of some document changed. */
  readonly onDidChange: vscode.Event<unknown>;

  constructor({ extension, log, effective, estimates, sources, countBoth }: HintSideContext) {
    super();
    const { extensionUri } = extension;
    const bases = lintBasesOf(effective);
    const fixAll = fixAllBy(bases, log);
    const told = hintLog(log);
    const tracker = this._register(new HintTracker(bases, log, told));
    const preview = this._register(new FixedPreview());
    this.runHints = new RunHints(bases, estimates);
    this._register(new HintDiagnostics(tracker, estimates, extensionUri));
    this._register(new HintActions(tracker, estimates, fixAll));
    this._register(new HintHover(tracker, estimates, () => this.runHints.tokensPerSecond));
    this._register(effective.onDidChange(() => this.renew()));
    this._register(
      vscode.commands.registerCommand(
        disableRuleCommand,
        guarded(log, (rule: string, uri: vscode.Uri) => disableRule(rule, uri)),
      ),
    );
    const fixParts = fixPartsBy(bases);
    const parts = this._register(new PartHints(sources, tracker, bases, log, told));
    this._register(new PartDiagnostics(parts, estimates, extensionUri));
    this._register(new PartActions(parts, estimates, fixParts, () => this.runHints.tokensPerSecond));
    const ofParts = { parts, fixParts };
    this.commands = hintCommands({
      extensionUri,
      tracker,
      estimates,
      fixAll,
      preview,
      countBoth,
      ...ofParts,
    });
    this.#tracker = tracker;
    this.#parts = parts;
    this.#estimates = estimates;
    const changes = this._register(new vscode.EventEmitter<void>());
    this._register(tracker.onDidChange(() => changes.fire()));
    this._register(parts.onDidChange(() => changes.fire()));
    this.onDidChange = changes.event;
  }

  /** What the line over a prompt inside a document tells of its hints; null before they are known, and for none. */
  partLine(document: vscode.TextDocument, identity: string): LinePart | null {
    const state = this.#parts.last(document).find(({ found }) => found.identity === identity);
    if (state === undefined) return null;
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    const maximum = readSetting(configuration, 'promptTuner.hints.maximum');
    return hintLine({ ...state, tooLong: false, weights: null }, maximum, this.#estimates).hints;
  }

  /** What the line over a document tells of its hints; null before they are known. */
  line(document: vscode.TextDocument): HintLine | null {
    const state = this.#tracker.last(document);
    if (state === null) return null;
    const configuration = vscode.workspace.getConfiguration(undefined, document.uri);
    return hintLine(state, readSetting(configuration, 'promptTuner.hints.maximum'), this.#estimates);
  }

  /** Looks anew, for something that decides what is found may be another. */
  renew(): void {
    this.#tracker.plan(0);
    this.#parts.renew();
  }
}
