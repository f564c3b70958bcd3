import * as vscode from 'vscode';
import { addToSidecar } from '../../core/prompt/addToSidecar.ts';
import type { VariableUse } from '../../core/prompt/foundPrompt.ts';
import { Disposable } from '../disposable.ts';
import { sourceSelector } from '../documentSchemes.ts';
import { partRange } from './partEdits.ts';
import { keyOfPart, type PartTarget } from './promptParts.ts';
import type { KnownValue, PromptValues } from './promptValues.ts';
import { sidecarText, sidecarUri } from './sidecars.ts';
import { sourceName, undefinedCode } from './sourceDiagnostics.ts';
import type { SourceTracker, TrackedPrompt } from './sourceTracker.ts';

const longestShown = 400;
/** The command behind a quick fix; no person calls it by name. */
export const enterValueCommand = 'promptTuner.enterValue';

/** Offers a variable without a value a place in the file beside the prompt, or a value of the person’s own, and shows the value of one that has one. */
export class VariableActions extends Disposable implements vscode.CodeActionProvider, vscode.HoverProvider {
  readonly #sources: SourceTracker;
  readonly #values: PromptValues;

  constructor(sources: SourceTracker, values: PromptValues) {
    super();
    this.#sources = sources;
    this.#values = values;
    this._register(
      vscode.languages.registerCodeActionsProvider(sourceSelector, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
    this._register(vscode.languages.registerHoverProvider(sourceSelector, this));
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const actions: vscode.CodeAction[] = [];
    for (const diagnostic of diagnostics) {
      const name = undefinedName(diagnostic);
      const prompt = name === null ? null : this.#useAt(document, diagnostic.range.start);
      if (name === null || prompt === null) continue;
      const { identity } = prompt.found;
      const added = await addAction(document.uri, identity, name);
      const offered = [
        ...(added === null ? [] : [added]),
        enterAction({ uri: document.uri, identity }, name),
      ];
      for (const action of offered) action.diagnostics = [diagnostic];
      actions.push(...offered);
    }
    return actions;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const here = this.#useAt(document, position);
    if (here === null) return null;
    const { found, use, range } = here;
    const { known, set } = this.#values.fillingOf(
      { key: keyOfPart(document.uri, found.identity), uri: document.uri },
      found,
    );
    const variable = found.variables.find(({ name }) => name === use.name);
    const value = known.get(use.name);
    const hover = new vscode.MarkdownString();
    hover.appendText(
      value === undefined
        ? vscode.l10n.t('“{0}” has no value: it is asked for when the prompt runs.', use.name)
        : sourceText(value, set?.name ?? ''),
    );
    if (value !== undefined) {
      const shown = variable?.secret === true ? `«${use.name}»` : shortened(value.value);
      hover.appendCodeblock(shown, 'plaintext');
    }
    return new vscode.Hover(hover, range);
  }

  #useAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): (Pick<TrackedPrompt, 'found'> & { readonly use: VariableUse; readonly range: vscode.Range }) | null {
    for (const { found } of this.#sources.current(document)?.prompts ?? []) {
      for (const { text } of found.messages) {
        for (const use of text.variables) {
          const range = partRange(document, text, use);
          if (range.contains(position)) return { found, use, range };
        }
      }
    }
    return null;
  }
}

/** A place for a variable in the file beside its document; null where there is no such file or it can’t be read. */
async function addAction(uri: vscode.Uri, identity: string, name: string): Promise<vscode.CodeAction | null> {
  const beside = sidecarUri(uri);
  if (beside === null) return null;
  const text = await sidecarText(uri);
  const edit = addToSidecar(text ?? '', identity, name);
  if (edit === null) return null;
  const title = vscode.l10n.t('Add “{0}” to {1}', name, beside.path.split('/').at(-1) ?? '');
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = await sidecarEdit(beside, text, edit);
  return action;
}

function enterAction(prompt: PartTarget, name: string): vscode.CodeAction {
  const title = vscode.l10n.t('Enter a Value for “{0}”…', name);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: enterValueCommand, arguments: [prompt, name] };
  return action;
}

function undefinedName({ source, code }: vscode.Diagnostic): string | null {
  const isOurs = source === sourceName && typeof code === 'string' && code.startsWith(`${undefinedCode}:`);
  return isOurs ? code.slice(undefinedCode.length + 1) : null;
}

async function sidecarEdit(
  beside: vscode.Uri,
  text: string | null,
  { start, end, text: inserted }: { readonly start: number; readonly end: number; readonly text: string },
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  if (text === null) {
    edit.createFile(beside, { ignoreIfExists: true });
    edit.insert(beside, new vscode.Position(0, 0), inserted);
    return edit;
  }
  const document = await vscode.workspace.openTextDocument(beside);
  edit.replace(beside, new vscode.Range(document.positionAt(start), document.positionAt(end)), inserted);
  return edit;
}

function sourceText({ source }: KnownValue, set: string): string {
  const { t } = vscode.l10n;
  switch (source) {
    case 'set':
      return t('From the value set “{0}”:', set);
    case 'asked':
      return t('As you gave it last:');
    case 'editor':
      return t('As VS Code fills it now:');
    case 'preset':
      return t('The default of the prompt:');
  }
}

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}
