import * as vscode from 'vscode';
import { leastCachedTokens } from '../../core/request/caching.ts';
import { thinksByDefault } from '../../core/request/catalogue.ts';
import { efforts } from '../../core/request/model.ts';
import { type ArmDraft, type CompareChoice, choiceOf } from './armDraft.ts';
import { type CompareSubject, otherModels } from './compareSubject.ts';

/** Something that can vary, as the first quick pick lists it. */
export type VariedParameter = 'model' | 'effort' | 'thinking' | 'max-tokens' | 'caching' | 'temperature';

/** What can vary with the model as it is, in the order of the list. */
export function offeredParameters({
  prepared,
  inputTokens,
  takesTemperature,
}: CompareSubject): readonly VariedParameter[] {
  const { model, parameters } = prepared;
  const id = parameters.model.value;
  const canThink = model?.thinking == null || (model.thinking.supported && model.thinking.off !== null);
  return [
    'model',
    ...(model?.efforts?.length === 0 ? [] : (['effort'] as const)),
    ...(canThink ? (['thinking'] as const) : []),
    'max-tokens',
    ...(inputTokens >= leastCachedTokens(id) ? (['caching'] as const) : []),
    ...(takesTemperature ? (['temperature'] as const) : []),
  ];
}

/** What the list calls a parameter. */
export function parameterLabel(parameter: VariedParameter): string {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<VariedParameter, string>> = {
    model: t('Model…'),
    effort: t('Effort…'),
    thinking: t('Thinking'),
    'max-tokens': t('Max Tokens…'),
    caching: t('Caching'),
    temperature: t('Temperature…'),
  };
  return labels[parameter];
}

/** Its value now, or what comparing it does. */
export function valueNow(parameter: VariedParameter, { prepared }: CompareSubject): string {
  const { model, effort, thinking, maxTokens, temperature } = prepared.parameters;
  const values: Readonly<Record<VariedParameter, string>> = {
    model: model.value,
    effort: effort.value,
    thinking: thinking.value,
    'max-tokens': String(maxTokens.value),
    caching: vscode.l10n.t('cache_control on the system prompt and the last message'),
    temperature: String(temperature.value ?? ''),
  };
  return values[parameter];
}

/** Asks for the values of one parameter; null where the person gives up. */
export function chooseValues(
  parameter: VariedParameter,
  subject: CompareSubject,
): Promise<CompareChoice | null> {
  switch (parameter) {
    case 'model':
      return chooseModels(subject);
    case 'effort':
      return chooseEfforts(subject);
    case 'thinking':
      return Promise.resolve(thinkingArms(subject));
    case 'max-tokens':
      return chooseMaxTokens(subject);
    case 'caching':
      return Promise.resolve(cachingArms(subject));
    case 'temperature':
      return chooseTemperature(subject);
  }
}

async function chooseModels(subject: CompareSubject): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const now = subject.prepared.parameters.model.value;
  const picked = await vscode.window.showQuickPick(
    otherModels(subject).map(({ id, name }) => ({ label: name, description: id, id })),
    {
      title: t('Compare {0} With', now),
      placeHolder: t('One to five other models'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  if (picked === undefined || picked.length === 0) return null;
  return choiceOf(
    'model',
    [now, ...picked.map(({ id }) => id)].map((model) => draft(subject, model, { model })),
  );
}

async function chooseEfforts(subject: CompareSubject): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const { model, parameters } = subject.prepared;
  const now = parameters.effort.value;
  const levels = ['default' as const, ...(model?.efforts ?? efforts)].filter((level) => level !== now);
  const label = (level: string) => (level === 'default' ? t('model default') : level);
  const picked = await vscode.window.showQuickPick(
    levels.map((level) => ({ label: label(level), level })),
    { title: t('Compare Effort “{0}” With', label(now)), canPickMany: true },
  );
  if (picked === undefined || picked.length === 0) return null;
  return choiceOf(
    'effort',
    [now, ...picked.map(({ level }) => level)].map((effort) =>
      draft(subject, t('effort {0}', label(effort)), { effort }),
    ),
  );
}

function thinkingArms(subject: CompareSubject): CompareChoice {
  const { t } = vscode.l10n;
  const { model, parameters } = subject.prepared;
  const now = parameters.thinking.value;
  const thinks = now === 'on' || (now === 'default' && (model === null || thinksByDefault(model)));
  const other = thinks ? 'off' : 'on';
  const label = thinks ? t('thinking on') : t('thinking off');
  return choiceOf('thinking', [
    draft(subject, now === 'default' ? t('{0} (model default)', label) : label, { thinking: now }),
    draft(subject, thinks ? t('thinking off') : t('thinking on'), { thinking: other }),
  ]);
}

async function chooseMaxTokens(subject: CompareSubject): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const { model, parameters } = subject.prepared;
  const now = parameters.maxTokens.value;
  const most = model?.maxOutputTokens ?? Number.MAX_SAFE_INTEGER;
  const maxTokens = await askNumber(
    t('Compare {0} Max Tokens With', now),
    (value) => Number.isInteger(value) && value >= 1 && value <= most && value !== now,
    t('Another whole number from 1 to {0}.', most),
  );
  if (maxTokens === null) return null;
  return choiceOf(
    'max-tokens',
    [now, maxTokens].map((value) => draft(subject, t('max tokens {0}', value), { maxTokens: value })),
  );
}

async function chooseTemperature(subject: CompareSubject): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const { value } = subject.prepared.parameters.temperature;
  const isTemperature = (number: number) => number >= 0 && number <= 1;
  // Where none is sent the request goes under another version of the API: that would be a second difference.
  const now =
    value ??
    (await askNumber(t('Compare Temperature: First Value'), isTemperature, t('A number from 0 to 1.')));
  if (now === null) return null;
  const temperature = await askNumber(
    t('Compare Temperature {0} With', now),
    (number) => isTemperature(number) && number !== now,
    t('Another number from 0 to 1.'),
  );
  if (temperature === null) return null;
  return choiceOf(
    'temperature',
    [now, temperature].map((each) => draft(subject, t('temperature {0}', each), { temperature: each })),
  );
}

function cachingArms(subject: CompareSubject): CompareChoice {
  const { t } = vscode.l10n;
  const without = draft(subject, t('without caching'), { cache: 'off' });
  return choiceOf('caching', [
    without,
    { ...without, label: t('prompt cache'), change: { cache: 'all' }, caching: true },
  ]);
}

function draft({ prompt }: CompareSubject, label: string, change: ArmDraft['change']): ArmDraft {
  return { label, prompt, change, caching: false };
}

async function askNumber(
  title: string,
  fits: (value: number) => boolean,
  otherwise: string,
): Promise<number | null> {
  const text = await vscode.window.showInputBox({
    title,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() !== '' && fits(Number(value)) ? undefined : otherwise),
  });
  return text === undefined ? null : Number(text);
}
