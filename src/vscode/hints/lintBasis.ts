import * as vscode from 'vscode';
import type { LintModel, LintOptions } from '../../core/hints/options.ts';
import { currentHaiku, findModel } from '../../core/request/catalogue.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import { isAtLeast } from '../../core/request/modelId.ts';
import { type ParameterValues, resolveParameters, willThink } from '../../core/request/parameters.ts';
import { Models } from '../models.ts';
import { anthropicOrigin, parseEndpoint } from '../origin.ts';
import type { PromptParameters } from '../promptParameters.ts';
import { readSetting } from '../settings.ts';
import { lintedKind } from './hintedDocuments.ts';

/** All that decides what is found in a document, but its text. */
export interface LintBasis {
  /** The model that the prompt would run with. */
  readonly model: string;
  readonly options: Omit<LintOptions, 'count'>;
}

/** Tells how documents are looked at, by settings and by the model that they would run with; asks nobody. */
export function lintBasisOf(
  promptParameters: PromptParameters,
  globalState: vscode.Memento,
): (document: vscode.TextDocument) => LintBasis {
  const models = new Models(globalState);
  return (document) => {
    const { uri } = document;
    const configuration = vscode.workspace.getConfiguration(undefined, uri);
    const { origin } = parseEndpoint(readSetting(configuration, 'promptTuner.baseUrl')) ?? {
      origin: anthropicOrigin,
    };
    const known = models.known(origin);
    const fallback = globalState.get<string>('defaultModel') ?? currentHaiku(known)?.id ?? '';
    const layers = promptParameters.layers(uri.toString(), uri, fallback);
    const { model, thinking } = resolveParameters(layers, known);
    const info = findModel(known, model.value);
    return {
      model: model.value,
      options: {
        kind: lintedKind(document),
        rules: readSetting(configuration, 'promptTuner.hints.rules'),
        model: lintModelOf(info, model.value, thinking.value),
      },
    };
  };
}

/** What rules ask of a model, by what is known of it, its id and whether the request asks it to think. */
export function lintModelOf(
  info: ModelInfo | null,
  id: string,
  thinking: ParameterValues['thinking'],
): LintModel {
  const unknown = info?.thinking == null && thinking === 'default';
  return { thinks: unknown ? null : willThink(info, thinking), literal: isAtLeast(id, 4, 7) };
}
