import * as vscode from 'vscode';
import type { ComparisonArm } from '../../core/compare/comparison.ts';
import type { FoundPrompt, PromptParameter } from '../../core/prompt/foundPrompt.ts';
import type { TextEdit } from '../../core/prompt/mappedText.ts';
import type { ParameterName } from '../../core/prompt/parameterChecks.ts';
import { parameterEdit } from '../../core/prompt/parameterEdit.ts';
import { setInSidecar } from '../../core/prompt/setInSidecar.ts';
import type { ParameterValues } from '../../core/request/parameters.ts';
import type { CachePlace } from '../../core/request/rawFields.ts';
import type { Json } from '../../core/request/wireRequest.ts';
import type { Prompt } from '../prompt.ts';
import { showDocument } from '../showDocument.ts';
import { sidecarText, sidecarUri } from '../sources/sidecars.ts';
import { UserError } from '../userError.ts';
import type { KeptValue } from './keptValue.ts';

type Place = Pick<PromptParameter, 'name' | 'value' | 'source' | 'span'>;

// Of several that a prompt has, the first counts.
const namesOf: Readonly<Record<keyof Omit<ParameterValues, 'system'>, readonly ParameterName[]>> = {
  model: ['model'],
  maxTokens: ['max_tokens'],
  temperature: ['temperature'],
  effort: ['effort', 'output_config'],
  thinking: ['thinking'],
};

/**
 * Puts a value where the prompt says it: front matter, the file beside it, the argument of its call.
 * @throws UserError where it has to be done by hand
 */
export async function keepInPrompt(
  prompt: Prompt,
  found: FoundPrompt | null,
  name: keyof typeof namesOf,
  arm: ComparisonArm,
): Promise<KeptValue> {
  const { t } = vscode.l10n;
  const place = placeOf(found, name);
  if (place === null) throw new UserError(t('The place that says this was not found: change it by hand.'));
  const value = valueFor(place, name, arm);
  if (value === null) {
    throw new UserError(
      t('The default has no word there: take “{0}” out of {1} by hand.', place.name, fileOf(prompt, place)),
    );
  }
  const uri = place.source === 'sidecar' ? (sidecarUri(prompt.uri) ?? prompt.uri) : prompt.uri;
  const document = await vscode.workspace.openTextDocument(uri);
  return replaced(document, parameterEdit(document.getText(), place, value));
}

/**
 * Puts a cache breakpoint where the prompt says one, else into the file beside it, which is made where there is none.
 * @throws UserError where there can be no such file, or it holds something else
 */
export async function keepCaching(
  prompt: Prompt,
  found: FoundPrompt | null,
  cache: CachePlace,
): Promise<KeptValue> {
  const { t } = vscode.l10n;
  const place = found?.parameters.find((parameter) => parameter.name === 'cache');
  const before = place?.value ?? 'off';
  if (before === cache) throw new UserError(t('The prompt has this value already.'));
  const beside = sidecarUri(prompt.uri);
  if (place?.source === 'front-matter') {
    const document = await vscode.workspace.openTextDocument(prompt.uri);
    return replaced(document, parameterEdit(document.getText(), place, cache));
  }
  if (beside === null || prompt.anchor.kind === 'spans') {
    throw new UserError(
      t(
        'A cache breakpoint stands in the file beside a prompt, and a selection or an unsaved document has none.',
      ),
    );
  }
  const text = await sidecarText(prompt.uri);
  const identity = prompt.anchor.kind === 'part' ? prompt.anchor.identity : '';
  const edit =
    place?.source === 'sidecar'
      ? parameterEdit(text ?? '', place, cache)
      : setInSidecar(text ?? '', identity, 'cache', cache);
  if (edit === null) throw new UserError(t('{0} can’t be read: mend it first.', nameOf(beside)));
  if (text !== null) return replaced(await vscode.workspace.openTextDocument(beside), edit);
  return created(beside, edit.text);
}

function placeOf(found: FoundPrompt | null, name: keyof typeof namesOf): Place | null {
  const place = namesOf[name]
    .map((own) => found?.parameters.find((parameter) => parameter.name === own))
    .find((parameter) => parameter !== undefined);
  if (place !== undefined) return place;
  // A model that nobody knows is no parameter, but the place that names one.
  const unread = found?.unread.find(({ reason }) => reason === 'unknown-model');
  if (name !== 'model' || unread === undefined) return null;
  const { start, end } = unread;
  return { name: 'model', value: unread.name, source: 'front-matter', span: { start, end } };
}

/** The value as that place spells it; null where it has no word for it. */
function valueFor({ source, value }: Place, name: keyof typeof namesOf, arm: ComparisonArm): Json | null {
  const wanted = arm.change[name] ?? null;
  if (name === 'effort' && wanted === 'default') return null;
  if (name !== 'thinking' || (source !== 'call' && typeof value === 'string')) return wanted;
  if (wanted === 'default') return source === 'call' ? null : wanted;
  // As it was sent; what the API is told when nothing is known of the model, where the requests were not kept.
  return arm.requests[0]?.body.thinking ?? { type: wanted === 'off' ? 'disabled' : 'adaptive' };
}

async function replaced(document: vscode.TextDocument, { start, end, text }: TextEdit): Promise<KeptValue> {
  const { uri } = document;
  const before = document.getText().slice(start, end);
  await replace(document, { start, end, text });
  await showDocument(document);
  return {
    where: nameOf(uri),
    undo: async () => {
      const there = { start, end: start + text.length };
      const now = await unedited(uri, (whole) => whole.slice(there.start, there.end) === text);
      await replace(now, { ...there, text: before });
    },
  };
}

async function created(uri: vscode.Uri, text: string): Promise<KeptValue> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  await apply(edit);
  await showDocument(await vscode.workspace.openTextDocument(uri));
  return {
    where: nameOf(uri),
    undo: async () => {
      await unedited(uri, (whole) => whole === text);
      const back = new vscode.WorkspaceEdit();
      back.deleteFile(uri);
      await apply(back);
    },
  };
}

/**
 * A document as it stands now: one that was closed since then holds an old text.
 * @throws UserError where it is gone, or no longer holds what was put there
 */
async function unedited(uri: vscode.Uri, holds: (whole: string) => boolean): Promise<vscode.TextDocument> {
  const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => null);
  if (document !== null && holds(document.getText())) return document;
  throw new UserError(vscode.l10n.t('{0} was edited since: undo it there.', nameOf(uri)));
}

function replace(document: vscode.TextDocument, { start, end, text }: TextEdit): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return apply(edit);
}

async function apply(edit: vscode.WorkspaceEdit): Promise<void> {
  if (await vscode.workspace.applyEdit(edit)) return;
  throw new UserError(vscode.l10n.t('The document can’t be changed.'));
}

function fileOf({ uri }: Prompt, { source }: Place): string {
  return nameOf(source === 'sidecar' ? (sidecarUri(uri) ?? uri) : uri);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split('/').at(-1) ?? '';
}
