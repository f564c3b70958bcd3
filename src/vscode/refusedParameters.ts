import type * as vscode from 'vscode';

/** Remembers which request parameters a model at an origin refused, so that they are not sent to it again. */
export class RefusedParameters {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** The API's field names that were refused. */
  of(origin: string, model: string): ReadonlySet<string> {
    return new Set(this.#state.get<readonly string[]>(nameOf(origin, model), []));
  }

  /** Remembers one more. */
  async add(origin: string, model: string, parameter: string): Promise<void> {
    await this.#state.update(nameOf(origin, model), [...this.of(origin, model), parameter]);
  }

  /** Forgets them, such as when the person sets the parameter anew. */
  async forget(origin: string, model: string): Promise<void> {
    await this.#state.update(nameOf(origin, model), undefined);
  }
}

function nameOf(origin: string, model: string): string {
  return `refused:${origin}:${model}`;
}
