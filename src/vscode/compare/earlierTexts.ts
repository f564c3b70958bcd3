import { posix } from 'node:path';
import * as vscode from 'vscode';
import { isPromptDocument } from '../../core/prompt/promptDocument.ts';
import { isNotebookCell } from '../documentSchemes.ts';
import type { HistoryAccess } from '../history/historyAccess.ts';
import { whenText } from '../history/views/when.ts';
import type { Prompt } from '../prompt.ts';
import { kindOfDocument, promptOfDocument } from '../promptSource.ts';
import { foundIn } from '../sources/foundIn.ts';
import { UserError } from '../userError.ts';
import { gitTexts } from './gitTexts.ts';
import { pickPart, textInVersion } from './textInVersion.ts';
import type { TextSource } from './textSource.ts';

/** Everything that the prompt as it stands can be compared with; the merge base first where the branch differs. */
export async function textSources(prompt: Prompt, history: HistoryAccess): Promise<readonly TextSource[]> {
  return [
    // A notebook's file holds no cell as it stands.
    ...(isNotebookCell(prompt.uri) ? [] : [...(await gitTexts(prompt)), ...savedSource(prompt)]),
    ...versionSource(prompt, history),
    fileSource(),
  ];
}

function savedSource(prompt: Prompt): readonly TextSource[] {
  const { t } = vscode.l10n;
  const { uri } = prompt;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty !== true || open.isUntitled) return [];
  return [
    {
      label: t('Saved'),
      description: t('the file on disk'),
      read: async () => {
        const whole = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        return await textInVersion(prompt, whole, t('saved'));
      },
    },
  ];
}

function versionSource({ key, text }: Prompt, history: HistoryAccess): readonly TextSource[] {
  const { t } = vscode.l10n;
  if (!history.exists) return [];
  return [
    {
      label: t('Earlier Version…'),
      description: t('from the history'),
      read: async () => {
        const store = await history.open();
        const promptId = await store.promptId(key);
        const versionsOf = async (simulated: boolean) =>
          promptId === null
            ? []
            : (await store.versions(promptId, simulated)).map((row) => ({ ...row, simulated }));
        const rows = [...(await versionsOf(false)), ...(await versionsOf(true))];
        const items = await Promise.all(
          rows
            .filter(({ hasText }) => hasText)
            .map(async ({ promptHash, number, lastRunAt, simulated }) => ({
              label: t('v{0}', number),
              // Both kinds are numbered by themselves.
              description: `${whenText(lastRunAt)}${simulated ? t(' · simulated') : ''}`,
              text: (await store.text(promptHash)) ?? '',
            })),
        );
        const others = items.filter((item) => item.text !== text && item.text !== '').reverse();
        if (others.length === 0) throw new UserError(t('The history has no other version of this prompt.'));
        const picked = await vscode.window.showQuickPick(others, { title: t('Compare With') });
        return picked === undefined ? null : { label: picked.label, text: picked.text };
      },
    },
  ];
}

function fileSource(): TextSource {
  const { t } = vscode.l10n;
  return {
    label: t('Another File…'),
    description: '',
    read: async () => {
      const [uri] = (await vscode.window.showOpenDialog({ title: t('Compare With') })) ?? [];
      if (uri === undefined) return null;
      const label = posix.basename(uri.path);
      const document = await vscode.workspace.openTextDocument(uri);
      if (isPromptDocument(kindOfDocument(document))) return { label, text: promptOfDocument(document).text };
      const { prompts } = await foundIn(document);
      const text = await pickPart(prompts, document.getText(), t('Which prompt of {0}?', label), label);
      return text === null ? null : { label, text };
    },
  };
}
