import * as vscode from 'vscode';
import type { HistoryAccess } from '../history/historyAccess.ts';
import type { CompareChoice } from './armDraft.ts';
import { type CompareSubject, otherModels } from './compareSubject.ts';
import { textSources } from './earlierTexts.ts';
import { fixedSources } from './fixedTexts.ts';
import { chooseValues, offeredParameters, parameterLabel, valueNow } from './parameterChoices.ts';
import { againstText, choosePromptAndModels } from './textChoices.ts';

interface Item extends vscode.QuickPickItem {
  readonly choose?: () => Promise<CompareChoice | null>;
}

/** Asks what to compare; null where the person gives up. */
export async function chooseComparison(
  subject: CompareSubject,
  history: HistoryAccess,
): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const sources = [...(await textSources(subject.prompt, history)), ...(await fixedSources(subject))];
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: Item[] = [
    separator(t('the prompt as it stands against')),
    ...sources.map((source) => ({
      label: source.label,
      description: source.description,
      choose: () => againstText(subject, source),
    })),
    ...(otherModels(subject).length === 0
      ? []
      : [
          {
            label: t('Prompt and Model…'),
            description: t('two texts, each with two or three models'),
            choose: () => choosePromptAndModels(subject, sources),
          },
        ]),
    separator(t('the same prompt with another')),
    ...offeredParameters(subject).map((parameter) => ({
      label: parameterLabel(parameter),
      description: valueNow(parameter, subject),
      choose: () => chooseValues(parameter, subject),
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Compare {0}', subject.prompt.title),
    placeHolder: t('What shall differ? One thing only, or the prompt and the model.'),
  });
  return (await picked?.choose?.()) ?? null;
}
