import * as vscode from 'vscode';
import { leastCachedTokens } from '../../core/request/caching.ts';
import { isUsable, thinksByDefault } from '../../core/request/catalogue.ts';
import { efforts, type ModelInfo } from '../../core/request/model.ts';
import type { HistoryAccess } from '../history/historyAccess.ts';
import type { Prompt } from '../prompt.ts';
import type { PreparedPrompt } from '../requestPreparation.ts';
import { UserError } from '../userError.ts';
import { type ArmDraft, type CompareChoice, plainArm } from './armDraft.ts';
import { textSources } from './earlierTexts.ts';
import { type FixableSubject, fixedSources } from './fixedTexts.ts';
import type { TextSource } from './textSource.ts';

/** What is known of the prompt that is to be compared. */
export interface CompareSubject extends FixableSubject {
  /** As it would be sent now. */
  readonly prepared: PreparedPrompt;
  /** Estimated. */
  readonly inputTokens: number;
  readonly takesTemperature: boolean;
  /** Models of its origin. */
  readonly models: readonly ModelInfo[];
}

/** Something that can vary, as the first quick pick lists it. */
export type VariedParameter = 'model' | 'effort' | 'thinking' | 'max-tokens' | 'caching' | 'temperature';

const mostArms = 6;

interface Item extends vscode.QuickPickItem {
  readonly choose?: () => Promise<CompareChoice | null>;
}

/** Asks what to compare; null where the person gives up. */
export async function chooseComparison(
  subject: CompareSubject,
  history: HistoryAccess,
): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const sources = [...(await textSources(subject.prompt, history)), ...(await fixedSources(subject))];
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: Item[] = [
    separator(t('the prompt as it stands against')),
    ...sources.map((source) => ({
      label: source.label,
      description: source.description,
      choose: () => againstText(subject, source),
    })),
    ...(others(subject).length === 0
      ? []
      : [
          {
            label: t('Prompt and Model…'),
            description: t('two texts, each with two or three models'),
            choose: () => choosePromptAndModels(subject, sources),
          },
        ]),
    separator(t('the same prompt with another')),
    ...offered(subject).map((parameter) => ({
      label: labelOf(parameter),
      description: valueNow(parameter, subject),
      choose: () => chooseValues(parameter, subject),
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Compare {0}', subject.prompt.title),
    placeHolder: t('What shall differ? One thing only, or the prompt and the model.'),
  });
  return (await picked?.choose?.()) ?? null;
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

/** The choice between two texts of a prompt; b is held against a. */
export function textArms(
  prompt: Prompt,
  a: { readonly label: string; readonly text: string },
  b: { readonly label: string; readonly text: string },
): CompareChoice {
  if (a.text === b.text) {
    throw new UserError(
      vscode.l10n.t('The prompt is the same as in {0}: there is nothing to compare.', a.label),
    );
  }
  return {
    varied: 'prompt',
    arms: [a, b].map(({ label, text }) => plainArm({ ...prompt, text }, label)),
  };
}

async function againstText({ prompt }: CompareSubject, source: TextSource): Promise<CompareChoice | null> {
  const other = await source.read();
  if (other === null) return null;
  const own = { label: vscode.l10n.t('as it stands'), text: prompt.text };
  return source.isLater ? textArms(prompt, own, other) : textArms(prompt, other, own);
}

/** Asks for another text and for models: every text with every model, the other text with the first model first. */
async function choosePromptAndModels(
  subject: CompareSubject,
  sources: readonly TextSource[],
): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const { prompt, prepared } = subject;
  const source = await vscode.window.showQuickPick(sources, {
    title: t('Compare {0}', prompt.title),
    placeHolder: t('the prompt as it stands against'),
  });
  const texts = source === undefined ? null : await againstText(subject, source);
  if (texts === null) return null;
  const now = prepared.parameters.model.value;
  const known = subject.models.find(({ id }) => id === now);
  const models = [{ id: now, name: known?.name ?? now }, ...others(subject)];
  const picked = await vscode.window.showQuickPick(
    models.map(({ id, name }) => ({ label: name, description: id, id, picked: id === now })),
    {
      title: t('Compare {0}', prompt.title),
      placeHolder: t('Two or three models'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  if (picked === undefined) return null;
  if (picked.length < 2) {
    throw new UserError(t('Pick two or three models, or compare the prompt alone.'));
  }
  return arms(
    'prompt-and-model',
    picked.flatMap(({ label, id }) =>
      texts.arms.map((arm) => ({
        ...arm,
        label: `${arm.label} · ${label.replace(/^Claude /, '')}`,
        change: { model: id },
      })),
    ),
  );
}

/** The models that it could run with instead. */
function others({ models, prepared }: CompareSubject): readonly ModelInfo[] {
  return models.filter((model) => isUsable(model) && model.id !== prepared.parameters.model.value);
}

function offered({ prepared, inputTokens, takesTemperature }: CompareSubject): readonly VariedParameter[] {
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

async function chooseModels(subject: CompareSubject): Promise<CompareChoice | null> {
  const { t } = vscode.l10n;
  const now = subject.prepared.parameters.model.value;
  const picked = await vscode.window.showQuickPick(
    others(subject).map(({ id, name }) => ({ label: name, description: id, id })),
    {
      title: t('Compare {0} With', now),
      placeHolder: t('One to five other models'),
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  if (picked === undefined || picked.length === 0) return null;
  return arms(
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
  return arms(
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
  return arms('thinking', [
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
  return arms(
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
  return arms(
    'temperature',
    [now, temperature].map((each) => draft(subject, t('temperature {0}', each), { temperature: each })),
  );
}

function cachingArms(subject: CompareSubject): CompareChoice {
  const { t } = vscode.l10n;
  const without = draft(subject, t('without caching'), { cache: 'off' });
  return arms('caching', [
    without,
    { ...without, label: t('prompt cache'), change: { cache: 'all' }, caching: true },
  ]);
}

function draft({ prompt }: CompareSubject, label: string, change: ArmDraft['change']): ArmDraft {
  return { label, prompt, change, caching: false };
}

function arms(varied: CompareChoice['varied'], all: readonly ArmDraft[]): CompareChoice {
  if (all.length > mostArms) {
    throw new UserError(vscode.l10n.t('At most {0} can be compared at once.', mostArms));
  }
  return { varied, arms: all };
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

function labelOf(parameter: VariedParameter): string {
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

function valueNow(parameter: VariedParameter, { prepared }: CompareSubject): string {
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
