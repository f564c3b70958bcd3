import * as vscode from 'vscode';
import type { FailureKind } from '../../../core/failure.ts';
import { failureText } from '../../output/failureTexts.ts';

/** A failure in a few words, as the output panel calls it. */
export function failureWords(kind: FailureKind): string {
  const failure = {
    kind,
    status: null,
    code: null,
    message: '',
    requestId: null,
    retryAfterMs: null,
    parameter: null,
    retryable: false,
  };
  return failureText(failure, vscode.l10n.t('the model'), vscode.l10n.t('the server')).headline;
}
