import * as vscode from 'vscode';
import { type CommandId, type HintCommandId, hintCommandIds } from './commandIds.ts';
import { EffectiveParameters } from './effectiveParameters.ts';
import type { HintSide } from './hints/hintSide.ts';
import { Hints } from './hints/hints.ts';
import { HistoryAccess } from './history/historyAccess.ts';
import { LastRunTimes } from './history/lastRunTimes.ts';
import { References } from './history/references.ts';
import { followRenames } from './history/renames.ts';
import { PromptEstimates } from './promptEstimates.ts';
import { PromptLens } from './promptLens.ts';
import { PromptParameters } from './promptParameters.ts';
import type { RunSide } from './runSide.ts';
import type { PartTarget } from './sources/promptParts.ts';
import { PromptValues } from './sources/promptValues.ts';
import { SourceTracker } from './sources/sourceTracker.ts';
import { registerSwitchRole } from './sources/switchRole.ts';
import { StatusBar } from './statusBar.ts';
import { TokenEstimates } from './tokenEstimates.ts';
import { guarded } from './userError.ts';

/** The extension once it stands. */
export interface Started {
  /** Does what a command does; errors are told to the person, never thrown. */
  execute(id: CommandId, target: unknown): Promise<void>;
  /** Takes over a panel that VS Code restored. */
  restore(panel: vscode.WebviewPanel): Promise<void>;
  /** Takes over a comparison panel that VS Code restored. */
  restoreComparison(panel: vscode.WebviewPanel): Promise<void>;
  /** Takes over the view that VS Code made for the side panel. */
  adoptLatency(view: vscode.WebviewView): Promise<void>;
  /** Resolves when all that was done is on disk. */
  close(): Promise<void>;
}

/** Builds what is seen before the first gesture; what serves a gesture is loaded by the first one. */
export function start(context: vscode.ExtensionContext): Started {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = own(vscode.window.createOutputChannel('Prompt Tuner', { log: true }));
  const promptParameters = own(new PromptParameters(context.workspaceState));
  const promptValues = own(new PromptValues(context.workspaceState));
  const estimates = own(new TokenEstimates(context.globalState));
  const effective = own(new EffectiveParameters(promptParameters, context.globalState));
  const promptEstimates = own(new PromptEstimates(estimates, effective, log));
  const history = own(new HistoryAccess(context, log));
  own(followRenames([promptParameters, promptValues, new References(context.workspaceState)], history, log));
  const sources = own(new SourceTracker(estimates, effective, log));
  const logError = (error: unknown) => log.error(error instanceof Error ? error : String(error));
  const known = { promptParameters, promptValues, estimates, effective, sources };
  const shared = { extension: context, log, history, ...known };

  const enterValue = guarded(log, async (prompt: PartTarget, variable: string) =>
    (await runSide()).enterValue(prompt, variable),
  );
  const firstSeen = own(
    sources.onDidChange(() => {
      firstSeen.dispose();
      import('./sources/sourceSide.ts')
        .then(({ SourceSide }) => own(new SourceSide(sources, promptValues, enterValue)))
        .catch(logError);
    }),
  );

  let side: Promise<RunSide> | null = null;
  const runSide = (): Promise<RunSide> => {
    side ??= import('./runSide.ts').then(({ RunSide }) => own(new RunSide({ ...shared, hints, statusBar })));
    return side;
  };
  const hintSide = async (): Promise<HintSide> => {
    const { HintSide } = await import('./hints/hintSide.ts');
    return new HintSide({
      ...shared,
      countBoth: async (...versions) => (await runSide()).countBoth(...versions),
    });
  };
  const hints = own(new Hints(hintSide, sources, logError));
  own(registerSwitchRole(promptParameters));
  own(new PromptLens(promptEstimates, hints, sources, promptParameters));
  const statusBar = own(new StatusBar(promptEstimates, estimates, own(new LastRunTimes(history, log))));

  // Where a panel has the focus, no editor is active: what is meant then is the prompt that was run last.
  const hintTarget = async (target: unknown): Promise<unknown> =>
    target ??
    (vscode.window.activeTextEditor === undefined && side !== null ? (await side).lastTarget : null);

  return {
    execute: guarded(log, async (id: CommandId, target: unknown) =>
      isHintCommand(id)
        ? (await hints.side()).commands[id](await hintTarget(target))
        : (await runSide()).commands[id](target),
    ),
    restore: guarded(log, async (panel: vscode.WebviewPanel) => (await runSide()).restore(panel)),
    restoreComparison: guarded(log, async (panel: vscode.WebviewPanel) =>
      (await runSide()).restoreComparison(panel),
    ),
    adoptLatency: guarded(log, async (view: vscode.WebviewView) => (await runSide()).adoptLatency(view)),
    close: () => history.close(),
  };
}

function isHintCommand(id: CommandId): id is HintCommandId {
  return (hintCommandIds as readonly CommandId[]).includes(id);
}
