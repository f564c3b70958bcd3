import * as vscode from 'vscode';
import { promptTitle } from '../../core/prompt/promptDocument.ts';
import { Disposable } from '../disposable.ts';
import { kindOfDocument } from '../promptSource.ts';
import type { FixedText } from './applyFixes.ts';

const scheme = 'prompt-tuner-fixed';

/** Shows what fixes would make of a document beside what it is, and asks. */
export class FixedPreview extends Disposable {
  #shown = 0;
  #content = '';

  constructor() {
    super();
    this._register(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => this.#content,
      }),
    );
  }

  /** Whether the person wants the fixes after having seen them; `saving` says what they save. */
  async confirm({ document, after, fixes }: FixedText, saving: string): Promise<boolean> {
    const { t } = vscode.l10n;
    const title = promptTitle(document.uri.path, kindOfDocument(document));
    this.#content = after;
    // Another address each time, for VS Code would show what stood under the old one.
    const uri = document.uri.with({ scheme, authority: '', fragment: '', query: String(++this.#shown) });
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, t('{0} (shortened)', title), {
      preview: true,
    });
    const question =
      fixes.length === 1
        ? t('Apply 1 change to {0}? {1}', title, saving)
        : t('Apply {0} changes to {1}? {2}', fixes.length, title, saving);
    const answer = await ask(uri, question);
    await vscode.window.tabGroups.close(tabsOf(uri), true);
    return answer;
  }
}

// Stays until answered, above the comparison, which can be scrolled meanwhile.
async function ask(uri: vscode.Uri, question: string): Promise<boolean> {
  const { t } = vscode.l10n;
  const pick = vscode.window.createQuickPick();
  const apply = { label: t('Apply'), iconPath: new vscode.ThemeIcon('check') };
  const cancel = { label: t('Cancel'), iconPath: new vscode.ThemeIcon('close') };
  pick.title = question;
  pick.placeholder = t('Escape leaves the prompt as it is');
  pick.items = [apply, cancel];
  pick.ignoreFocusOut = true;
  const closed = vscode.window.tabGroups.onDidChangeTabs(() => {
    if (tabsOf(uri).length === 0) pick.hide();
  });
  try {
    return await new Promise<boolean>((resolve) => {
      pick.onDidAccept(() => resolve(pick.activeItems[0] === apply));
      pick.onDidHide(() => resolve(false));
      pick.show();
    });
  } finally {
    closed.dispose();
    pick.dispose();
  }
}

function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
  );
}
