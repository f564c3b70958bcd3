import { currentHaiku, findModel, thinksByDefault } from './catalogue.ts';
import type { Effort, ModelInfo } from './model.ts';

/** Where a value comes from, strongest first: a comparison's arm, the panel's chips, the prompt itself, the settings, the default. */
const parameterSources = ['comparison', 'panel', 'prompt', 'setting', 'default'] as const;

/** One of {@link parameterSources}. */
export type ParameterSource = (typeof parameterSources)[number];

/** A value with where it comes from. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: ParameterSource;
}

/** What the person wants of thinking; `default` leaves it to the model. */
export type ThinkingChoice = 'default' | 'on' | 'off';

/** The request parameters as the person thinks of them. */
export interface ParameterValues {
  readonly model: string;
  /** System prompt; empty for none. */
  readonly system: string;
  /** Most tokens that the model may write, thinking included. */
  readonly maxTokens: number;
  readonly effort: 'default' | Effort;
  readonly thinking: ThinkingChoice;
  /** From 0 to 1; null is not sent. */
  readonly temperature: number | null;
}

/** Values of one source; what it does not name, a weaker source decides. */
export interface ParameterLayer {
  readonly source: ParameterSource;
  readonly values: Partial<ParameterValues>;
}

/** Every parameter with its source. */
export type Parameters = {
  readonly [Name in keyof ParameterValues]: Sourced<ParameterValues[Name]>;
};

/** Most tokens to write where nobody says: 4,096, and 16,000 where the model thinks, since thinking counts too. */
const defaultMaxTokens = { plain: 4_096, thinking: 16_000 } as const;

/** Picks each parameter from the strongest layer that names it; without a model it is the current Haiku of `models`. */
export function resolveParameters(
  layers: readonly ParameterLayer[],
  models: readonly ModelInfo[],
): Parameters {
  const ordered = layers.toSorted(
    (a, b) => parameterSources.indexOf(a.source) - parameterSources.indexOf(b.source),
  );
  const pick = <Name extends keyof ParameterValues>(
    name: Name,
    fallback: () => ParameterValues[Name],
  ): Sourced<ParameterValues[Name]> => {
    for (const { source, values } of ordered) {
      const value = values[name];
      if (value !== undefined) return { value, source };
    }
    return { value: fallback(), source: 'default' };
  };
  const model = pick('model', () => currentHaiku(models)?.id ?? '');
  const thinking = pick('thinking', () => 'default');
  return {
    model,
    thinking,
    system: pick('system', () => ''),
    maxTokens: pick('maxTokens', () => maxTokensFor(findModel(models, model.value), thinking.value)),
    effort: pick('effort', () => 'default'),
    temperature: pick('temperature', () => null),
  };
}

/** Whether the model will think when asked like this; a model that can't be told to stop thinks anyway. */
export function willThink(model: ModelInfo | null, choice: ThinkingChoice): boolean {
  const thinking = model?.thinking;
  if (model === null || thinking == null) return choice === 'on';
  if (!thinking.supported) return false;
  if (thinking.off === null || choice === 'on') return true;
  return choice === 'default' && thinksByDefault(model);
}

function maxTokensFor(model: ModelInfo | null, choice: ThinkingChoice): number {
  const wanted = willThink(model, choice) ? defaultMaxTokens.thinking : defaultMaxTokens.plain;
  return Math.min(wanted, model?.maxOutputTokens ?? wanted);
}
