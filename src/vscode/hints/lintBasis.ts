import * as vscode from 'vscode';
import type { LintModel, LintOptions } from '../../core/hints/options.ts';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import { isAtLeast } from '../../core/request/modelId.ts';
import { type ParameterValues, willThink } from '../../core/request/parameters.ts';
import type { EffectiveParameters } from '../effectiveParameters.ts';
import { readSetting } from '../settings.ts';
import { wholeFoundIn } from '../sources/foundIn.ts';
import { keyOfPart } from '../sources/promptParts.ts';
import { lintedKind } from './hintedDocuments.ts';

/** All that decides what is found in a prompt, but its text. */
export interface LintBasis {
  /** The model that the prompt would run with. */
  readonly model: string;
  readonly options: Omit<LintOptions, 'count'>;
}

/** Tells how prompts are looked at, by settings and by the model that each would run with; asks nobody. */
export interface LintBases {
  /** Of a document as a whole. */
  ofDocument(document: vscode.TextDocument): Promise<LintBasis>;
  /** Of a prompt inside of a document. */
  ofPart(document: vscode.TextDocument, found: FoundPrompt): LintBasis;
}

/** Makes what tells, by the parameters that prompts would run with. */
export function lintBasesOf(effective: EffectiveParameters): LintBases {
  const basisOf = (document: vscode.TextDocument, found: FoundPrompt | null): LintBasis => {
    const { uri } = document;
    const key = keyOfPart(uri, found?.identity ?? '');
    const { parameters, model: info } = effective.of({ key, uri }, found);
    const { model, thinking } = parameters;
    const configuration = vscode.workspace.getConfiguration(undefined, uri);
    return {
      model: model.value,
      options: {
        kind: lintedKind(document),
        rules: readSetting(configuration, 'promptTuner.hints.rules'),
        model: lintModelOf(info, model.value, thinking.value),
      },
    };
  };
  return {
    ofDocument: async (document) => basisOf(document, await wholeFoundIn(document)),
    ofPart: basisOf,
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
