import * as vscode from 'vscode';
import { costAtMost } from '../../core/request/cost.ts';
import type { ContentBlock } from '../../core/request/wireRequest.ts';
import { formatCost, formatEstimate } from '../numbers.ts';
import { omittedText } from '../output/chipViews.ts';
import { modelRefusalText } from '../output/stateLine.ts';
import { currentPrice, type PreparedPrompt } from '../requestPreparation.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { notSentText } from './notSentTexts.ts';
import { problemText } from './problemTexts.ts';
import { turnsRefusal } from './refusals.ts';

/** What a preview shows: comments with what led to the request, then the request's body as JSON. */
export async function previewText(
  prepared: PreparedPrompt,
  baseUrl: string,
  estimates: TokenEstimates,
  refusedModel: 'unknown' | 'retired' | null,
): Promise<string> {
  const { t } = vscode.l10n;
  const { request, hidden, omitted, notSent, missing, errors } = prepared;
  const { body, version } = request;
  const tokens = await estimates.ofRequest(request);
  const most = costAtMost(tokens, body.max_tokens, currentPrice(body.model));
  const refused = [
    ...errors.map(({ uri, problem }) => `${uri.path.split('/').at(-1)}: ${problemText(problem)}`),
    ...(refusedModel === null ? [] : [modelRefusalText(refusedModel, body.model)]),
    turnsRefusal(prepared) ?? [],
  ].flat();
  const lines = [
    refused.length === 0 ? t('What Run would send now. Nothing was sent.') : t('Run would send nothing.'),
    ...refused,
    `POST ${baseUrl}/v1/messages${version === null ? '' : ` · anthropic-version: ${version}`}`,
    t('{0} input tokens · {1} at most', formatEstimate(tokens), formatCost(most)),
    ...(await parts(prepared, estimates)).map((line) => `  ${line}`),
    ...missing.map((name) => t('“{0}” has no value yet: Run asks for it.', name)),
    ...(prepared.needsTestMessage && prepared.testMessage === null
      ? [t('The system prompt has no test message yet: Run asks for one.')]
      : []),
    ...omitted.map((entry) => `${entry.parameter}: ${omittedText(entry)}`),
    ...notSent.map(({ name, reason }) => t('Not sent: {0} ({1})', name, notSentText(reason))),
  ];
  const comments = lines.map((line) => `// ${line.replaceAll(/[\r\n]+/g, ' ')}`).join('\n');
  return `${comments}\n${JSON.stringify(hidden?.shown.body ?? body, null, 2)}\n`;
}

/** Tokens by part: the system prompt, each turn, each value. */
async function parts(
  { request: { body }, filling }: PreparedPrompt,
  estimates: TokenEstimates,
): Promise<readonly string[]> {
  const { t } = vscode.l10n;
  const count = async (text: string) => formatEstimate(await estimates.ofText(text, body.model));
  const system = typeof body.system === 'string' ? body.system : textOf(body.system ?? []);
  const lines = system === '' ? [] : [t('system: {0}', await count(system))];
  for (const [index, { role, content }] of body.messages.entries()) {
    lines.push(t('turn {0}, {1}: {2}', index + 1, role, await count(textOf(content))));
  }
  for (const [name, { value }] of filling?.known ?? []) {
    lines.push(t('value of “{0}”: {1}', name, await count(value)));
  }
  return lines;
}

function textOf(blocks: readonly ContentBlock[]): string {
  return blocks
    .flatMap((block) => ('text' in block && typeof block.text === 'string' ? [block.text] : []))
    .join('\n');
}
