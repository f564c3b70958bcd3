import * as vscode from 'vscode';
import type { Prompt } from '../prompt.ts';
import { UserError } from '../userError.ts';
import { type CompareChoice, choiceOf, plainArm } from './armDraft.ts';
import { type CompareSubject, otherModels } from './compareSubject.ts';
import type { TextSource } from './textSource.ts';

/** The choice between two texts of a prompt; b is held against a. */
export function textArms(
  prompt: Prompt,
  a: { readonly label: string; readonly text: string },
  b: { readonly label: string; readonly text: string },
): CompareChoice {
  if (a.text === b.text) {
    throw new UserError(
      vscode.l10n.t('The prompt is the same as in {0}: there is nothing to compare.', a.label),
    );
  }
  return {
    varied: 'prompt',
    arms: [a, b].map(({ label, text }) => plainArm({ ...prompt, text }, label)),
  };
}

/** Asks for another text of the prompt, which it is held against; null where the person gives up. */
export async function againstText(
  { prompt }: CompareSubject,
  source: TextSource,
): Promise<CompareChoice | null> {
  const other = await source.read();
  if (other === null) return null;
  const own = { label: vscode.l10n.t('as it stands'), text: prompt.text };
  return source.isLater ? textArms(prompt, own, other) : textArms(prompt, other, own);
}

/** Asks for another text and for models: every text with every model, the other text with the first model first. */
export async function choosePromptAndModels(
  subject: CompareSubject,
  sources: readonly TextSource[],
): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const { prompt, prepared } = subject;
  const source = await vscode.window.showQuickPick(sources, {
    title: t('Compare {0}', prompt.title),
    placeHolder: t('the prompt as it stands against'),
  });
  const texts = source === undefined ? null : await againstText(subject, source);
  if (texts === null) return null;
  const now = prepared.parameters.model.value;
  const known = subject.models.find(({ id }) => id === now);
  const models = [{ id: now, name: known?.name ?? now }, ...otherModels(subject)];
  const picked = await vscode.window.showQuickPick(
    models.map(({ id, name }) => ({ label: name, description: id, id, picked: id === now })),
    {
      title: t('Compare {0}', prompt.title),
      placeHolder: t('Two or three models'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  if (picked === undefined) return null;
  if (picked.length < 2) {
    throw new UserError(t('Pick two or three models, or compare the prompt alone.'));
  }
  return choiceOf(
    'prompt-and-model',
    picked.flatMap(({ label, id }) =>
      texts.arms.map((arm) => ({
        ...arm,
        label: `${arm.label} · ${label.replace(/^Claude /, '')}`,
        change: { model: id },
      })),
    ),
  );
}
