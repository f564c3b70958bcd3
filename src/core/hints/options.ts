import type { PromptKind } from '../prompt/promptDocument.ts';
import type { TokenCounter } from '../tokens/rawInput.ts';
import type { RuleId, Tier } from './finding.ts';

/** What is known of the model that the prompt is meant for. */
export interface LintModel {
  /** Whether it thinks in a run as its parameters stand; null where unknown. */
  readonly thinks: boolean | null;
  /** A generation that follows instructions to the letter and needs no scaffolding (4.7, 5 and newer). */
  readonly literal: boolean;
}

/** How a document is looked at. */
export interface LintOptions {
  readonly kind: PromptKind;
  /** Tiers that the person set; what is not named keeps its own. */
  readonly rules: Readonly<Partial<Record<RuleId, Tier | 'off'>>>;
  /** Null where no model is chosen. */
  readonly model: LintModel | null;
  /** Null to leave savings out: then every edit is kept and saves 0. */
  readonly count: TokenCounter | null;
}
