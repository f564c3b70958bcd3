import { isAtLeast } from './modelId.ts';

/** Whether the model goes on with an answer that the request begins: up to Claude 4.5 (Migration guide, platform.claude.com); an id that is no Claude version may. */
export function takesPrefill(modelId: string): boolean {
  return !isAtLeast(modelId, 4, 6);
}
