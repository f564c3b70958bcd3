import { randomInt, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import {
  type Comparison,
  type ComparisonArm,
  type ComparisonInput,
  type ComparisonSetup,
  noOutcome,
  type PrimaryMetric,
  type Varied,
} from '../../core/compare/comparison.ts';
import { planComparison, type RunCount } from '../../core/compare/plan.ts';
import type { Assertion } from '../../core/prompt/assertions.ts';
import { revealSecrets } from '../../core/prompt/hideSecrets.ts';
import type { Role } from '../../core/prompt/promptDocument.ts';
import { asksForCache } from '../../core/request/caching.ts';
import type { Omitted } from '../../core/request/fitRequest.ts';
import { omittedText } from '../output/chipViews.ts';
import type { Prompt } from '../prompt.ts';
import type { PreparedPrompt, RequestPreparation } from '../requestPreparation.ts';
import { runPrompt } from '../runPlan.ts';
import { refuseTurns } from '../sources/refusals.ts';
import { UserError } from '../userError.ts';
import type { ArmDraft, CompareChoice } from './armDraft.ts';
import type { SecretsByInput } from './comparisonSecrets.ts';

/** A look at the first runs, and one after “Run 10 More”. */
const looks = 2;

/** A comparison that was not begun, with what its arms have to do without. */
export interface NewComparison {
  readonly comparison: Comparison;
  /** Empty where its prompt has none. */
  readonly secrets: SecretsByInput;
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
  inputs: readonly ComparisonInput[],
  preparation: RequestPreparation,
  origin: string,
  runs: RunCount,
): Promise<NewComparison> {
  const prepared = await Promise.all(
    drafts.map((draft, at) => armOf(draft, String.fromCharCode(65 + at), inputs, preparation, origin)),
  );
  const omissions = prepared.flatMap(({ arm, omitted }) =>
    omitted.map((entry) => ({ arm, entry, sentence: omittedText(entry) })),
  );
  for (const { arm, entry, sentence } of omissions) {
    if (parameterOf(varied) === entry.parameter) throw new UserError(`${arm.label}: ${sentence}`);
  }
  const arms = prepared.map(({ arm }) => arm);
  const secrets = new Map(
    inputs.map(({ name }, at) => [name, new Map(prepared.flatMap((each) => [...(each.secrets[at] ?? [])]))]),
  );
  const names = new Set([...secrets.values()].flatMap((values) => [...values.keys()]));
  const assertions = prepared[0]?.assertions ?? [];
  const setup: ComparisonSetup = {
    prompt: {
      ...runPrompt({ ...prompt, role: prepared[0]?.role ?? prompt.role }),
      ...(names.size === 0 ? {} : { secrets: [...names] }),
    },
    varied,
    arms,
    inputs,
    metric: 'ttlt',
    plan: planOf(arms, inputs, runs),
    ...(assertions.length === 0 ? {} : { assertions }),
  };
  return {
    comparison: { id: randomUUID(), startedAt: Date.now(), setup, outcome: noOutcome },
    secrets,
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

function planOf(arms: readonly ComparisonArm[], inputs: readonly ComparisonInput[], runs: RunCount) {
  return planComparison({
    arms: arms.map(({ name }) => name),
    inputs: inputs.map(({ name }) => name),
    runs,
    looks,
    pairing: 'with-first',
    seed: randomInt(2 ** 31),
  });
}

interface PreparedArm {
  readonly arm: ComparisonArm;
  readonly role: Role;
  /** By the position of the input. */
  readonly secrets: readonly ReadonlyMap<string, string>[];
  readonly omitted: readonly Omitted[];
  readonly assertions: readonly Assertion[];
}

async function armOf(
  { label, prompt, change, caching }: ArmDraft,
  name: string,
  inputs: readonly ComparisonInput[],
  preparation: RequestPreparation,
  origin: string,
): Promise<PreparedArm> {
  const prepared = await Promise.all(
    inputs.map(({ valueSet = null }) => preparation.prepare(prompt, origin, change, valueSet)),
  );
  const [first] = prepared;
  if (first === undefined) throw new Error('A comparison has one input at least.');
  const missing = new Set(prepared.flatMap((each) => each.missing));
  if (missing.size > 0) {
    throw new UserError(
      vscode.l10n.t('{0} has variables without a value: {1}.', label, [...missing].join(', ')),
    );
  }
  for (const each of prepared) {
    refuseTurns(each);
    refuseAmbiguous(each);
  }
  const arm: ComparisonArm = {
    name,
    label,
    text: prompt.text,
    change,
    model: first.parameters.model.value,
    cache: caching ? 'read' : prepared.some(({ request }) => asksForCache(request.body)) ? 'any' : 'unread',
    requests: prepared.map(({ request, hidden }) => hidden?.shown ?? request),
  };
  const secrets = prepared.map(({ hidden }) => hidden?.values ?? new Map<string, string>());
  return {
    arm,
    role: first.role,
    secrets,
    omitted: first.omitted,
    assertions: first.found?.assertions ?? [],
  };
}

// A comparison is kept with the names of its secrets, which have to lead back to what was meant.
function refuseAmbiguous({ request, hidden }: PreparedPrompt): void {
  if (hidden === null || isDeepStrictEqual(revealSecrets(hidden.shown, hidden.values), request)) return;
  const names = [...hidden.values.keys()].map((name) => `«${name}»`);
  throw new UserError(
    vscode.l10n.t(
      'The prompt or one of its values says {0} itself, which stands for a secret value: call it something else to compare it.',
      names.join(', '),
    ),
  );
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
