import {
  type CodeAction,
  type CodeActionKind,
  type CodeLens,
  commands,
  type Diagnostic,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { call } from './hostRuns.ts';
import { messagesOf } from './hostWindow.ts';

/** The marks of the extension in a document. */
export function marksOf({ uri }: TextDocument): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Prompt Tuner');
}

/** Each marked text with the rule that marks it, in the order of the text. */
export function markedTexts(document: TextDocument): readonly string[] {
  return marksOf(document)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ range, code }) => `${typeof code === 'object' ? code.value : code}: ${document.getText(range)}`);
}

/** Resolves once the marks of a document are as wanted. */
export function untilMarks(
  document: TextDocument,
  wanted: (marks: readonly Diagnostic[]) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!wanted(marksOf(document))) return;
      subscription.dispose();
      resolve();
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** One entry of the list of hints. */
export interface ListedHint {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** A press on a button of the first entry of a list. */
interface Press {
  /** The words of the button. */
  readonly button: string;
  /** What happens between the list and the press. */
  readonly after: () => Promise<void>;
}

/**
 * What a command lists of hints, or null where it shows none; and what it says. The list is dismissed, or a button of it
 * pressed.
 */
export async function listedBy(
  act: () => PromiseLike<unknown>,
  press: Press | null = null,
): Promise<{ readonly list: readonly ListedHint[] | null; readonly said: readonly string[] }> {
  const target: { createQuickPick: unknown } = window;
  const real = target.createQuickPick;
  let list: readonly ListedHint[] | null = null;
  target.createQuickPick = () => {
    const hidden = new EventEmitter<void>();
    const triggered = new EventEmitter<{ readonly button: unknown; readonly item: unknown }>();
    const none = () => ({ dispose: () => {} });
    const pick = {
      items: [] as readonly (ListedHint & { readonly buttons?: readonly { readonly tooltip: string }[] })[],
      onDidHide: hidden.event,
      onDidAccept: none,
      onDidChangeActive: none,
      onDidTriggerItemButton: triggered.event,
      hide: () => hidden.fire(),
      dispose: () => {},
      show: async () => {
        list = pick.items;
        if (press === null) return hidden.fire();
        await press.after();
        const item = pick.items.find(({ buttons = [] }) => buttons.length > 0);
        const button = item?.buttons?.find(({ tooltip }) => tooltip === press.button);
        triggered.fire({ button, item });
      },
    };
    return pick;
  };
  try {
    const messages = await messagesOf(act);
    return { list, said: messages.map(({ text }) => text) };
  } finally {
    target.createQuickPick = real;
  }
}

/** Resolves once a document has been looked at as it stands, with what is listed then. */
export async function looked({ uri }: TextDocument): Promise<readonly ListedHint[]> {
  const { list } = await listedBy(() => call('promptTuner.showHints', uri));
  return list ?? [];
}

/** The code actions that VS Code shows for a range, the whole document unless told. */
export async function actionsIn(
  document: TextDocument,
  kind: CodeActionKind,
  range = new Range(document.positionAt(0), document.positionAt(document.getText().length)),
): Promise<readonly CodeAction[]> {
  for (;;) {
    try {
      const { uri } = document;
      return await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        kind.value,
      );
    } catch (error) {
      // VS Code gives a request up when another provider comes in meanwhile.
      if (!(error instanceof Error) || error.name !== 'Canceled') throw error;
    }
  }
}

/** The code actions that VS Code shows for a range, once there is one: where another provider comes in meanwhile, it may as well show none. */
export async function untilActions(
  document: TextDocument,
  kind: CodeActionKind,
  range?: Range,
): Promise<readonly CodeAction[]> {
  for (;;) {
    const actions = await actionsIn(document, kind, range);
    if (actions.length > 0) return actions;
  }
}

/** Applies a code action as VS Code does. */
export async function take({ edit, command }: CodeAction): Promise<void> {
  if (edit !== undefined && !(await workspace.applyEdit(edit))) throw new Error('The edit was refused.');
  if (command !== undefined) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The words of the line over a document. */
export async function lineOver({ uri }: TextDocument): Promise<readonly string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.flatMap(({ command }) =>
    command?.command.startsWith('promptTuner.') === true ? [command.title] : [],
  );
}

/** Resolves with the lines over a document once its tokens are in them, numbers as n. */
export async function untilLine({ document }: Pick<TextEditor, 'document'>): Promise<readonly string[]> {
  for (;;) {
    const line = await lineOver(document);
    if (line.some((part) => part.startsWith('≈'))) return line.map((part) => part.replace(/[\d,]+/, 'n'));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
