import type { ChipId } from '../webview/protocol.ts';
import { changeChip } from './chipPicks.ts';
import type { Connections } from './connections.ts';
import type { OutputController } from './output/outputController.ts';
import type { ChipFacts } from './output/situation.ts';
import type { PromptParameters } from './promptParameters.ts';
import { currentPrompt } from './promptSource.ts';
import type { RefusedParameters } from './refusedParameters.ts';
import { chipFacts, type RequestPreparation } from './requestPreparation.ts';
import type { RunFlow } from './runFlow.ts';
import { askValues } from './sources/askValues.ts';
import { foundFor } from './sources/foundFor.ts';
import type { PromptValues } from './sources/promptValues.ts';
import type { ValueEditor } from './sources/valueEditor.ts';

/** What a press on a chip works on. */
export interface ChipActionParts {
  readonly connections: Connections;
  readonly flow: RunFlow;
  readonly output: OutputController;
  readonly preparation: RequestPreparation;
  readonly promptParameters: PromptParameters;
  readonly promptValues: PromptValues;
  readonly valueEditor: ValueEditor;
  readonly refused: RefusedParameters;
  readonly selectModel: () => Promise<void>;
}

/** Lets the person change what a chip shows, for the prompt that was run last. */
export async function onChip(chip: ChipId, parts: ChipActionParts): Promise<void> {
  const { flow, output, promptParameters } = parts;
  if (chip === 'model') return parts.selectModel();
  const facts = output.model.chips;
  const prompt = flow.lastPrompt;
  if (facts === null || prompt === null) return;
  if (chip === 'role') {
    await promptParameters.change(prompt.key, { role: facts.role === 'user' ? 'system' : 'user' });
    return renewChips(parts);
  }
  if (chip === 'values') {
    const { found } = await foundFor(await currentPrompt(prompt));
    if (found !== null && (await askValues(prompt, found, parts))) await renewChips(parts);
    return;
  }
  if (!(await changeChip(chip, prompt.key, facts, parts))) return;
  // A parameter that the person sets anew deserves another try where the model refused it before.
  const { record } = output;
  if (record !== null) await parts.refused.forget(record.origin, record.request.body.model);
  await renewChips(parts);
}

/** Shows the parameters of the next run after one of them changed. */
export async function renewChips(parts: ChipActionParts): Promise<void> {
  const { flow, output } = parts;
  const key = flow.lastPrompt?.key;
  const chips = await nextChips(parts);
  if (chips !== null && flow.lastPrompt?.key === key) output.update({ chips });
}

/** The parameters of the next run of the last prompt; null before the first one. */
export async function nextChips({
  flow,
  connections,
  preparation,
}: ChipActionParts): Promise<ChipFacts | null> {
  const prompt = flow.lastPrompt;
  if (prompt === null) return null;
  return chipFacts(await preparation.prepare(prompt, connections.endpoint().origin));
}
