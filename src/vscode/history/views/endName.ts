import * as vscode from 'vscode';
import { assertNever } from '../../../core/assertNever.ts';
import type { EndState } from '../../../core/run/endState.ts';

/** An end state in a word or two, as lists and tables name it. */
export function endName(end: EndState): string {
  const { t } = vscode.l10n;
  switch (end) {
    case 'complete':
      return t('Complete');
    case 'max-tokens':
      return t('Cut at max tokens');
    case 'stop-sequence':
      return t('Stop sequence');
    case 'refusal':
      return t('Refused');
    case 'paused':
      return t('Paused');
    case 'context-exceeded':
      return t('Context exceeded');
    case 'tool-use':
      return t('Asks for a tool');
    case 'cancelled':
      return t('Stopped');
    case 'stalled':
      return t('Stalled');
    case 'broken':
      return t('Broken');
    case 'failed':
      return t('Failed');
    default:
      return assertNever(end);
  }
}
