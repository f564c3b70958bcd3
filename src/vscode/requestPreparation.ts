import * as vscode from 'vscode';
import { shownValues } from '../core/prompt/fillText.ts';
import type { FoundPrompt } from '../core/prompt/foundPrompt.ts';
import type { Role } from '../core/prompt/promptDocument.ts';
import { settingSources } from '../core/prompt/promptSettings.ts';
import { asRole, canSwitchRole, renderMessages } from '../core/prompt/renderMessages.ts';
import { findModel } from '../core/request/catalogue.ts';
import { type FittedRequest, fitRequest, userTurn } from '../core/request/fitRequest.ts';
import type { ModelInfo } from '../core/request/model.ts';
import type { Parameters, ParameterValues } from '../core/request/parameters.ts';
import { type Price, parsePriceOverrides, priceOf } from '../core/request/prices.ts';
import { type CachePlace, type RawFields, withCache, withRawFields } from '../core/request/rawFields.ts';
import type { PreparedRequest, Turn } from '../core/request/wireRequest.ts';
import type { NotSent } from '../core/run/record.ts';
import type { Models } from './models.ts';
import type { ChipFacts } from './output/situation.ts';
import { parametersFor } from './parametersFor.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import type { RefusedParameters } from './refusedParameters.ts';
import { readSetting } from './settings.ts';
import { type FoundFor, foundFor } from './sources/foundFor.ts';
import type { Filling, PromptValues } from './sources/promptValues.ts';

/** The secrets of a request: it is shown and stored without them. */
export interface HiddenValues {
  /** The request with `«name»` in the place of each secret. */
  readonly shown: PreparedRequest;
  /** The secrets by name. */
  readonly values: ReadonlyMap<string, string>;
}

/** A prompt as it would be sent now, with everything that decided it. */
export interface PreparedPrompt extends FittedRequest {
  readonly parameters: Parameters;
  /** Null where the model is not known. */
  readonly model: ModelInfo | null;
  readonly role: Role;
  /** The person switched it from the prompt's own. */
  readonly roleChanged: boolean;
  readonly testMessage: string | null;
  /** There is a system prompt and no turn: it needs a message to be tried with. */
  readonly needsTestMessage: boolean;
  /** Null where the request holds no secret. */
  readonly hidden: HiddenValues | null;
  /** Null where nothing but the text is known. */
  readonly found: FoundPrompt | null;
  readonly filling: Filling | null;
  /** Names of variables without a value; they would be sent as they are written. */
  readonly missing: readonly string[];
  readonly notSent: readonly NotSent[];
  readonly errors: FoundFor['errors'];
}

/** What an arm of a comparison says of its request. */
export type ArmValues = Partial<ParameterValues> & { readonly cache?: CachePlace };

/** Turns prompts into requests: variables filled, parameters by precedence, fitted to the model. Sends nothing. */
export class RequestPreparation {
  readonly #models: Models;
  readonly #promptParameters: PromptParameters;
  readonly #promptValues: PromptValues;
  readonly #refused: RefusedParameters;

  constructor(
    models: Models,
    promptParameters: PromptParameters,
    promptValues: PromptValues,
    refused: RefusedParameters,
  ) {
    this.#models = models;
    this.#promptParameters = promptParameters;
    this.#promptValues = promptValues;
    this.#refused = refused;
  }

  /**
   * The request of a prompt for an origin, by what is known now.
   * @param arm what an arm of a comparison says before everybody else
   * @param set name of the value set that fills it; null for none, absent for the one that the person chose last
   */
  async prepare(
    prompt: Prompt,
    origin: string,
    arm: ArmValues = {},
    set?: string | null,
  ): Promise<PreparedPrompt> {
    const models = this.#models.known(origin);
    const defaultModel = await this.#models.defaultModel(origin);
    const { found, errors } = await foundFor(prompt);
    const panel = this.#promptParameters.panelValues(prompt.key);
    const ownRole = found?.role ?? prompt.role;
    const role = panel.role ?? ownRole;
    const filling = found === null ? null : this.#promptValues.fillingOf(prompt, found, set);
    const testMessage = filling?.set?.testMessage ?? panel.testMessage ?? found?.testMessage ?? null;
    const build = (values: ReadonlyMap<string, string>) => {
      const rendered = rendering(prompt, found, role, values);
      const turns = rendered.turns.length > 0 ? rendered.turns : [userTurn(testMessage ?? '')];
      const { parameters: resolved, settings } = parametersFor(prompt, found, {
        promptParameters: this.#promptParameters,
        models,
        defaultModel,
        arm,
        ...(rendered.system === null || role === 'system' ? {} : { system: rendered.system }),
      });
      const parameters: Parameters =
        role === 'system'
          ? { ...resolved, system: { value: rendered.system ?? '', source: 'prompt' } }
          : resolved;
      const model = findModel(models, parameters.model.value);
      const refused = this.#refused.of(origin, parameters.model.value);
      const fitted = fitRequest(parameters, turns, model, refused);
      // An arm that thinks as the prompt says sends it as the prompt spells it.
      const isOwn = ['prompt', 'comparison'].includes(parameters.thinking.source);
      const asPrompt = isOwn && parameters.thinking.value === settings.values.thinking;
      const thinking = asPrompt && 'thinking' in fitted.request.body ? settings.thinking : null;
      const raw: RawFields = { ...(thinking === null ? {} : { thinking }), ...settings.raw };
      const { cache = settings.cache } = arm;
      const body = withRawFields(withCache(fitted.request.body, cache), raw);
      return { rendered, parameters, model, fitted, request: { ...fitted.request, body } };
    };

    const values = new Map(Array.from(filling?.known ?? [], ([name, { value }]) => [name, value]));
    const secrets = new Set(found?.variables.filter(({ secret }) => secret).map(({ name }) => name));
    const secretValues = new Map([...values].filter(([name]) => secrets.has(name)));
    const { rendered, parameters, model, fitted, request } = build(values);
    return {
      ...fitted,
      request,
      parameters,
      model,
      role,
      roleChanged: role !== ownRole,
      testMessage,
      needsTestMessage: rendered.turns.length === 0,
      hidden:
        secretValues.size === 0
          ? null
          : { shown: build(shownValues(values, secrets)).request, values: secretValues },
      found,
      filling,
      missing: rendered.missing,
      notSent: (found?.unread ?? [])
        .filter(({ reason }) => reason !== 'unknown-model')
        .map(({ name, reason }) => ({ name, reason })),
      errors,
    };
  }
}

function rendering(
  { text }: Prompt,
  found: FoundPrompt | null,
  role: Role,
  values: ReadonlyMap<string, string>,
): { readonly system: string | null; readonly turns: readonly Turn[]; readonly missing: readonly string[] } {
  if (found !== null) return renderMessages(asRole(found.messages, role), values);
  return role === 'system'
    ? { system: text, turns: [], missing: [] }
    : { system: null, turns: [userTurn(text)], missing: [] };
}

/** What the chips of a prepared prompt show. */
export function chipFacts(prepared: PreparedPrompt): ChipFacts {
  const { parameters, omitted, model, role, roleChanged, found, filling } = prepared;
  const { testMessage, needsTestMessage } = prepared;
  const variables = found?.variables ?? [];
  // A message in a call has its system prompt from there.
  const isOfCall = found !== null && found.call !== null && role !== 'system';
  return {
    parameters,
    omitted,
    model,
    role,
    roleChanged,
    canSwitchRole: found === null || canSwitchRole(found.messages),
    testMessage: needsTestMessage ? testMessage : null,
    needsTestMessage,
    promptSources: {
      ...settingSources(found?.parameters ?? []),
      ...(isOfCall ? { system: 'call' as const } : {}),
    },
    values:
      variables.length === 0
        ? null
        : {
            set: filling?.set?.name ?? null,
            variables: variables.map(({ name, secret }) => ({
              name,
              value: shownValue(name, secret, filling),
            })),
          },
  };
}

function shownValue(name: string, secret: boolean, filling: Filling | null): string | null {
  const known = filling?.known.get(name);
  if (known === undefined) return null;
  return secret ? `«${name}»` : known.value;
}

/** The price of a model by the person's own prices first; null where unknown. */
export function currentPrice(modelId: string): Price | null {
  const setting = readSetting(vscode.workspace.getConfiguration(), 'promptTuner.prices');
  return priceOf(modelId, parsePriceOverrides(setting).overrides);
}
