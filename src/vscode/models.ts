import type * as vscode from 'vscode';
import type { Failure } from '../core/failure.ts';
import { currentHaiku, fallbackCatalogue, mergeCatalogue } from '../core/request/catalogue.ts';
import type { Connection } from '../core/request/connection.ts';
import type { ModelInfo } from '../core/request/model.ts';
import { loadListModels } from './lazy.ts';
import { parseEndpoint } from './origin.ts';

/** A list older than this is fetched anew in the wake of a gesture: ms. */
const staleAfterMs = 24 * 60 * 60 * 1000;

interface CachedList {
  readonly at: number;
  readonly models: readonly ModelInfo[];
}

/** What is known of models: the live list of an origin as it was last fetched, completed by the built-in table. */
export class Models {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** All models known for an origin; never waits for the network. */
  known(origin: string): readonly ModelInfo[] {
    return mergeCatalogue(this.#cached(origin)?.models ?? [], fallbackCatalogue);
  }

  /** Whether the origin ever answered with a list: only then does a missing id mean an unknown model. */
  hasList(origin: string): boolean {
    return (this.#cached(origin)?.models.length ?? 0) > 0;
  }

  /** Whether the list is missing or old enough to fetch again when the person does something that sends anyway. */
  isStale(origin: string): boolean {
    const cached = this.#cached(origin);
    return cached === undefined || Date.now() - cached.at > staleAfterMs;
  }

  /** Fetches the list and keeps it. Resolves to the round trip in ms, or to why it failed; the old list then stays. */
  async refresh(connection: Connection, signal: AbortSignal): Promise<Failure | number> {
    const origin = parseEndpoint(connection.baseUrl)?.origin ?? connection.baseUrl;
    const listModels = await loadListModels();
    const result = await listModels(connection, { signal });
    if (!result.ok) {
      // A gateway without a list is not asked again after each run.
      if (result.failure.status === 404) await this.#keep(origin, []);
      return result.failure;
    }
    await this.#keep(origin, result.value);
    return result.roundTripMs;
  }

  /** The model of a person who chose none: the current Haiku, resolved once and then kept. */
  async defaultModel(origin: string): Promise<string> {
    const kept = this.#state.get<string>('defaultModel');
    if (kept !== undefined) return kept;
    const id = currentHaiku(this.known(origin))?.id ?? '';
    await this.#state.update('defaultModel', id);
    return id;
  }

  /** A newer Haiku than the kept default, to offer once and never to switch to; null for none. */
  async takeNewerDefault(origin: string): Promise<ModelInfo | null> {
    const kept = this.#state.get<string>('defaultModel');
    const current = currentHaiku(this.known(origin));
    if (kept === undefined || current === null || current.id === kept) return null;
    if (this.#state.get<string>('offeredModel') === current.id) return null;
    await this.#state.update('offeredModel', current.id);
    return current;
  }

  /** Makes a model the kept default. */
  async keepDefault(id: string): Promise<void> {
    await this.#state.update('defaultModel', id);
  }

  async #keep(origin: string, models: readonly ModelInfo[]): Promise<void> {
    const list: CachedList = { at: Date.now(), models };
    await this.#state.update(listName(origin), list);
  }

  #cached(origin: string): CachedList | undefined {
    const list = this.#state.get<CachedList>(listName(origin));
    return Array.isArray(list?.models) ? list : undefined;
  }
}

function listName(origin: string): string {
  return `models:${origin}`;
}
