import * as vscode from 'vscode';
import type { ArmChange, Comparison, ComparisonArm } from '../../core/compare/comparison.ts';
import { standingText } from '../../core/compare/standingText.ts';
import { replacePrompt } from '../history/replacePrompt.ts';
import { type Prompt, promptOfRun } from '../prompt.ts';
import type { PromptParameters } from '../promptParameters.ts';
import { currentPrompt } from '../promptSource.ts';
import type { PreparedPrompt } from '../requestPreparation.ts';
import { UserError } from '../userError.ts';
import type { CompareModel } from './compareModel.ts';
import { keepCaching, keepInPrompt } from './keepInPrompt.ts';
import { keepInSettings } from './keepInSettings.ts';
import type { KeptValue } from './keptValue.ts';

/** What keeping an arm works on. */
export interface KeepParts {
  readonly promptParameters: PromptParameters;
  /** The prompt as it would be sent now. */
  readonly prepare: (prompt: Prompt) => Promise<Pick<PreparedPrompt, 'parameters' | 'found'>>;
}

/**
 * Puts an arm's text or value where the prompt has it from, so that it can be undone at once; null where there is no such
 * arm.
 * @throws UserError where the prompt is gone, or its place can't take it
 */
export async function keepArm(
  { setup }: Comparison,
  name: string,
  parts: KeepParts,
): Promise<CompareModel['notice']> {
  const { t } = vscode.l10n;
  const arm = setup.arms.find((candidate) => candidate.name === name);
  const stored = promptOfRun(setup.prompt);
  if (arm === undefined || stored === null) return null;
  const prompt = await standingPrompt(stored, setup.arms);
  if (setup.varied === 'prompt-and-model') return keepBoth(prompt, arm, parts);
  if (setup.varied === 'prompt') return { text: await keepText(prompt, arm), undo: null };
  const { where, undo } = await keepValue(prompt, arm, parts);
  return { text: t('{0} is kept: {1}, in {2}.', name, arm.label, where), undo };
}

// The text is taken back in the editor, where it stands among other edits; the model where its notice is.
async function keepBoth(
  prompt: Prompt,
  arm: ComparisonArm,
  parts: KeepParts,
): Promise<CompareModel['notice']> {
  const { t } = vscode.l10n;
  const { parameters } = await parts.prepare(prompt);
  const textKept = await keepText(prompt, arm);
  if (parameters.model.value === arm.model) return { text: textKept, undo: null };
  const { where, undo } = await keepValue(prompt, arm, parts);
  return {
    text: t(
      '{0} is kept: {1}, the model in {2}. Undo here takes the model back, undo in the editor the text.',
      arm.name,
      arm.label,
      where,
    ),
    undo,
  };
}

/** Puts an arm's text in the place of the prompt's; resolves to what is told of it. */
async function keepText(prompt: Prompt, { name, text }: ComparisonArm): Promise<string> {
  const { t } = vscode.l10n;
  if (text === null) throw new UserError(t('The text of this arm was not kept.'));
  if (text === prompt.text) return t('{0} stands in the editor, as it did before.', name);
  await replacePrompt(prompt, text);
  return t('{0} stands in the editor: one undo there takes it back.', name);
}

async function keepValue(
  prompt: Prompt,
  arm: ComparisonArm,
  { promptParameters, prepare }: KeepParts,
): Promise<KeptValue> {
  const { t } = vscode.l10n;
  const { cache, ...change } = arm.change;
  const [name] = Object.keys(change) as Exclude<keyof ArmChange, 'cache'>[];
  const { parameters, found } = await prepare(prompt);
  if (cache !== undefined) return keepCaching(prompt, found, cache);
  if (name === undefined) throw new UserError(t('This arm changes nothing that could be kept.'));
  const { source, value } = parameters[name];
  if (value === change[name] && source !== 'default') {
    throw new UserError(t('The prompt has this value already.'));
  }
  switch (source) {
    case 'prompt':
      return keepInPrompt(prompt, found, name, arm);
    case 'setting':
      return keepInSettings(prompt.uri, name, change[name]);
    default: {
      const before = promptParameters.panelValues(prompt.key)[name];
      await promptParameters.change(prompt.key, change);
      return {
        where: t('the parameters of this prompt'),
        undo: () => promptParameters.change(prompt.key, { [name]: before }),
      };
    }
  }
}

/**
 * The prompt where it stands now. A selection is found by what the comparison knows of its text: an edit may have moved it,
 * and another arm may stand there.
 */
async function standingPrompt(stored: Prompt, arms: readonly ComparisonArm[]): Promise<Prompt> {
  const { anchor, uri } = stored;
  const [span] = anchor.kind === 'spans' ? anchor.spans : [];
  if (anchor.kind !== 'spans' || anchor.spans.length > 1 || span === undefined) return currentPrompt(stored);
  const document = await vscode.workspace.openTextDocument(uri);
  const source = document.getText();
  const texts = arms.flatMap(({ text }) => text ?? []);
  const there = standingText(source, span.start, texts);
  if (there === null) {
    throw new UserError(
      vscode.l10n.t('The selection was edited since, so there is nothing to put another text in place of.'),
    );
  }
  return { ...stored, text: source.slice(there.start, there.end), anchor: { kind: 'spans', spans: [there] } };
}
