import * as vscode from 'vscode';
import type { LintOptions } from '../../core/hints/options.ts';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import { isAtLeast } from '../../core/request/modelId.ts';
import { willThink } from '../../core/request/parameters.ts';
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
  return {
    ofDocument: async (document) => basisOf(document, await wholeFoundIn(document)),
    ofPart: basisOf,
  };
}
