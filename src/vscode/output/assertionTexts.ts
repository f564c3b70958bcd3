import * as vscode from 'vscode';
import type { AssertionFault, AssertionResult } from '../../core/assertions/checkAnswer.ts';
import type { Assertion } from '../../core/prompt/assertions.ts';
import type { AssertionsView } from '../../webview/protocol.ts';
import { oneLine } from '../oneLine.ts';

const longestQuoted = 60;

/** What a run's answer was checked for; null where there was nothing to check. */
export function assertionsView(results: readonly AssertionResult[] | undefined): AssertionsView | null {
  const { t } = vscode.l10n;
  if (results === undefined || results.length === 0) return null;
  const held = results.filter(({ fault }) => fault === null).length;
  return {
    title:
      results.length === 1
        ? held === 1
          ? t('The assertion holds')
          : t('The assertion does not hold')
        : t('{0} of {1} assertions hold', held, results.length),
    rows: results.map(({ assertion, fault }) => ({
      text: assertionText(assertion),
      fault: fault === null ? null : faultText(fault),
    })),
    heldLabel: t('holds'),
    failedLabel: t('failed'),
  };
}

/** The same in a line, those that failed by their kind: none of the person's words. */
export function assertionsText(results: readonly AssertionResult[] | undefined): string | null {
  const view = assertionsView(results);
  if (view === null) return null;
  const failed = (results ?? []).flatMap(({ assertion, fault }) => (fault === null ? [] : [assertion.type]));
  return failed.length === 0 ? view.title : `${view.title} (${failed.join(', ')})`;
}

/** What an assertion says of an answer. */
export function assertionText(assertion: Assertion): string {
  const { t } = vscode.l10n;
  switch (assertion.type) {
    case 'contains':
      return assertion.value === ''
        ? t('contains a text that was not kept')
        : t('contains “{0}”', quoted(assertion.value));
    case 'not-contains':
      return assertion.value === ''
        ? t('does not contain a text that was not kept')
        : t('does not contain “{0}”', quoted(assertion.value));
    case 'regex':
      return assertion.value === ''
        ? t('matches an expression that was not kept')
        : t('matches {0}', `/${quoted(assertion.value)}/`);
    case 'json-schema': {
      const { title } = assertion.value;
      return typeof title === 'string'
        ? t('is JSON that fits the schema “{0}”', quoted(title))
        : t('is JSON that fits the schema');
    }
    case 'max-sentences':
      return assertion.value === 1 ? t('has one sentence') : t('has at most {0} sentences', assertion.value);
  }
}

/** Why it does not hold, as a phrase. */
export function faultText(fault: AssertionFault): string {
  const { t } = vscode.l10n;
  switch (fault.kind) {
    case 'missing':
      return t('it is not there');
    case 'present':
      return t('it is there');
    case 'no-match':
      return t('nothing matches');
    case 'too-slow':
      return t('given up after 250 ms: it needs to be simpler');
    case 'not-json':
      return t('the answer as a whole is no JSON');
    case 'mismatch':
      return mismatchText(fault);
    case 'sentences':
      return t('it has {0}', fault.count);
  }
}

function mismatchText({ path, keyword }: { readonly path: string; readonly keyword: string }): string {
  const { t } = vscode.l10n;
  const where = path === '' ? t('the value') : quoted(path);
  switch (keyword) {
    case 'required':
      return t('{0} is missing', where);
    case 'additionalProperties':
    case 'false':
      return t('{0} is not allowed', where);
    default:
      return t('{0} does not fit “{1}”', where, keyword);
  }
}

function quoted(text: string): string {
  return oneLine(text, longestQuoted);
}
