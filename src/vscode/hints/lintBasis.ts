import * as vscode from 'vscode';
import type { LintOptions } from '../../core/hints/options.ts';
import { currentHaiku, findModel } from '../../core/request/catalogue.ts';
import { isAtLeast } from '../../core/request/modelId.ts';
import { resolveParameters, willThink } from '../../core/request/parameters.ts';
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
    const unknown = info?.thinking == null && thinking.value === 'default';
    return {
      model: model.value,
      options: {
        kind: lintedKind(document),
        rules: readSetting(configuration, 'promptTuner.hints.rules'),
        model: {
          thinks: unknown ? null : willThink(info, thinking.value),
          literal: isAtLeast(model.value, 4, 7),
        },
      },
    };
  };
}
