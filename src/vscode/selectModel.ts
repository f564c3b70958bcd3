import type { Connections } from './connections.ts';
import type { EffectiveParameters } from './effectiveParameters.ts';
import type { HistoryAccess } from './history/historyAccess.ts';
import { promptTimes } from './history/promptTimes.ts';
import { pickModel } from './modelPick.ts';
import type { Models } from './models.ts';
import type { OutputController } from './output/outputController.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import { foundFor } from './sources/foundFor.ts';

/** What picking a model works on. */
export interface SelectModelParts {
  readonly connections: Connections;
  readonly models: Models;
  readonly promptParameters: PromptParameters;
  readonly effective: EffectiveParameters;
  readonly history: HistoryAccess;
  readonly output: OutputController;
}

/**
 * Lets the person pick the model of one prompt, or without a prompt the model of all prompts that name none.
 * Resolves to whether it changed.
 */
export async function selectModel(prompt: Prompt | null, parts: SelectModelParts): Promise<boolean> {
  const { connections, models, promptParameters, effective, history, output } = parts;
  const { origin } = connections.endpoint();
  const open = await connections.open();
  if (open === 'declined') return false;
  const kept = await models.defaultModel(origin);
  const current = prompt === null ? kept : await modelOf(prompt, effective);
  const id = await pickModel({
    current,
    times: prompt === null ? new Map() : await promptTimes(prompt.key, history),
    known: () => models.known(origin),
    refresh: async () => {
      if (open === 'no-key') return false;
      return typeof (await models.refresh(open.connection, AbortSignal.timeout(10_000))) === 'number';
    },
  });
  if (id === null || (id === current && output.model.situation.kind !== 'needs-model')) return false;
  if (prompt === null) await models.keepDefault(id);
  else await promptParameters.change(prompt.key, { model: id });
  return true;
}

async function modelOf(prompt: Prompt, effective: EffectiveParameters): Promise<string> {
  const { found } = await foundFor(prompt);
  return effective.of(prompt, found).parameters.model.value;
}
