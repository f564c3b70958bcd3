import type * as vscode from 'vscode';
import type { Renamed } from '../../core/prompt/renamedKey.ts';
import { renameKept } from '../keptByPrompt.ts';

/** The run whose answer later answers of a prompt are held against. */
export interface Reference {
  readonly runId: string;
  /** SHA-256 of the prompt's text of that run. */
  readonly promptHash: string;
}

const prefix = 'reference:';

/** The references of the workspace's prompts, at most one each. */
export class References {
  readonly #state: vscode.Memento;

  constructor(workspaceState: vscode.Memento) {
    this.#state = workspaceState;
  }

  of(promptKey: string): Reference | null {
    return this.#state.get<Reference>(nameOf(promptKey)) ?? null;
  }

  /** The version whose answer is the reference; null for none. */
  versionOf(promptKey: string): string | null {
    return this.of(promptKey)?.promptHash ?? null;
  }

  /** Sets the reference of a prompt; null clears it. */
  async set(promptKey: string, reference: Reference | null): Promise<void> {
    await this.#state.update(nameOf(promptKey), reference ?? undefined);
  }

  /** Lets the references of prompts stay with them when their document is renamed. */
  async rename(renames: readonly Renamed[]): Promise<void> {
    await renameKept(this.#state, prefix, renames);
  }
}

function nameOf(promptKey: string): string {
  return prefix + promptKey;
}
