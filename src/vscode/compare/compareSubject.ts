import { isUsable } from '../../core/request/catalogue.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import type { PreparedPrompt } from '../requestPreparation.ts';
import type { FixableSubject } from './fixedTexts.ts';

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

/** The models that it could run with instead. */
export function otherModels({ models, prepared }: CompareSubject): readonly ModelInfo[] {
  return models.filter((model) => isUsable(model) && model.id !== prepared.parameters.model.value);
}
