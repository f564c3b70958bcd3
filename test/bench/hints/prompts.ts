import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PromptKind, promptKindOf } from '../../../src/core/prompt/promptDocument.ts';
import { sharedData, sharedDataAbsent } from '../../support/sharedData.ts';

/** A public prompt of the collection beside the project. */
export interface CollectedPrompt {
  readonly name: string;
  readonly text: string;
  readonly kind: PromptKind;
}

/** All prompts of the collection; fails where it is absent. */
export function collectedPrompts(): readonly CollectedPrompt[] {
  const folder = sharedData('prompts');
  if (folder === null) throw new Error(sharedDataAbsent);
  return readdirSync(folder)
    .filter((name) => /^\d+_.*\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => ({
      name,
      text: readFileSync(join(folder, name), 'utf8'),
      kind: promptKindOf({ languageId: name.endsWith('.md') ? 'markdown' : 'plaintext', path: name }),
    }));
}

/** A document of 100 KB out of prompts that are prose rather than code. */
export function longDocument(prompts: readonly CollectedPrompt[]): string {
  const prose = prompts.filter(({ text }) => !text.includes('```') && !text.startsWith('---'));
  return prose
    .map(({ text }) => text)
    .join('\n\n')
    .slice(0, 100_000);
}
