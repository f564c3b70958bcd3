import * as vscode from 'vscode';
import { compareAnswers } from '../../../core/compare/answerDistance.ts';
import { leftOutReason } from '../../../core/compare/comparedRun.ts';
import type { ArmRun, Comparison } from '../../../core/compare/comparison.ts';
import { cacheStates, inputsOfBlocks } from '../../../core/compare/judgeComparison.ts';
import { wordDiff } from '../../../core/compare/wordDiff.ts';
import type {
  AnswersView,
  BlindView,
  CompareActionId,
  CompareActionView,
} from '../../../webview/compareProtocol.ts';
import type { CompareModel } from '../compareModel.ts';

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
  const caches = cacheStates(setup);
  return outcome.runs.filter(
    (run) => answers.has(run.id) && leftOutReason({ ...run, value: null }, caches[run.arm] ?? 'any') === null,
  );
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

/** Two answers side by side, what one has alone marked; null without a pair. */
export function answersView({ comparison, answers, shownPair, phase }: CompareModel): AnswersView | null {
  const { t } = vscode.l10n;
  if (comparison === null || phase === 'running') return null;
  const pairs = answerPairs(comparison, answers);
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
    left: { title: title(pair.a), parts: parts.filter(({ kind }) => kind !== 'added') },
    right: { title: title(pair.b), parts: parts.filter(({ kind }) => kind !== 'removed') },
    buttons: [
      ...(shownPair > 0 ? [action('previous-answers', t('Previous'))] : []),
      ...(shownPair < pairs.length - 1 ? [action('next-answers', t('Next'))] : []),
    ],
  };
}

const known = new WeakMap<CompareModel['answers'], readonly string[]>();

/** How much the answers differ, with the first arm's own as the yardstick; empty where too few are kept. */
export function answerTexts({ comparison, answers, phase }: CompareModel): readonly string[] {
  if (comparison === null || phase === 'running') return [];
  // All pairs of answers are looked at, so once for the same answers.
  const texts = known.get(answers) ?? differenceTexts(comparison, answers);
  known.set(answers, texts);
  return texts;
}

function differenceTexts(comparison: Comparison, answers: CompareModel['answers']): readonly string[] {
  const { t } = vscode.l10n;
  const { arms, inputs } = comparison.setup;
  const runs = answeredRuns(comparison, answers);
  const inputOf = inputsOfBlocks(comparison.setup, comparison.outcome.runs);
  const answersOf = (name: string) =>
    inputs.map((input) =>
      runs
        .filter((run) => run.arm === name && inputOf.get(run.block) === input.name)
        .map(({ id }) => answers.get(id) ?? ''),
    );
  const [a, ...others] = arms;
  if (a === undefined) return [];
  return others.flatMap((b) => {
    const compared = compareAnswers(answersOf(a.name), answersOf(b.name));
    if (compared === null) return [];
    if (compared.identical)
      return [t('The answers of {0} and {1} are all the same, to the letter.', a.name, b.name)];
    const [between, own] = [compared.between.toFixed(2), compared.own.toFixed(2)];
    const same =
      compared.same === 0
        ? []
        : [
            t(
              'Of the pairs of an answer of {0} and one of {1}, {2} % are the same to the letter.',
              a.name,
              b.name,
              // Not all of them are, and some are.
              Math.min(99, Math.max(1, Math.round(100 * compared.same))),
            ),
          ];
    return [
      compared.differMore
        ? t(
            '{0}’s answers differ from {1}’s more than {1}’s own answers differ ({2} against {3}, 0 is the same wording): read some of them before you keep it.',
            b.name,
            a.name,
            between,
            own,
          )
        : t(
            '{0}’s answers differ from {1}’s no more than {1}’s own answers differ ({2} against {3}, 0 is the same wording).',
            b.name,
            a.name,
            between,
            own,
          ),
      ...same,
    ];
  });
}

/** The pair that waits for a judgement; null while nobody judges. */
export function blindView({ comparison, judging, answers }: CompareModel): BlindView | null {
  const { t } = vscode.l10n;
  const [pair] = judging ?? [];
  if (comparison === null || judging === null || pair === undefined) return null;
  const all = answerPairs(comparison, answers).length;
  return {
    position: t('{0} of {1}', all - judging.length + 1, all),
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
