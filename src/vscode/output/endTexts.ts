import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { isThinking, type RunState } from '../../core/run/state.ts';
import type { ActionId, Tone } from '../../webview/protocol.ts';
import { formatTokens } from '../numbers.ts';
import { failureText } from './failureTexts.ts';

/** The end of a run in words. */
export interface EndText {
  readonly headline: string;
  readonly tone: Tone;
  readonly detail: string | null;
  readonly actions: readonly ActionId[];
}

/** The words for how a run ended; call it for ended runs only. */
export function endText(record: RunRecord): EndText {
  const { t } = vscode.l10n;
  const { state, request } = record;
  switch (state.endState) {
    case 'complete':
    case null:
      return { headline: t('Complete'), tone: 'success', detail: null, actions: [] };
    case 'max-tokens':
      return thoughtOnly(state)
        ? {
            headline: t('Thinking used the whole budget'),
            tone: 'warning',
            detail: t(
              'All {0} tokens went into thinking, none into an answer.',
              formatTokens(request.body.max_tokens),
            ),
            actions: ['raise-max-tokens', 'lower-effort'],
          }
        : {
            headline: t('Cut at max tokens'),
            tone: 'warning',
            detail: t('The answer was longer than {0} tokens.', formatTokens(request.body.max_tokens)),
            actions: ['raise-max-tokens'],
          };
    case 'stop-sequence':
      return {
        headline: t('Ended at a stop sequence'),
        tone: 'success',
        detail: state.stopSequence === null ? null : t('It wrote “{0}”.', state.stopSequence),
        actions: [],
      };
    case 'refusal':
      return {
        headline: t('Refused'),
        tone: 'warning',
        detail:
          state.refusalCategory === null
            ? t('Claude declined to answer this prompt.')
            : t('Claude declined to answer this prompt (category: {0}).', state.refusalCategory),
        actions: ['select-model'],
      };
    case 'paused':
      return {
        headline: t('Paused'),
        tone: 'warning',
        detail: t('The API paused a long turn; running it on is not supported.'),
        actions: ['run-again'],
      };
    case 'context-exceeded':
      return {
        headline: t('Context window exceeded'),
        tone: 'warning',
        detail: t('Prompt and answer together are longer than the model’s context. Shorten the prompt.'),
        actions: ['select-model'],
      };
    case 'tool-use':
      return {
        headline: t('Asks for a tool'),
        tone: 'success',
        detail: t('Claude ended its turn to call a tool; tools are shown, never run.'),
        actions: [],
      };
    case 'cancelled':
      return {
        headline: t('Stopped'),
        tone: 'neutral',
        detail: hasOutput(state)
          ? t('What had arrived is kept. Tokens written until then are billed.')
          : t('Nothing had arrived yet.'),
        actions: ['run-again'],
      };
    case 'stalled':
      return {
        headline: t('Stalled'),
        tone: 'error',
        detail: t('No byte came for too long, so the connection was closed. What had arrived is kept.'),
        actions: ['run-again', 'open-settings'],
      };
    case 'broken':
      return {
        headline: t('Connection broke'),
        tone: 'error',
        detail: t('The stream ended before the answer did. What had arrived is kept.'),
        actions: ['run-again'],
      };
    case 'failed':
      return failedText(record);
    default:
      return assertNever(state.endState);
  }
}

/** Whether the model spent all it had on thinking. */
function thoughtOnly(state: RunState): boolean {
  const thought = state.blocks.some(isThinking);
  return state.endState === 'max-tokens' && thought && state.textCharacters === 0;
}

function hasOutput(state: RunState): boolean {
  return state.blocks.some((block) => block.text !== '');
}

function failedText({ state, request, origin }: RunRecord): EndText {
  const { failure } = state;
  if (failure === null) return { headline: '', tone: 'error', detail: null, actions: [] };
  const { headline, nextStep, actions } = failureText(failure, request.body.model, new URL(origin).host);
  const facts = [
    failure.message === '' ? null : vscode.l10n.t('“{0}”', failure.message),
    state.requestId === null ? null : vscode.l10n.t('Request {0}', state.requestId),
  ].filter((fact) => fact !== null);
  return {
    headline,
    tone: 'error',
    detail: facts.length === 0 ? nextStep : `${nextStep}\n${facts.join(' ')}`,
    actions,
  };
}
