import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { HistoryOpening } from '../../adapters/history/historyStore.ts';
import { assertNever } from '../../core/assertNever.ts';

/** What a person has to know of how the history was opened; null where all is well. */
export function openingNotice(opening: HistoryOpening): string | null {
  const { t } = vscode.l10n;
  switch (opening.kind) {
    case 'opened':
      return null;
    case 'set-aside':
      return opening.reason === 'newer'
        ? t(
            'The history was written by a newer version of Prompt Tuner. It is kept as {0}, and a fresh one was begun.',
            basename(opening.asideFile),
          )
        : t(
            'The history was damaged. It is kept as {0}, and a fresh one was begun.',
            basename(opening.asideFile),
          );
    case 'memory':
      return opening.reason === 'no-sqlite'
        ? t('This version of VS Code has no database: the history lasts for this window only.')
        : t('The history can’t be written to disk here: it lasts for this window only.');
    default:
      return assertNever(opening);
  }
}

/** Said once, with the first run. */
export function firstRunNotice(): string {
  return vscode.l10n.t(
    'History stays on this computer: numbers, prompts and answers of your runs. Settings: “promptTuner.history”.',
  );
}
