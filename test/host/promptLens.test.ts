import {
  type CodeLensProvider,
  commands,
  type Disposable,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { closeEditors, openUntitled, setOwn } from '../support/hostRuns.ts';

let onAsked: (document: TextDocument) => void = () => {};

// VS Code asks all who may have lines over a document at once.
const other: CodeLensProvider = {
  provideCodeLenses: (document) => {
    onAsked(document);
    return [];
  },
};

function untilAsked(document: TextDocument): Promise<void> {
  return new Promise((resolve) => {
    onAsked = (asked) => {
      if (asked === document) resolve();
    };
  });
}

describe('the line over a prompt', () => {
  let registered: Disposable;
  const register = () => {
    registered = languages.registerCodeLensProvider({ language: 'prompt' }, other);
  };
  before(() => setOwn('promptTuner.hints.enable', false));
  afterEach(async () => {
    registered.dispose();
    await closeEditors();
  });
  after(() => setOwn('promptTuner.hints.enable', undefined));

  // VS Code takes all lines away then, asks for them a little later, and never where the focus leaves meanwhile.
  it('comes back where another extension brings lines and the focus leaves at once', async () => {
    const notes = await workspace.openTextDocument({ language: 'plaintext', content: 'Notes' });
    await window.showTextDocument(notes, { viewColumn: 2 });
    const { document } = await openUntitled('prompt', 'Name a river of Asia.\n');
    register();
    // Once more than what is still told of a prompt that was just opened could hide.
    for (let round = 1; round <= 3; round++) {
      await commands.executeCommand('workbench.action.focusFirstEditorGroup');
      await untilAsked(document);
      registered.dispose();
      register();
      await commands.executeCommand('workbench.action.focusSecondEditorGroup');
      await untilAsked(document);
    }
  });
});
