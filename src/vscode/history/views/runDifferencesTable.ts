import * as vscode from 'vscode';
import { type ComparedNumberId, compareRuns } from '../../../core/history/compareRuns.ts';
import type { HistoryRun } from '../../../core/history/historyRun.ts';
import { markdownTable } from '../../../core/history/markdown.ts';
import { formatDifference, formatInUnit } from '../../../core/history/metricFormat.ts';
import type { RunGroup } from '../../../core/history/runGroup.ts';
import { metricTexts } from '../../output/metricTexts.ts';
import { endName } from './endName.ts';
import { whenText } from './when.ts';

/** Two runs number by number, as a Markdown document. */
export function runDifferencesTable(a: HistoryRun, b: HistoryRun): string {
  const { t } = vscode.l10n;
  const { numbers, group, sameText } = compareRuns(a, b);
  const { language } = vscode.env;
  const rows = numbers.map((number) => [
    numberName(number.id),
    formatInUnit(number.a, number.unit, language),
    formatInUnit(number.b, number.unit, language),
    formatDifference(number.difference, number.unit, language),
  ]);
  const head = ['', columnName(a), columnName(b), t('Difference')];
  const notes = [
    t('One run each: differences like these come by chance too. No verdict.'),
    sameText ? t('The prompt’s text is the same.') : t('The prompt’s text differs.'),
    group.length === 0 ? null : t('Not asked alike: {0}.', group.map(groupName).join(', ')),
  ].filter((note) => note !== null);
  const ends = [t('End'), endName(a.endState), endName(b.endState), ''];
  const models = [t('Model'), a.group.model, b.group.model, ''];
  return `${markdownTable(head, [ends, models, ...rows])}\n\n${notes.join('\n\n')}\n`;
}

function columnName(run: HistoryRun): string {
  return run.label ?? whenText(run.startedAt);
}

function groupName(name: keyof RunGroup): string {
  const { t } = vscode.l10n;
  const words: Readonly<Record<keyof RunGroup, string>> = {
    model: t('the model'),
    place: t('the place'),
    simulated: t('one of them simulated'),
    maxTokens: t('max tokens'),
    effort: t('effort'),
    thinking: t('thinking'),
    temperature: t('temperature'),
    context: t('system prompt or test message'),
    extra: t('further fields'),
  };
  return words[name];
}

function numberName(id: ComparedNumberId): string {
  const { t } = vscode.l10n;
  switch (id) {
    case 'connect':
      return t('Connect');
    case 'headers':
      return t('Headers');
    case 'server':
      return t('Server’s share');
    case 'longest-gap':
      return t('Longest pause');
    case 'waited':
      return t('You waited');
    case 'attempts':
      return t('Attempts');
    case 'cached-tokens':
      return t('Input from cache');
    case 'thinking-tokens':
      return t('Thinking tokens');
    default:
      return t(metricTexts[id].label);
  }
}
