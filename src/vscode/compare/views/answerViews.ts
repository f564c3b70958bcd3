import * as vscode from 'vscode';
import type { ArmRun, Comparison } from '../../../core/compare/comparison.ts';
import { groupBy } from '../../../core/compare/groupBy.ts';
import { inputsOfBlocks } from '../../../core/compare/judgeComparison.ts';
import { wordDiff } from '../../../core/compare/wordDiff.ts';
import type {
  AnswersView,
  BlindView,
  ChoiceView,
  CompareActionId,
  CompareActionView,
} from '../../../webview/compareProtocol.ts';
import type { CompareModel } from '../compareModel.ts';
import { inputLabel, reasonOf } from './runViews.ts';

/** A pair of runs from one block whose answers are kept. */
export interface AnswerPair {
  readonly a: ArmRun;
  readonly b: ArmRun;
}

/** Runs that count and whose answers are kept. */
export function answeredRuns(
  { setup, outcome }: Comparison,
  answers: CompareModel['answers'],
): readonly ArmRun[] {
  return outcome.runs.filter((run) => answers.has(run.id) && reasonOf(setup, run) === null);
}

/** The pairs of answers of the first arm and each other one, block by block. */
export function answerPairs(comparison: Comparison, answers: CompareModel['answers']): readonly AnswerPair[] {
  const [first, ...others] = comparison.setup.arms.map(({ name }) => name);
  const runs = answeredRuns(comparison, answers);
  return runs
    .filter(({ arm }) => arm === first)
    .flatMap((a) =>
      others.flatMap((name) => {
        const b = runs.find((run) => run.arm === name && run.block === a.block);
        return b === undefined ? [] : [{ a, b }];
      }),
    );
}

/** The pairs by the position of their input; inputs without any are absent. */
function pairsByInput({ comparison, answers }: CompareModel): ReadonlyMap<number, readonly AnswerPair[]> {
  if (comparison === null) return new Map();
  const { setup, outcome } = comparison;
  const inputOf = inputsOfBlocks(setup, outcome.runs);
  return groupBy(answerPairs(comparison, answers), ({ a }) =>
    setup.inputs.findIndex(({ name }) => name === inputOf.get(a.block)),
  );
}

/** The input whose answers are shown: the chosen one, else the first that has any. */
function shownAt({ shownInput }: CompareModel, pairs: ReadonlyMap<number, unknown>): number {
  return pairs.has(shownInput) ? shownInput : Math.min(...pairs.keys());
}

/** The pairs of answers to the input that is shown. */
export function shownPairs(model: CompareModel): readonly AnswerPair[] {
  const pairs = pairsByInput(model);
  return pairs.get(shownAt(model, pairs)) ?? [];
}

/** Two answers side by side, what one has alone marked; null without a pair. */
export function answersView(model: CompareModel): AnswersView | null {
  const { t } = vscode.l10n;
  const { comparison, answers, shownPair, phase } = model;
  if (comparison === null || phase === 'running') return null;
  const pairs = shownPairs(model);
  const pair = pairs[shownPair];
  if (pair === undefined) return null;
  const textOf = ({ id }: ArmRun) => answers.get(id) ?? '';
  const parts = wordDiff(textOf(pair.a), textOf(pair.b));
  const title = ({ arm }: ArmRun) => {
    const label = comparison.setup.arms.find(({ name }) => name === arm)?.label ?? '';
    return `${arm} · ${label}`;
  };
  return {
    position: t('{0} of {1}', shownPair + 1, pairs.length),
    input: inputChoice(model, comparison),
    left: { title: title(pair.a), parts: parts.filter(({ kind }) => kind !== 'added') },
    right: { title: title(pair.b), parts: parts.filter(({ kind }) => kind !== 'removed') },
    buttons: [
      ...(shownPair > 0 ? [action('previous-answers', t('Previous'))] : []),
      ...(shownPair < pairs.length - 1 ? [action('next-answers', t('Next'))] : []),
    ],
  };
}

function inputChoice(model: CompareModel, { setup }: Comparison): ChoiceView | null {
  if (setup.inputs.length === 1) return null;
  const pairs = pairsByInput(model);
  const shown = shownAt(model, pairs);
  return {
    id: 'input',
    label: vscode.l10n.t('Values'),
    options: setup.inputs.flatMap(({ label }, at) =>
      pairs.has(at) ? [{ value: String(at), label, chosen: at === shown }] : [],
    ),
  };
}

/** The pair that waits for a judgement; null while nobody judges. */
export function blindView({ comparison, judging, answers }: CompareModel): BlindView | null {
  const { t } = vscode.l10n;
  const [pair] = judging ?? [];
  if (comparison === null || judging === null || pair === undefined) return null;
  const { setup, outcome } = comparison;
  const all = answerPairs(comparison, answers).length;
  const place = t('{0} of {1}', all - judging.length + 1, all);
  const input = inputsOfBlocks(setup, outcome.runs).get(pair.block) ?? '';
  return {
    position: setup.inputs.length === 1 ? place : t('{0}, {1}', place, inputLabel(setup, input)),
    left: answers.get(pair.left.run) ?? '',
    right: answers.get(pair.right.run) ?? '',
    choices: [
      { preference: 'left', label: t('1: Left'), key: '1' },
      { preference: 'right', label: t('2: Right'), key: '2' },
      { preference: 'tie', label: t('=: Alike'), key: '=' },
      { preference: 'neither', label: t('x: Neither'), key: 'x' },
    ],
    buttons: [action('end-judging', t('End Judging'))],
  };
}

function action(id: CompareActionId, label: string): CompareActionView {
  return { action: id, label, primary: false };
}
