import * as vscode from 'vscode';
import type { Comparison } from '../../../core/compare/comparison.ts';
import { canGoOn } from '../../../core/compare/comparison.ts';
import { hasAllRuns, progressTo } from '../../../core/compare/judgeComparison.ts';
import type {
  CompareActionId,
  CompareActionView,
  CompareStrings,
  CompareView,
  ProgressView,
  VerdictView,
} from '../../../webview/compareProtocol.ts';
import { whenText } from '../../history/views/when.ts';
import { formatCost, formatSeconds } from '../../numbers.ts';
import type { CompareModel } from '../compareModel.ts';
import { answerDifferences } from './answerDifferences.ts';
import { answerShapeTexts } from './answerShapeTexts.ts';
import { answerPairs, answersView, blindView } from './answerViews.ts';
import { armTable } from './armTable.ts';
import { assertionTexts } from './assertionTexts.ts';
import { blindTexts } from './blindTexts.ts';
import { factTexts } from './factTexts.ts';
import { inputTable } from './inputTable.ts';
import { judgedOn } from './judged.ts';
import { choiceViews, planTexts } from './planTexts.ts';
import { inputLabel, reasonOf, runsView, stripView } from './runViews.ts';
import { failureWords } from './stopTexts.ts';
import { trims } from './trims.ts';
import { verdictViews } from './verdictTexts.ts';

/** The whole comparison panel as it stands at `now` (ms, monotonic). */
export function compareView(model: CompareModel, now: number): CompareView {
  const { t } = vscode.l10n;
  const { comparison, phase, notice } = model;
  if (comparison === null)
    return { ...emptyView, message: t('No comparison yet.'), buttons: [button('new', true)] };
  const { setup } = comparison;
  const blind = blindView(model);
  const measures = setup.arms.length === 1;
  return {
    ...emptyView,
    id: comparison.id,
    title: measures ? t('Measure {0}', setup.prompt.title) : t('Compare {0}', setup.prompt.title),
    subtitle: [variedText(comparison), whenText(comparison.startedAt)],
    badges: badgesOf(model, comparison),
    notice:
      notice === null
        ? null
        : {
            text: notice.text,
            buttons: [...(notice.undo === null ? [] : [button('undo')]), button('dismiss-notice')],
          },
    verdicts: blind === null ? verdicts(model, comparison) : [],
    facts: blind === null ? facts(model, comparison) : [],
    choices: choiceViews(model),
    plan: planTexts(model),
    progress: phase === 'running' ? progressView(model, comparison, now) : null,
    buttons: blind === null ? buttonsOf(model, comparison) : [],
    arms: blind === null ? armTable(model, comparison) : null,
    inputs: blind === null ? inputTable(model, comparison) : null,
    strip: blind === null ? stripView(comparison) : null,
    answers: blind === null ? answersView(model) : null,
    blind,
    runs: blind === null ? runsView(comparison) : null,
    // Whoever judges blind must not hear what the numbers say.
    announcement: model.judging === null ? model.announcement : null,
  };
}

/** The first sentence of what a comparison says; for toasts and lists. */
export function headline(model: CompareModel): string | null {
  return model.comparison === null ? null : (verdicts(model, model.comparison)[0]?.text ?? null);
}

/** The words of the page that don't change. */
export function compareStrings(): CompareStrings {
  const { t } = vscode.l10n;
  return {
    panelLabel: t('Prompt Tuner: comparison'),
    verdict: t('Verdict'),
    plan: t('Before anything is sent'),
    answers: t('Answers'),
    blind: t('Which answer is better?'),
    openRun: t('Open Run'),
    median: t('median'),
    interval: t('interval'),
    run: t('run'),
    notCounted: t('not counted'),
    removed: t('only here'),
    added: t('only here'),
  };
}

const emptyView: CompareView = {
  id: null,
  title: '',
  subtitle: [],
  badges: [],
  message: null,
  notice: null,
  verdicts: [],
  facts: [],
  choices: [],
  plan: [],
  progress: null,
  buttons: [],
  arms: null,
  inputs: null,
  strip: null,
  answers: null,
  blind: null,
  runs: null,
  announcement: null,
};

// A prompt that only lost words is compared for its answers: they come first.
function verdicts(model: CompareModel, comparison: Comparison): readonly VerdictView[] {
  const { outcome, setup } = comparison;
  if (model.phase === 'planned' || outcome.runs.length === 0) return [];
  // While it runs, every look at the numbers would be one more chance to be wrong.
  if (model.phase === 'running') return [];
  const answers = (trims(setup) ? answerDifferences(model) : []).map(
    ({ text, differsMore }): VerdictView => ({ text, tone: differsMore ? 'warning' : 'open' }),
  );
  const judged: readonly VerdictView[] =
    hasAllRuns(comparison) || setup.arms.length === 1
      ? verdictViews(comparison)
      : [{ text: vscode.l10n.t('No verdict: not all runs of the plan were made.'), tone: 'warning' }];
  // Where nothing may be concluded, nothing stands before that.
  return notComparable(comparison).length === 0
    ? [...answers, ...judged]
    : [
        ...judged.toSorted((one, other) => Number(other.tone === 'warning') - Number(one.tone === 'warning')),
        ...answers,
      ];
}

function badgesOf({ phase }: CompareModel, comparison: Comparison): readonly string[] {
  const { t } = vscode.l10n;
  const { arms } = comparison.setup;
  const names = phase === 'complete' ? notComparable(comparison) : [];
  const mark = arms.length === 2 ? t('Not comparable') : t('Not comparable: {0}', names.join(', '));
  return [...(names.length === 0 ? [] : [mark]), ...(comparison.outcome.simulated ? [t('Simulated')] : [])];
}

/** The arms that ended in other ways than the first. */
function notComparable({ setup, outcome }: Comparison): readonly string[] {
  const { differences } = judgedOn(setup, outcome.runs, setup.metric);
  return differences.filter(({ verdict }) => verdict === 'not-comparable').map(({ b }) => b);
}

function facts(model: CompareModel, comparison: Comparison): readonly string[] {
  const { t } = vscode.l10n;
  const { outcome, setup } = comparison;
  if (model.phase === 'running' || model.phase === 'planned') return [];
  const missing = missingBlocks(comparison);
  const whole = hasAllRuns(comparison);
  return [
    ...(outcome.failure === null ? [] : [t('Stopped: {0}.', failureWords(outcome.failure))]),
    ...assertionTexts(comparison),
    ...(whole ? factTexts(comparison) : []),
    ...blindTexts(comparison),
    ...(trims(setup) ? [] : answerDifferences(model).map(({ text }) => text)),
    ...answerShapeTexts(model),
    ...(whole && missing > 0
      ? [
          missing === 1
            ? t('1 block is missing: too many runs did not count to make all of them again.')
            : t('{0} blocks are missing: too many runs did not count to make all of them again.', missing),
        ]
      : []),
    ...(!canGoOn(comparison) ? [t('Its texts were not kept: it can’t go on or be run again.')] : []),
  ];
}

function missingBlocks({ setup, outcome }: Comparison): number {
  const broken = outcome.runs.filter((run) => reasonOf(setup, run) !== null).map(({ block }) => block);
  return new Set(broken).size - progressTo(setup, outcome.look, outcome.runs).replaced;
}

function progressView(
  { current, paused }: CompareModel,
  { setup, outcome }: Comparison,
  now: number,
): ProgressView {
  const { t } = vscode.l10n;
  const { remaining } = progressTo(setup, outcome.look, outcome.runs);
  const made = outcome.runs.length;
  const spent = outcome.runs.reduce((sum, { numbers }) => sum + (numbers.cost ?? 0), 0);
  const times = outcome.runs.flatMap(({ numbers }) => numbers.ttlt ?? []);
  const usual = times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0) / times.length;
  const text =
    paused !== null
      ? t('{0}: waiting {1}', failureWords(paused.reason), formatSeconds(Math.max(0, paused.until - now)))
      : current === null
        ? t('Warming up the connection')
        : setup.inputs.length > 1
          ? t(
              'Run {0} of {1}: {2} on {3}',
              made + 1,
              made + remaining,
              current.arm,
              inputLabel(setup, current.input),
            )
          : t('Run {0} of {1}: {2}', made + 1, made + remaining, current.arm);
  return {
    text,
    detail: [
      usual === null ? null : t('about {0} left', formatSeconds(usual * remaining)),
      t('{0} so far', formatCost(spent)),
    ]
      .filter((part) => part !== null)
      .join(' · '),
    share: made / Math.max(1, made + remaining),
  };
}

function buttonsOf(model: CompareModel, comparison: Comparison): readonly CompareActionView[] {
  const { outcome, setup } = comparison;
  switch (model.phase) {
    case 'planned':
      return [button('start', true)];
    case 'running':
      return [button('stop')];
    case 'stopped':
    case 'complete': {
      const known = canGoOn(comparison);
      const more = model.phase === 'complete' && outcome.look + 1 < setup.plan.blocksAt.length;
      const pairs = answerPairs(comparison, model.answers).length;
      return [
        ...(known && model.phase === 'stopped' ? [button('go-on', true)] : []),
        ...(known && more ? [button('run-more')] : []),
        ...(pairs > 0 ? [button('judge')] : []),
        ...(known ? [button('run-again')] : []),
        button('copy'),
        button('export'),
      ];
    }
  }
}

function button(action: CompareActionId, primary = false): CompareActionView {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<CompareActionId, string>> = {
    new: t('Compare…'),
    start: t('Start'),
    stop: t('Stop'),
    'go-on': t('Go On'),
    'run-more': t('Run 10 More'),
    'run-again': t('Run Again'),
    copy: t('Copy as Markdown'),
    export: t('Export…'),
    judge: t('Judge Blind'),
    'end-judging': t('End Judging'),
    'previous-answers': t('Previous'),
    'next-answers': t('Next'),
    undo: t('Undo'),
    'dismiss-notice': t('Dismiss'),
  };
  return { action, label: labels[action], primary };
}

function variedText({ setup }: Comparison): string {
  const { t } = vscode.l10n;
  const words: Readonly<Record<Comparison['setup']['varied'], string>> = {
    prompt: t('the prompt'),
    model: t('the model'),
    effort: t('effort'),
    thinking: t('thinking'),
    'max-tokens': t('max tokens'),
    caching: t('caching'),
    temperature: t('temperature'),
    'prompt-and-model': t('the prompt and the model'),
    nothing: t('as it stands'),
  };
  return words[setup.varied];
}
