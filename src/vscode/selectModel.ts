import * as vscode from 'vscode';
import type { Connections } from './connections.ts';
import type { FirstTextTimes } from './firstTextTimes.ts';
import type { Keys } from './keys.ts';
import { pickModel } from './modelPick.ts';
import type { Models } from './models.ts';
import type { OutputController } from './output/outputController.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import { readSetting } from './settings.ts';

/** What picking a model works on. */
export interface SelectModelParts {
  readonly connections: Connections;
  readonly keys: Keys;
  readonly models: Models;
  readonly promptParameters: PromptParameters;
  readonly times: FirstTextTimes;
  readonly output: OutputController;
}

/**
 * Lets the person pick the model of one prompt, or without a prompt the model of all prompts that name none.
 * Resolves to whether it changed.
 */
export async function selectModel(prompt: Prompt | null, parts: SelectModelParts): Promise<boolean> {
  const { connections, keys, models, promptParameters, times, output } = parts;
  const endpoint = connections.endpoint();
  const { origin } = endpoint;
  const kept = await models.defaultModel(origin);
  const current = (prompt === null ? null : promptParameters.chosenModel(prompt.key, prompt.uri)) ?? kept;
  const id = await pickModel({
    promptKey: prompt?.key ?? null,
    current,
    times,
    known: () => models.known(origin),
    refresh: async () => {
      const auth = readSetting(vscode.workspace.getConfiguration(), 'promptTuner.auth');
      const key = auth === 'none' ? null : await keys.find(origin);
      if (auth !== 'none' && key === null) return false;
      const connection = connections.withKey(endpoint, key?.key ?? null);
      return typeof (await models.refresh(connection, AbortSignal.timeout(10_000))) === 'number';
    },
  });
  if (id === null || (id === current && output.model.situation.kind !== 'needs-model')) return false;
  if (prompt === null) await models.keepDefault(id);
  else await promptParameters.change(prompt.key, { model: id });
  return true;
}
