import { Disposable } from '../disposable.ts';
import type { PromptValues } from './promptValues.ts';
import { SourceDiagnostics } from './sourceDiagnostics.ts';
import type { SourceTracker } from './sourceTracker.ts';
import { VariableActions } from './variableActions.ts';

/** What tells of problems and variables of the prompts in view: built when the first of them is. */
export class SourceSide extends Disposable {
  constructor(sources: SourceTracker, values: PromptValues) {
    super();
    this._register(new SourceDiagnostics(sources, values));
    this._register(new VariableActions(sources, values));
  }
}
