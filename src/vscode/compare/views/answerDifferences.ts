import * as vscode from 'vscode';
import { type AnswerComparison, compareAnswers } from '../../../core/compare/answerDistance.ts';
import type { Comparison } from '../../../core/compare/comparison.ts';
import { inputsOfBlocks } from '../../../core/compare/judgeComparison.ts';
import type { CompareModel } from '../compareModel.ts';
import { answeredRuns } from './answerViews.ts';
import { trims } from './trims.ts';

/** How much the answers of an arm differ from those of the first one. */
export interface AnswerDifference {
  readonly text: string;
  /** More than the first arm’s own differ. */
  readonly differsMore: boolean;
}

const known = new WeakMap<CompareModel['answers'], readonly AnswerDifference[]>();

/** One for each arm but the first, whose own answers are the yardstick; none where too few are kept. */
export function answerDifferences({ comparison, answers, phase }: CompareModel): readonly AnswerDifference[] {
  if (comparison === null || phase === 'running') return [];
  // All pairs of answers are looked at, so once for the same answers.
  const differences = known.get(answers) ?? compareArms(comparison, answers);
  known.set(answers, differences);
  return differences;
}

function compareArms(comparison: Comparison, answers: CompareModel['answers']): readonly AnswerDifference[] {
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
    const text = differenceText(compared, a.name, b.name, trims(comparison.setup));
    return [{ text, differsMore: compared.differMore }];
  });
}

function differenceText(compared: AnswerComparison, a: string, b: string, isTrim: boolean): string {
  const { t } = vscode.l10n;
  if (compared.identical) return t('The answers of {0} and {1} are all the same, to the letter.', a, b);
  const figures = figuresText(compared, a);
  if (!compared.differMore) {
    return t('{0}’s answers differ from {1}’s no more than {1}’s own answers differ ({2}).', b, a, figures);
  }
  return isTrim
    ? t(
        '{0}’s answers differ from {1}’s more than {1}’s own answers differ ({2}): an instruction may have gone with the words that were taken out. Read some of them before you keep it.',
        b,
        a,
        figures,
      )
    : t(
        '{0}’s answers differ from {1}’s more than {1}’s own answers differ ({2}): read some of them before you keep it.',
        b,
        a,
        figures,
      );
}

function figuresText({ between, own, same }: AnswerComparison, a: string): string {
  const { t } = vscode.l10n;
  const [usual, most] = [distanceText(between), distanceText(own)];
  if (same === 0) {
    return t(
      'usually by {0}, three in four pairs of {1}’s own by at most {2}; 0 is the same wording',
      usual,
      a,
      most,
    );
  }
  // Not all of them are, and some are.
  const percent = Math.min(99, Math.max(1, Math.round(100 * same)));
  return t(
    'usually by {0}, three in four pairs of {1}’s own by at most {2}; 0 is the same wording, and {3} % of the pairs are the same to the letter',
    usual,
    a,
    most,
    percent,
  );
}

function distanceText(distance: number): string {
  return distance.toLocaleString(vscode.env.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
