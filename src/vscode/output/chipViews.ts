import * as vscode from 'vscode';
import { absent } from '../../core/format.ts';
import type { PromptParameter } from '../../core/prompt/foundPrompt.ts';
import type { Omitted } from '../../core/request/fitRequest.ts';
import type { ParameterSource, ParameterValues } from '../../core/request/parameters.ts';
import type { ChipId, ChipView } from '../../webview/protocol.ts';
import { formatTokens } from '../numbers.ts';
import { oneLine } from '../oneLine.ts';
import type { ChipFacts } from './situation.ts';

const shownCharacters = 32;

/** The parameters of the next run, each with where its value comes from. */
export function chipViews(facts: ChipFacts | null): readonly ChipView[] {
  if (facts === null) return [];
  const { t } = vscode.l10n;
  const { parameters: p, model, role, testMessage } = facts;
  const system = role === 'system' ? t('this prompt') : shortened(p.system.value) || t('none');
  const chips = [
    chip(facts, 'model', t('Model'), model?.name ?? p.model.value, 'model'),
    chip(facts, 'effort', t('Effort'), choice(p.effort.value), 'effort'),
    chip(facts, 'thinking', t('Thinking'), choice(p.thinking.value), 'thinking'),
    chip(facts, 'max-tokens', t('Max tokens'), formatTokens(p.maxTokens.value), 'maxTokens'),
    chip(
      facts,
      'temperature',
      t('Temperature'),
      p.temperature.value === null ? t('not sent') : String(p.temperature.value),
      'temperature',
    ),
    chip(facts, 'system', t('System'), system, 'system'),
  ];
  if (facts.needsTestMessage) {
    chips.push({
      id: 'test-message',
      label: t('Test message'),
      value: shortened(testMessage ?? '') || t('none yet'),
      hover: t('The user’s message that this system prompt is run with.'),
      changed: testMessage !== null,
      omitted: false,
    });
  }
  return [...chips, ...valuesChip(facts), ...roleChip(facts)];
}

function valuesChip({ values }: ChipFacts): readonly ChipView[] {
  const { t } = vscode.l10n;
  if (values === null) return [];
  const { set, variables } = values;
  const unknown = variables.filter(({ value }) => value === null).length;
  const lines = variables.map(({ name, value }) => `${name}: ${value === null ? absent : shortened(value)}`);
  const basis =
    set === null ? t('What the prompt’s variables are filled with.') : t('A value set of the prompt.');
  return [
    {
      id: 'values',
      label: t('Values'),
      value: set ?? (unknown === variables.length ? t('none yet') : lines.map(shortened).join(', ')),
      hover: [basis, ...lines].join(' \u00b7 '),
      changed: set !== null,
      omitted: false,
    },
  ];
}

function roleChip({ role, roleChanged, canSwitchRole }: ChipFacts): readonly ChipView[] {
  const { t } = vscode.l10n;
  if (!canSwitchRole) return [];
  return [
    {
      id: 'role',
      label: t('Sent as'),
      value: role === 'system' ? t('system prompt') : t('user message'),
      hover: t('Press to send this prompt as the other one. It holds for this prompt.'),
      changed: roleChanged,
      omitted: false,
    },
  ];
}

function chip(
  facts: ChipFacts,
  id: ChipId,
  label: string,
  value: string,
  parameter: keyof ParameterValues,
): ChipView {
  const omitted = facts.omitted.find((entry) => entry.parameter === parameter);
  const { source } = facts.parameters[parameter];
  const basis = source === 'prompt' ? promptSourceText(facts.promptSources[parameter]) : sourceText(source);
  return {
    id,
    label,
    value,
    hover: omitted === undefined ? basis : `${basis} ${omittedText(omitted)}`,
    changed: source === 'panel',
    omitted: omitted !== undefined && omitted.reason !== 'above-maximum',
  };
}

function sourceText(source: Exclude<ParameterSource, 'prompt'>): string {
  const { t } = vscode.l10n;
  switch (source) {
    case 'comparison':
      return t('From the comparison.');
    case 'panel':
      return t('Changed here for this prompt.');
    case 'setting':
      return t('From your settings.');
    case 'default':
      return t('The default.');
  }
}

function promptSourceText(source: PromptParameter['source'] | undefined): string {
  const { t } = vscode.l10n;
  switch (source) {
    case 'front-matter':
      return t('From the front matter of the prompt.');
    case 'sidecar':
      return t('From the file beside the prompt.');
    case 'call':
      return t('From the call around the prompt.');
    case undefined:
      return t('From the prompt itself.');
  }
}

/** Why a value that the person set is not sent as set. */
export function omittedText(omitted: Omitted): string {
  const { t } = vscode.l10n;
  switch (omitted.reason) {
    case 'above-maximum':
      return t('The model writes {0} tokens at most.', formatTokens(omitted.sent));
    case 'model-refuses':
      return t('Not sent: this model does not take it.');
    case 'always-thinks':
      return t('Not sent: this model always thinks.');
    case 'not-with-thinking':
      return t('Not sent: it does not go together with thinking.');
    case 'not-with-effort':
      return t('Not sent: thinking can’t be off at this effort.');
    case 'no-room':
      return t('Not sent: max tokens leave no room to think.');
    case 'remembered':
      return t('Not sent: this model refused it before.');
  }
}

function choice(value: string): string {
  return value === 'default' ? vscode.l10n.t('model default') : value;
}

function shortened(text: string): string {
  return oneLine(text, shownCharacters);
}
