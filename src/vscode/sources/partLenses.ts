import * as vscode from 'vscode';
import { canSwitchRole } from '../../core/prompt/renderMessages.ts';
import type { LinePart } from '../hints/hintLine.ts';
import { formatEstimate } from '../numbers.ts';
import type { PromptParameters } from '../promptParameters.ts';
import { keyOfPart, type PartTarget } from './promptParts.ts';
import type { TrackedPrompt } from './sourceTracker.ts';
import { switchRoleCommand } from './switchRole.ts';

/** The line over a part of a document: Run, its role, its tokens, its hints, Compare. */
export function partLenses(
  document: vscode.TextDocument,
  { found, tokens }: TrackedPrompt,
  hints: LinePart | null,
  parameters: PromptParameters,
): readonly vscode.CodeLens[] {
  const { t } = vscode.l10n;
  const at = document.lineAt(document.positionAt(found.span.start).line).range.start;
  const target: PartTarget = { uri: document.uri, identity: found.identity };
  const lens = (command: string, title: string, tooltip: string, ...others: readonly unknown[]) =>
    new vscode.CodeLens(new vscode.Range(at, at), {
      command,
      title,
      tooltip,
      arguments: [target, ...others],
    });
  const role = parameters.panelValues(keyOfPart(document.uri, found.identity)).role ?? found.role;
  const other = role === 'system' ? 'user' : 'system';
  const switches = canSwitchRole(found.messages);
  return [
    found.call === null
      ? lens('promptTuner.run', t('▷ Run'), t('Run this prompt and watch the answer beside it'))
      : lens(
          'promptTuner.run',
          t('▷ Run This Call'),
          t('Run the call that this prompt is part of, as far as this file tells what it sends'),
        ),
    lens(
      switches ? switchRoleCommand : 'promptTuner.preview',
      role === 'system' ? t('as system prompt') : t('as user message'),
      switches ? t('Press to send this prompt as the other one') : t('Press to see the whole request'),
      other,
    ),
    lens(
      'promptTuner.countTokens',
      t('{0} tokens', formatEstimate(tokens)),
      t('Estimated on this machine. Press to have the API count.'),
    ),
    ...(hints === null ? [] : [lens('promptTuner.showHints', hints.title, hints.tooltip)]),
    lens(
      'promptTuner.compare',
      t('Compare'),
      t('Compare this prompt with an earlier text, another model or parameter'),
    ),
  ];
}
