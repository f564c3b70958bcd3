import * as vscode from 'vscode';
import { placeIn } from '../../core/compare/placeIn.ts';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import { bodySpan } from '../../core/prompt/promptDocument.ts';
import type { Prompt, TextSpan } from '../prompt.ts';
import { joinSpans, kindOfDocument, selectionSeparator } from '../promptSource.ts';
import { foundInText } from '../sources/foundIn.ts';
import { textOfFound } from '../sources/promptParts.ts';
import { UserError } from '../userError.ts';
import type { EarlierText } from './textSource.ts';

/**
 * What a prompt is in another version of its document: its body, the part that goes by the same name, or what stands
 * where the selections stand now. What is not found there the person picks; null where they give up.
 * @param label what the version is called
 */
export async function textInVersion(
  { uri, anchor, title }: Prompt,
  version: string,
  label: string,
): Promise<EarlierText | null> {
  const document = await vscode.workspace.openTextDocument(uri);
  // Git and the disk may have other line ends, which are no difference of the prompt.
  const whole = version.replaceAll(/\r?\n/g, document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n');
  switch (anchor.kind) {
    case 'document': {
      const { start, end } = bodySpan(whole, kindOfDocument(document));
      return { label, text: whole.slice(start, end) };
    }
    case 'part': {
      const { prompts } = await foundInText(document, whole);
      const same = prompts.find(({ identity }) => identity === anchor.identity);
      if (same !== undefined) return { label, text: textOfFound(same, whole) };
      const question = vscode.l10n.t('{0} goes by no such name at {1}: which one was it?', title, label);
      const text = await pickPart(prompts, whole, question, label);
      return text === null ? null : { label, text };
    }
    case 'spans': {
      const places = anchor.spans.map((span) => placeIn(document.getText(), span, whole));
      const found = places.filter((place) => place !== null);
      const text =
        found.length === places.length
          ? joinSpans(whole, found)
          : await pickParagraphs(whole, bodySpan(whole, kindOfDocument(document)), label);
      return text === null ? null : { label, text };
    }
  }
}

/**
 * Asks which of the prompts of a document is meant; null where the person gives up.
 * @throws UserError where there is none
 */
export async function pickPart(
  prompts: readonly FoundPrompt[],
  whole: string,
  question: string,
  label: string,
): Promise<string | null> {
  const { t } = vscode.l10n;
  const items = prompts
    .map((found) => ({ label: found.identity, text: textOfFound(found, whole) }))
    .filter(({ label: name, text }) => name !== '' && text.trim() !== '')
    .map((item) => ({ ...item, detail: beginning(item.text) }));
  if (items.length === 0) {
    throw new UserError(t('No prompt was found in {0}: select its text there and compare that.', label));
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Compare With'),
    placeHolder: question,
  });
  return picked?.text ?? null;
}

/** Asks which paragraphs of a version stood where a selection stands now. */
async function pickParagraphs(whole: string, body: TextSpan, label: string): Promise<string | null> {
  const { t } = vscode.l10n;
  const paragraphs = whole
    .slice(body.start, body.end)
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (paragraphs.length === 0) throw new UserError(t('There is no text at {0}.', label));
  const picked = await vscode.window.showQuickPick(
    paragraphs.map((text) => ({ label: beginning(text), text })),
    {
      title: t('Compare With'),
      placeHolder: t(
        'The selection and what surrounds it changed since {0}: pick its paragraphs there',
        label,
      ),
      canPickMany: true,
    },
  );
  if (picked === undefined || picked.length === 0) return null;
  return picked.map(({ text }) => text).join(selectionSeparator);
}

/** So much of a text as fits into a line of a list. */
function beginning(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
