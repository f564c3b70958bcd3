import * as vscode from 'vscode';

/** A next step that a person can take from an error. */
export interface NextStep {
  readonly label: string;
  readonly act: () => Thenable<unknown> | undefined;
}

/** An error meant for people: a sentence and, where there is one, the next step. Anything else thrown is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly nextSteps: readonly NextStep[];

  /** @param cause what went wrong underneath; goes into the log */
  constructor(sentence: string, nextSteps: readonly NextStep[] = [], cause?: unknown) {
    super(sentence, { cause });
    this.nextSteps = nextSteps;
  }
}

/**
 * Wraps what a command does: shows a {@link UserError} with its next step, logs anything else with its stack and
 * tells the person where to look.
 */
export function guarded<A extends unknown[]>(
  log: vscode.LogOutputChannel,
  act: (...args: A) => unknown,
): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await act(...args);
    } catch (error) {
      if (error instanceof UserError) {
        if (error.cause !== undefined) log.error(String(error.cause));
        const chosen = await vscode.window.showWarningMessage(
          error.message,
          ...error.nextSteps.map((step) => step.label),
        );
        await error.nextSteps.find((step) => step.label === chosen)?.act();
        return;
      }
      log.error(error instanceof Error ? error : String(error));
      const { t } = vscode.l10n;
      const showLog = t('Show Log');
      const sentence = t('Something went wrong in Prompt Tuner. The log has the details.');
      if ((await vscode.window.showErrorMessage(sentence, showLog)) === showLog) log.show();
    }
  };
}
