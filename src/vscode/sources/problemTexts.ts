import * as vscode from 'vscode';
import type { ProblemKind, UnreadString } from '../../core/prompt/problem.ts';

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
    case 'unread-string':
      return unreadText(problem.reason);
  }
}

function unreadText(reason: UnreadString): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case 'template-string':
      return t('a t-string is no string before the program renders it');
    case 'character-name':
      return t('the name of a character in it is not known; write the character, or its code (\\u…)');
    case 'long-sum':
      return t('the parser takes no sum of so many strings; write one string, or join a list');
    case 'tag':
      return t('what the tag makes of it is not known');
  }
}
