import { randomInt, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import {
  type Comparison,
  type ComparisonArm,
  type ComparisonSetup,
  noOutcome,
  type PrimaryMetric,
  type Varied,
} from '../../core/compare/comparison.ts';
import { planComparison, type RunCount } from '../../core/compare/plan.ts';
import type { Assertion } from '../../core/prompt/assertions.ts';
import { asksForCache } from '../../core/request/caching.ts';
import type { Omitted } from '../../core/request/fitRequest.ts';
import { omittedText } from '../output/chipViews.ts';
import type { Prompt } from '../prompt.ts';
import type { RequestPreparation } from '../requestPreparation.ts';
import { runPrompt } from '../runFlow.ts';
import { UserError } from '../userError.ts';
import type { ArmDraft, CompareChoice } from './armDraft.ts';

/** A look at the first runs, and one after “Run 10 More”. */
const looks = 2;

/** A comparison that was not begun, with what its arms have to do without. */
export interface NewComparison {
  readonly comparison: Comparison;
  /** One sentence each. */
  readonly remarks: readonly string[];
}

/**
 * Plans a comparison of a prompt; sends nothing.
 * @throws UserError where a model does not take what shall vary
 */
export async function newComparison(
  prompt: Prompt,
  { varied, arms: drafts }: CompareChoice,
  preparation: RequestPreparation,
  origin: string,
  runs: RunCount,
): Promise<NewComparison> {
  const { t } = vscode.l10n;
  const prepared = await Promise.all(
    drafts.map(async (draft, at) => armOf(draft, String.fromCharCode(65 + at), preparation, origin)),
  );
  const omissions = prepared.flatMap(({ arm, omitted }) =>
    omitted.map((entry) => ({ arm, entry, sentence: omittedText(entry) })),
  );
  for (const { arm, entry, sentence } of omissions) {
    if (parameterOf(varied) === entry.parameter) throw new UserError(`${arm.label}: ${sentence}`);
  }
  const arms = prepared.map(({ arm }) => arm);
  const assertions = prepared[0]?.assertions ?? [];
  const inputs = [{ name: 'as it stands', label: t('as it stands') }];
  const setup: ComparisonSetup = {
    prompt: runPrompt(prompt),
    varied,
    arms,
    inputs,
    metric: 'ttlt',
    plan: planOf(arms, inputs, runs),
    ...(assertions.length === 0 ? {} : { assertions }),
  };
  return {
    comparison: { id: randomUUID(), startedAt: Date.now(), setup, outcome: noOutcome },
    remarks: omissions.map(({ arm, entry, sentence }) => `${arm.name}, ${entry.parameter}: ${sentence}`),
  };
}

/** The same comparison with another number of runs or another metric; only before its first run. */
export function replanned(
  comparison: Comparison,
  change: { readonly runs?: RunCount; readonly metric?: PrimaryMetric },
): Comparison {
  const { setup } = comparison;
  const runs = change.runs ?? setup.plan.runs;
  const metric = change.metric ?? setup.metric;
  return { ...comparison, setup: { ...setup, metric, plan: planOf(setup.arms, setup.inputs, runs) } };
}

/** The same comparison to be made anew, with another order. */
export function anew(comparison: Comparison): Comparison {
  return {
    ...replanned(comparison, {}),
    id: randomUUID(),
    startedAt: Date.now(),
    outcome: noOutcome,
  };
}

function planOf(arms: readonly ComparisonArm[], inputs: ComparisonSetup['inputs'], runs: RunCount) {
  return planComparison({
    arms: arms.map(({ name }) => name),
    inputs: inputs.map(({ name }) => name),
    runs,
    looks,
    pairing: 'with-first',
    seed: randomInt(2 ** 31),
  });
}

async function armOf(
  { label, prompt, change, caching }: ArmDraft,
  name: string,
  preparation: RequestPreparation,
  origin: string,
): Promise<{
  readonly arm: ComparisonArm;
  readonly omitted: readonly Omitted[];
  readonly assertions: readonly Assertion[];
}> {
  const { request, omitted, parameters, missing, found } = await preparation.prepare(prompt, origin, change);
  if (missing.length > 0) {
    throw new UserError(vscode.l10n.t('{0} has variables without a value: {1}.', label, missing.join(', ')));
  }
  const arm: ComparisonArm = {
    name,
    label,
    text: prompt.text,
    change,
    model: parameters.model.value,
    cache: caching ? 'read' : asksForCache(request.body) ? 'any' : 'unread',
    requests: [request],
  };
  return { arm, omitted, assertions: found?.assertions ?? [] };
}

function parameterOf(varied: Varied): Omitted['parameter'] | null {
  switch (varied) {
    case 'effort':
    case 'thinking':
    case 'temperature':
      return varied;
    case 'max-tokens':
      return 'maxTokens';
    default:
      return null;
  }
}
