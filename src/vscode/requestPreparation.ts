import * as vscode from 'vscode';
import { findModel } from '../core/request/catalogue.ts';
import { type FittedRequest, fitRequest, userTurn } from '../core/request/fitRequest.ts';
import type { ModelInfo } from '../core/request/model.ts';
import { type Parameters, type ParameterValues, resolveParameters } from '../core/request/parameters.ts';
import { type Price, parsePriceOverrides, priceOf } from '../core/request/prices.ts';
import type { Models } from './models.ts';
import type { ChipFacts } from './output/situation.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import type { RefusedParameters } from './refusedParameters.ts';
import { readSetting } from './settings.ts';

/** A prompt as it would be sent now, with everything that decided it. */
export interface PreparedPrompt extends FittedRequest {
  readonly parameters: Parameters;
  /** Null where the model is not known. */
  readonly model: ModelInfo | null;
  readonly testMessage: string | null;
}

/** Turns prompts into requests: parameters by precedence, fitted to the model. Sends nothing. */
export class RequestPreparation {
  readonly #models: Models;
  readonly #promptParameters: PromptParameters;
  readonly #refused: RefusedParameters;

  constructor(models: Models, promptParameters: PromptParameters, refused: RefusedParameters) {
    this.#models = models;
    this.#promptParameters = promptParameters;
    this.#refused = refused;
  }

  /**
   * The request of a prompt for an origin, by what is known now.
   * @param arm what an arm of a comparison says before everybody else
   */
  async prepare(prompt: Prompt, origin: string, arm: Partial<ParameterValues> = {}): Promise<PreparedPrompt> {
    const models = this.#models.known(origin);
    const defaultModel = await this.#models.defaultModel(origin);
    const layers = [
      { source: 'comparison' as const, values: arm },
      ...this.#promptParameters.layers(prompt.key, prompt.uri, defaultModel),
    ];
    const resolved = resolveParameters(layers, models);
    const testMessage = this.#promptParameters.panelValues(prompt.key).testMessage ?? null;
    const isSystem = prompt.role === 'system';
    const parameters: Parameters = isSystem
      ? { ...resolved, system: { value: prompt.text, source: 'prompt' } }
      : resolved;
    const model = findModel(models, parameters.model.value);
    const turns = [userTurn(isSystem ? (testMessage ?? '') : prompt.text)];
    const refused = this.#refused.of(origin, parameters.model.value);
    return { ...fitRequest(parameters, turns, model, refused), parameters, model, testMessage };
  }
}

/** What the chips of a prepared prompt show. */
export function chipFacts(prepared: PreparedPrompt, role: Prompt['role']): ChipFacts {
  const { parameters, omitted, model, testMessage } = prepared;
  return { parameters, omitted, model, role, testMessage };
}

/** The price of a model by the person's own prices first; null where unknown. */
export function currentPrice(modelId: string): Price | null {
  const setting = readSetting(vscode.workspace.getConfiguration(), 'promptTuner.prices');
  return priceOf(modelId, parsePriceOverrides(setting).overrides);
}
