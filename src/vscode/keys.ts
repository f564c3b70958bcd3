import type * as vscode from 'vscode';
import { anthropicOrigin } from './origin.ts';

/** A key and where it was found. */
export interface StoredKey {
  readonly key: string;
  readonly source: 'store' | 'environment';
  /** The server accepted it once. */
  readonly checked: boolean;
}

const environmentVariable = 'ANTHROPIC_API_KEY';

/**
 * API keys, each bound to the origin that it was given for. They live in VS Code's secret storage; where that does
 * not keep them (no keyring), in memory for this window. The environment's key serves the API's own origin, and
 * another one only after the person agreed.
 */
export class Keys {
  readonly #secrets: vscode.SecretStorage;
  readonly #state: vscode.Memento;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #memory = new Map<string, StoredKey>();

  constructor(
    secrets: vscode.SecretStorage,
    state: vscode.Memento,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.#secrets = secrets;
    this.#state = state;
    this.#environment = environment;
  }

  /** The key for an origin, or null when there is none. */
  async find(origin: string): Promise<StoredKey | null> {
    const stored = await this.#read(origin);
    if (stored !== null) return stored;
    const key = this.environmentKey();
    if (key === null) return null;
    const allowed = origin === anthropicOrigin || this.mayUseEnvironmentKey(origin);
    return allowed ? { key, source: 'environment', checked: false } : null;
  }

  /** Keeps a key for an origin. Resolves to false when it is kept for this window only. */
  async store(origin: string, key: string, checked: boolean): Promise<boolean> {
    const stored: StoredKey = { key, source: 'store', checked };
    this.#memory.set(origin, stored);
    try {
      await this.#secrets.store(nameOf(origin), JSON.stringify({ key, checked }));
      const kept = (await this.#secrets.get(nameOf(origin))) !== undefined;
      // What the store keeps is read there: another window may replace or clear it.
      if (kept) this.#memory.delete(origin);
      return kept;
    } catch {
      return false;
    }
  }

  /** Forgets the key of an origin. Resolves to whether there was one. */
  async clear(origin: string): Promise<boolean> {
    const had = (await this.#read(origin)) !== null;
    const wasInMemory = this.#memory.delete(origin);
    await this.#state.update(environmentConsent(origin), undefined);
    try {
      await this.#secrets.delete(nameOf(origin));
    } catch (error) {
      // A storage that does not work holds none.
      if (had && !wasInMemory) throw error;
    }
    return had;
  }

  /** The key in `ANTHROPIC_API_KEY`, or null. */
  environmentKey(): string | null {
    return this.#environment[environmentVariable]?.trim() || null;
  }

  /** Whether the person agreed that the environment's key goes to this origin. */
  mayUseEnvironmentKey(origin: string): boolean {
    return this.#state.get<boolean>(environmentConsent(origin), false);
  }

  /** Remembers that the environment's key may go to this origin. */
  async allowEnvironmentKey(origin: string): Promise<void> {
    await this.#state.update(environmentConsent(origin), true);
  }

  async #read(origin: string): Promise<StoredKey | null> {
    const kept = this.#memory.get(origin);
    if (kept !== undefined) return kept;
    let text: string | undefined;
    try {
      text = await this.#secrets.get(nameOf(origin));
    } catch {
      return null;
    }
    if (text === undefined) return null;
    try {
      const { key, checked } = JSON.parse(text) as { key?: unknown; checked?: unknown };
      return typeof key === 'string' ? { key, source: 'store', checked: checked === true } : null;
    } catch {
      return null;
    }
  }
}

function nameOf(origin: string): string {
  return `key:${origin}`;
}

function environmentConsent(origin: string): string {
  return `environmentKeyFor:${origin}`;
}
