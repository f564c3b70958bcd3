import * as vscode from 'vscode';
import { assertNever } from '../../core/assertNever.ts';
import type { Failure } from '../../core/failure.ts';
import { omittableFields } from '../../core/request/fitRequest.ts';
import type { ActionId } from '../../webview/protocol.ts';
import { formatSeconds } from '../numbers.ts';

/** A failure in words: what happened, what to do, and the buttons for it, the likeliest first. */
export interface FailureText {
  readonly headline: string;
  readonly nextStep: string;
  readonly actions: readonly ActionId[];
}

/** The words for a failure of a run with this model at this host. */
export function failureText(failure: Failure, model: string, host: string): FailureText {
  const { t } = vscode.l10n;
  switch (failure.kind) {
    case 'no-key':
      return {
        headline: t('Claude needs an API key'),
        nextStep: t('The server asked for a key and none was sent.'),
        actions: ['enter-key', 'get-key'],
      };
    case 'rejected-key':
      return {
        headline: t('Key rejected'),
        nextStep: t('{0} does not accept this key. Enter another one; it may have been revoked.', host),
        actions: ['enter-key', 'get-key'],
      };
    case 'wrong-key-kind':
      return {
        headline: t('Wrong kind of key'),
        nextStep: t(
          'This key is not for running prompts (an admin key or a login token, perhaps). Enter an API key.',
        ),
        actions: ['enter-key', 'get-key'],
      };
    case 'no-credit':
      return {
        headline: t('No credit left'),
        nextStep: t('The account’s credit balance is too low. Buy credits in the console, then run again.'),
        actions: ['get-key', 'run-again'],
      };
    case 'spend-limit':
      return {
        headline: t('Spend limit reached'),
        nextStep: t('The account’s own limit is used up. Raise it in the console or wait until it resets.'),
        actions: ['get-key', 'run-again'],
      };
    case 'no-permission':
      return {
        headline: t('No permission'),
        nextStep: t('This key may not use {0}. Pick another model or enter another key.', model),
        actions: ['select-model', 'enter-key'],
      };
    case 'unknown-model':
      return {
        headline: t('Unknown model'),
        nextStep: t('{0} knows no model {1}. Pick another one.', host, model),
        actions: ['select-model'],
      };
    case 'rate-limit':
      return {
        headline: t('Rate limit reached'),
        nextStep:
          failure.retryAfterMs === null
            ? t('Too many requests or tokens a minute for this account. Wait a little, then run again.')
            : t('The server asks to wait {0}.', formatSeconds(failure.retryAfterMs)),
        actions: ['run-again'],
      };
    case 'overloaded':
      return {
        headline: t('Overloaded'),
        nextStep: t('The API is overloaded. Run again in a moment, or pick another model.'),
        actions: ['run-again', 'select-model'],
      };
    case 'too-large':
      return {
        headline: t('Request too large'),
        nextStep: t('The prompt is larger than the API takes. Shorten it, or pick a model that reads more.'),
        actions: ['select-model', 'copy-request-id'],
      };
    case 'offline':
      return {
        headline: t('Offline'),
        nextStep: t('This machine has no network. Nothing was sent; run again when it is back.'),
        actions: ['run-again'],
      };
    case 'dns':
      return {
        headline: t('{0} not found', host),
        nextStep: t('The name could not be resolved. Check the network and the base URL.'),
        actions: ['run-again', 'open-settings'],
      };
    case 'tls':
      return {
        headline: t('No trusted connection'),
        nextStep: t(
          'The certificate of {0} was not accepted. Behind a proxy, give VS Code its certificate.',
          host,
        ),
        actions: ['run-again', 'open-settings'],
      };
    case 'proxy':
      return {
        headline: t('Proxy refused'),
        nextStep: t('The proxy did not let the request through. Check VS Code’s “http.proxy” settings.'),
        actions: ['open-settings', 'run-again'],
      };
    case 'connection':
      return {
        headline: t('No connection'),
        nextStep: t('{0} did not take the connection or dropped it.', host),
        actions: ['run-again', 'open-settings'],
      };
    case 'bad-request':
      return {
        headline: t('Request refused'),
        nextStep:
          failure.parameter === null
            ? t('The API does not accept this request.')
            : t('The API does not accept “{0}” as it was sent.', failure.parameter),
        actions: omittableFields.includes(failure.parameter ?? '')
          ? ['run-without-parameter', 'select-model']
          : ['select-model', 'copy-request-id'],
      };
    case 'server-error':
      return {
        headline: t('Server error'),
        nextStep: t(
          'Something failed at {0}. Run again; if it stays, quote the request id to support.',
          host,
        ),
        actions: ['run-again', 'copy-request-id'],
      };
    case 'unknown':
      return {
        headline: t('Failed'),
        nextStep: t('The run failed for a reason that is not known. The log may say more.'),
        actions: ['run-again', 'show-log'],
      };
    default:
      return assertNever(failure.kind);
  }
}
