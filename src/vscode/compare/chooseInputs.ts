import * as vscode from 'vscode';
import type { ComparisonInput } from '../../core/compare/comparison.ts';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import type { Prompt } from '../prompt.ts';
import { type AskParts, askMissing, valuesText } from '../sources/askValues.ts';
import type { PromptValues } from '../sources/promptValues.ts';

/**
 * Asks what a prompt is to be filled with, where there is more than one way, and for values that are missing then; null
 * where the person gives up.
 */
export async function chooseInputs(
  prompt: Prompt,
  found: FoundPrompt | null,
  parts: AskParts,
): Promise<readonly ComparisonInput[] | null> {
  const offered = offeredInputs(prompt, found, parts.promptValues);
  const chosen = offered.length === 1 ? offered : await pickInputs(prompt, found, offered);
  if (chosen.length === 0 || found === null) return chosen.length === 0 ? null : chosen;
  const missing = found.variables.filter(({ name }) =>
    chosen.some(
      ({ valueSet = null }) => !parts.promptValues.fillingOf(prompt, found, valueSet).known.has(name),
    ),
  );
  return missing.length === 0 || (await askMissing(prompt, found, missing, parts)) ? chosen : null;
}

/** Every value set, and what was asked for last where that fills the prompt; without value sets that alone. */
function offeredInputs(
  prompt: Prompt,
  found: FoundPrompt | null,
  promptValues: PromptValues,
): readonly ComparisonInput[] {
  const { t } = vscode.l10n;
  if (found === null || found.valueSets.length === 0) {
    return [{ name: 'as it stands', label: t('as it stands') }];
  }
  const { valueSets, variables } = found;
  const { known } = promptValues.fillingOf(prompt, found, null);
  const wereAsked = [...known.values()].some(({ source }) => source === 'asked');
  const names = new Set(valueSets.map(({ name }) => name));
  let name = 'values last asked for';
  while (names.has(name)) name += '*';
  return [
    ...valueSets.map((set) => ({ name: set.name, label: set.name, valueSet: set.name })),
    ...(wereAsked && variables.every((variable) => known.has(variable.name))
      ? [{ name, label: t('values last asked for') }]
      : []),
  ];
}

async function pickInputs(
  prompt: Prompt,
  found: FoundPrompt | null,
  offered: readonly ComparisonInput[],
): Promise<readonly ComparisonInput[]> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showQuickPick(
    offered.map((input) => {
      const set = found?.valueSets.find(({ name }) => name === input.valueSet);
      const detail = set === undefined || found === null ? '' : valuesText(set, found.variables);
      return { label: input.label, detail, picked: true, input };
    }),
    {
      title: t('Values for {0}', prompt.title),
      placeHolder: t('What shall it be run on? Differences are taken within each of them.'),
      canPickMany: true,
    },
  );
  return picked?.map(({ input }) => input) ?? [];
}
