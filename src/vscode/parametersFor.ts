import * as vscode from 'vscode';
import type { FoundPrompt } from '../core/prompt/foundPrompt.ts';
import { type PromptSettings, promptSettings } from '../core/prompt/promptSettings.ts';
import { findModel } from '../core/request/catalogue.ts';
import type { ModelInfo } from '../core/request/model.ts';
import { modelNamed } from '../core/request/modelName.ts';
import { type Parameters, type ParameterValues, resolveParameters } from '../core/request/parameters.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';

/** What decides a prompt's parameters beside the prompt itself. */
export interface ParameterBasis {
  readonly promptParameters: PromptParameters;
  /** The models that are known. */
  readonly models: readonly ModelInfo[];
  readonly defaultModel: string;
  /** What an arm of a comparison says before everybody else. */
  readonly arm?: Partial<ParameterValues>;
  /** The system prompt that the prompt brings with it; absent where it brings none. */
  readonly system?: string;
}

/** The parameters of a prompt, and what it says of them itself. */
export interface PromptsParameters {
  readonly parameters: Parameters;
  readonly settings: PromptSettings;
}

/** The parameters that a prompt is run with, each by the strongest that names it; what was found of the prompt has its say. */
export function parametersFor(
  { key, uri }: Pick<Prompt, 'key' | 'uri'>,
  found: FoundPrompt | null,
  { promptParameters, models, defaultModel, arm = {}, system }: ParameterBasis,
): PromptsParameters {
  // A folder that is not trusted decides no more by its prompts than by its settings.
  const obeyed = vscode.workspace.isTrusted ? found : null;
  const settings = promptSettings(obeyed?.parameters ?? []);
  const own: Partial<ParameterValues> = {
    ...settings.values,
    ...modelOf(obeyed, settings.values.model, models),
    ...(system === undefined ? {} : { system }),
  };
  const parameters = resolveParameters(
    [
      { source: 'comparison', values: arm },
      ...promptParameters.layers(key, uri, defaultModel),
      { source: 'prompt', values: own },
    ],
    models,
  );
  return { parameters, settings };
}

/** The model that a prompt names: an id as it is written, a name by its id, retired or not; one that is not known stays as it is too. */
function modelOf(
  found: FoundPrompt | null,
  named: string | undefined,
  models: readonly ModelInfo[],
): { readonly model?: string } {
  const name = named ?? found?.unread.find(({ reason }) => reason === 'unknown-model')?.name;
  if (name === undefined) return {};
  const isId = findModel(models, name) !== null;
  return { model: isId ? name : (modelNamed(models, name)?.id ?? name) };
}
