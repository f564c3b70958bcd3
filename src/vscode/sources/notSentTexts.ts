import * as vscode from 'vscode';
import type { UnreadReason } from '../../core/prompt/foundPrompt.ts';

/** Why a part of a prompt or of its call is not sent, as a phrase. */
export function notSentText(reason: UnreadReason): string {
  const { t } = vscode.l10n;
  switch (reason) {
    case 'not-literal':
      return t('no literal');
    case 'imported':
      return t('imported from another file');
    case 'reassigned':
      return t('has several values');
    case 'wrong-value':
      return t('not a value that the API takes');
    case 'spread':
      return t('spread from elsewhere');
    case 'not-supported':
      return t('not taken over');
    case 'template-logic':
      return t('logic of a template language, which is not carried out');
    case 'role':
      return t('a role that the API does not know');
    case 'unknown-model':
      return t('not a model that is known');
  }
}
