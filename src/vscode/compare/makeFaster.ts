import * as vscode from 'vscode';
import { type Lever, type LeverId, latencyParts, leversOf } from '../../core/advise/levers.ts';
import { isPromptDocument } from '../../core/prompt/promptDocument.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { totalInputTokens } from '../../core/run/usage.ts';
import { replacePrompt } from '../history/replacePrompt.ts';
import { formatSeconds, formatTokens } from '../numbers.ts';
import type { Prompt } from '../prompt.ts';
import { kindOfDocument, promptSpan } from '../promptSource.ts';
import { showDocument } from '../showDocument.ts';
import { UserError } from '../userError.ts';

/** Asks which lever to try; null where the person gives up. What a lever touches is a fact of this run, no saving. */
export async function chooseLever(record: RunRecord, model: ModelInfo | null): Promise<LeverId | null> {
  const { t } = vscode.l10n;
  const levers = leversOf(record, model);
  const totalMs = latencyParts(record)?.totalMs ?? null;
  if (levers.length === 0) {
    throw new UserError(t('This run did not come to its end: it does not tell where the time goes.'));
  }
  const picked = await vscode.window.showQuickPick(
    levers.map((lever) => ({
      id: lever.id,
      label: leverLabel(lever.id),
      description: touchedText(lever, totalMs),
      detail: leverDetail(lever.id, record),
    })),
    {
      title: t('Make {0} Faster', record.prompt.title),
      placeHolder: t(
        'What each one touches of this run’s {0}; what it saves, only a comparison shows',
        formatSeconds(totalMs),
      ),
    },
  );
  return picked?.id ?? null;
}

// In the language that most prompts are written in, whatever that of the editor is.
const shortAnswer = 'Answer in at most 3 sentences.';

/**
 * Adds a sentence to the end of a prompt that asks for a short answer: one edit, one undo.
 * @throws UserError where the prompt is made of several selections, or its place can't take it
 */
export async function askForThreeSentences(prompt: Prompt): Promise<void> {
  const { t } = vscode.l10n;
  const document = await vscode.workspace.openTextDocument(prompt.uri);
  const span = promptSpan(document, prompt);
  if (span === null) throw new UserError(t('This prompt is made of several selections: edit it by hand.'));
  const own = prompt.text.trimEnd();
  // The span of a string has its quotes, which may hold no line break as it is.
  if (prompt.anchor.kind === 'part') {
    return replacePrompt(prompt, `${own}\n\n${shortAnswer}${prompt.text.slice(own.length)}`);
  }
  const isSelectionInCode = prompt.anchor.kind === 'spans' && !isPromptDocument(kindOfDocument(document));
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(span.start + own.length);
  edit.insert(prompt.uri, end, `${isSelectionInCode ? ' ' : '\n\n'}${shortAnswer}`);
  if (!(await vscode.workspace.applyEdit(edit))) throw new UserError(t('The document can’t be changed.'));
  await showDocument(document);
}

function touchedText({ ms, share }: Lever, totalMs: number | null): string {
  return vscode.l10n.t(
    'touches {0} of {1} ({2} %)',
    formatSeconds(ms),
    formatSeconds(totalMs),
    Math.round(share * 100),
  );
}

function leverLabel(id: LeverId): string {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<LeverId, string>> = {
    model: t('Another Model…'),
    'shorter-answer': t('Ask for 3 Sentences'),
    effort: t('Another Effort…'),
    thinking: t('No Thinking'),
    caching: t('Prompt Cache'),
    'shorter-prompt': t('Shorter Prompt…'),
  };
  return labels[id];
}

function leverDetail(id: LeverId, { state }: RunRecord): string {
  const { t } = vscode.l10n;
  const { outputTokens, thinkingTokens } = state.usage;
  switch (id) {
    case 'model':
      return t('Opens a comparison with other models.');
    case 'shorter-answer':
      return outputTokens === null
        ? t('Adds a sentence to the prompt.')
        : t('It wrote {0} tokens. Adds a sentence to the prompt.', formatTokens(outputTokens));
    case 'effort':
      return t('Opens a comparison with other efforts.');
    case 'thinking':
      return thinkingTokens === null
        ? t('Opens a comparison with thinking off.')
        : t('It thought for {0} tokens. Opens a comparison with thinking off.', formatTokens(thinkingTokens));
    case 'caching':
      return t(
        'A part of the wait is reading {0} input tokens.',
        formatTokens(totalInputTokens(state.usage)),
      );
    case 'shorter-prompt':
      return t(
        'A small part of the wait is reading {0} input tokens. Shorten it, then compare with HEAD or an earlier version.',
        formatTokens(totalInputTokens(state.usage)),
      );
  }
}
