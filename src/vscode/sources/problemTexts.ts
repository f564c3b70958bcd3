import * as vscode from 'vscode';
import type { ProblemKind } from '../../core/prompt/problem.ts';

/** What is wrong, as a phrase without a full stop. */
export function problemText(problem: ProblemKind): string {
  const { t } = vscode.l10n;
  switch (problem.kind) {
    case 'syntax':
      return t('it can’t be read ({0})', problem.detail);
    case 'duplicate-key':
      return t('“{0}” stands there twice', problem.key);
    case 'unknown-key':
      return t('“{0}” means nothing here', problem.key);
    case 'unchecked-keyword':
      return t('the keyword “{0}” would not be checked, so it can’t stand in an assertion', problem.key);
    case 'wrong-value':
      return problem.key === ''
        ? t('it has to be: {0}', problem.expected)
        : t('“{0}” has to be: {1}', problem.key, problem.expected);
  }
}
