import * as vscode from 'vscode';
import type { FoundPrompt } from '../core/prompt/foundPrompt.ts';
import { currentHaiku, findModel } from '../core/request/catalogue.ts';
import type { ModelInfo } from '../core/request/model.ts';
import type { Parameters } from '../core/request/parameters.ts';
import { Disposable } from './disposable.ts';
import { Models } from './models.ts';
import { anthropicOrigin, parseEndpoint } from './origin.ts';
import { parametersFor } from './parametersFor.ts';
import type { Prompt } from './prompt.ts';
import type { PromptParameters } from './promptParameters.ts';
import { readSetting } from './settings.ts';

/** The parameters that a prompt would run with now. */
export interface Effective {
  readonly parameters: Parameters;
  /** Null where the model is not known. */
  readonly model: ModelInfo | null;
}

/** Tells the parameters that prompts would run with, by what is known on this machine; for hints and estimates, which ask nobody. */
export class EffectiveParameters extends Disposable {
  readonly #promptParameters: PromptParameters;
  readonly #globalState: vscode.Memento;
  readonly #models: Models;
  readonly #changes = this._register(new vscode.EventEmitter<void>());

  /** The parameters of some prompt may be others. */
  readonly onDidChange = this.#changes.event;

  constructor(promptParameters: PromptParameters, globalState: vscode.Memento) {
    super();
    this.#promptParameters = promptParameters;
    this.#globalState = globalState;
    this.#models = new Models(globalState);
    this._register(promptParameters.onDidChange(() => this.renew()));
    this._register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('promptTuner')) this.renew();
      }),
    );
    // From then on what prompts say of their parameters counts.
    this._register(vscode.workspace.onDidGrantWorkspaceTrust(() => this.renew()));
  }

  /** Of one prompt, by what was found of it; null where nothing but its text is known. */
  of(prompt: Pick<Prompt, 'key' | 'uri'>, found: FoundPrompt | null): Effective {
    const configuration = vscode.workspace.getConfiguration(undefined, prompt.uri);
    const endpoint = parseEndpoint(readSetting(configuration, 'promptTuner.baseUrl'));
    const models = this.#models.known(endpoint?.origin ?? anthropicOrigin);
    const defaultModel = this.#globalState.get<string>('defaultModel') ?? currentHaiku(models)?.id ?? '';
    const { parameters } = parametersFor(prompt, found, {
      promptParameters: this.#promptParameters,
      models,
      defaultModel,
    });
    return { parameters, model: findModel(models, parameters.model.value) };
  }

  /** Tells that something else that decides them, such as the default model, is another. */
  renew(): void {
    this.#changes.fire();
  }
}
