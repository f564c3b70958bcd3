import * as vscode from 'vscode';
import type { ArmChange, Varied } from '../../core/compare/comparison.ts';
import type { Prompt } from '../prompt.ts';
import { UserError } from '../userError.ts';

const mostArms = 6;

/** An arm as the person chose it, before anything is known of its request. */
export interface ArmDraft {
  readonly label: string;
  /** With the text that it has in this arm. */
  readonly prompt: Prompt;
  readonly change: ArmChange;
  /** Marked for the prompt cache. */
  readonly caching: boolean;
}

/** What the person chose to compare: the first arm is what the others are held against. */
export interface CompareChoice {
  readonly varied: Varied;
  readonly arms: readonly ArmDraft[];
}

/** The prompt as it stands, with nothing changed. */
export function plainArm(prompt: Prompt, label: string): ArmDraft {
  return { label, prompt, change: {}, caching: false };
}

/**
 * What is compared with these arms.
 * @throws UserError where they are too many
 */
export function choiceOf(varied: CompareChoice['varied'], all: readonly ArmDraft[]): CompareChoice {
  if (all.length > mostArms) {
    throw new UserError(vscode.l10n.t('At most {0} can be compared at once.', mostArms));
  }
  return { varied, arms: all };
}
