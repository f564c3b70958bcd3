import * as vscode from 'vscode';
import {
  type ArmAnswers,
  answersOfArm,
  type JsonPlace,
  structureChange,
} from '../../../core/compare/answerShape.ts';
import { formatTokens } from '../../numbers.ts';
import type { CompareModel } from '../compareModel.ts';
import { answeredRuns } from './answerViews.ts';

const mostPlaces = 3;

const known = new WeakMap<CompareModel['answers'], readonly string[]>();

/** Length, JSON and its structure of each arm's answers against the first's; empty where none are kept. */
export function answerShapeTexts({ comparison, answers }: CompareModel): readonly string[] {
  if (comparison === null) return [];
  const texts = known.get(answers) ?? shapeTexts(comparison, answers);
  known.set(answers, texts);
  return texts;
}

function shapeTexts(
  comparison: NonNullable<CompareModel['comparison']>,
  answers: CompareModel['answers'],
): readonly string[] {
  const { t } = vscode.l10n;
  const runs = answeredRuns(comparison, answers);
  const arms = comparison.setup.arms.map(({ name }) => {
    const own = runs.filter(({ arm }) => arm === name).map(({ id }) => answers.get(id) ?? '');
    return { name, own, facts: answersOfArm(own) };
  });
  const [first, ...others] = arms;
  if (first === undefined || others.length === 0 || arms.some(({ own }) => own.length === 0)) return [];
  const lengths = arms.map(({ name, facts }) => lengthText(name, facts)).join(', ');
  const hasJson = arms.some(({ facts }) => facts.json > 0);
  const valid = arms.map(({ name, facts }) => t('{0} {1}/{2}', name, facts.json, facts.answers)).join(', ');
  return [
    t('Median length of the answers in characters: {0}.', lengths),
    ...(hasJson ? [t('Answers that are valid JSON: {0}.', valid)] : []),
    ...others.flatMap(({ name, own }) => structureTexts(first, { name, own })),
  ];
}

function lengthText(name: string, { length, lengthSpread }: ArmAnswers): string {
  const median = formatTokens(Math.round(length ?? 0));
  return lengthSpread === null
    ? vscode.l10n.t('{0} {1}', name, median)
    : vscode.l10n.t('{0} {1} (±{2})', name, median, formatTokens(Math.round(lengthSpread)));
}

interface Answered {
  readonly name: string;
  readonly own: readonly string[];
}

function structureTexts(a: Answered, b: Answered): readonly string[] {
  const { t } = vscode.l10n;
  const change = structureChange(a.own, b.own);
  if (change === null) return [];
  const { lacking, added } = change;
  if (lacking.length === 0 && added.length === 0) {
    return [t('The JSON of {0} is built as that of {1}.', b.name, a.name)];
  }
  return [
    ...(lacking.length === 0
      ? []
      : [t('{0}’s JSON lacks what {1}’s always has: {2}.', b.name, a.name, placesText(lacking))]),
    ...(added.length === 0
      ? []
      : [t('{0}’s JSON has what {1}’s never has: {2}.', b.name, a.name, placesText(added))]),
  ];
}

function placesText(places: readonly (JsonPlace & { readonly answers: number })[]): string {
  const { t } = vscode.l10n;
  const shown = places
    .slice(0, mostPlaces)
    .map(({ path, type, answers }) => t('{0} ({1}) in {2}', path === '' ? '/' : path, type, answers));
  const more = places.length - shown.length;
  return [...shown, ...(more > 0 ? [t('{0} more', more)] : [])].join(', ');
}
