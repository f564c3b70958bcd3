import * as vscode from 'vscode';
import type { HistoryRun } from '../../../core/history/historyRun.ts';
import type { RunMarkdownWords } from '../../../core/history/runMarkdown.ts';
import { endName } from './endName.ts';
import { metricWords } from './metricWords.ts';

/** The words of a run that is copied as Markdown. */
export function runMarkdownWords(run: HistoryRun): RunMarkdownWords {
  const { t } = vscode.l10n;
  return {
    facts: {
      end: t('End'),
      assertions: t('Assertions'),
      model: t('Model'),
      effort: t('Effort'),
      thinking: t('Thinking'),
      temperature: t('Temperature'),
      'max-tokens': t('Max tokens'),
      version: t('Version of the prompt'),
      'prompt-hash': t('SHA-256 of the prompt'),
      commit: t('Commit'),
      date: t('Date'),
      place: t('Place'),
      attempts: t('Attempts'),
      marks: t('Marks'),
      runs: t('Comparable runs (n)'),
    },
    metrics: metricWords(),
    end: endName(run.endState),
    modified: t('modified'),
    simulated: t('simulated Claude'),
    cold: t('first request of its window'),
    concurrent: t('overlapped another run'),
    prompt: t('Prompt'),
    answer: t('Answer'),
    language: vscode.env.language,
  };
}
