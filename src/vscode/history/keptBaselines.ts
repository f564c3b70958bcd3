import type * as vscode from 'vscode';
import type { RunGroup } from '../../core/history/runGroup.ts';

/** A measured baseline as it is kept; times in ms. */
export interface KeptBaseline {
  readonly ms: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  /** Ms since 1970. */
  readonly at: number;
}

type Measured = Pick<RunGroup, 'model' | 'place' | 'simulated'>;

/** The last measured baseline of each model and place. */
export class KeptBaselines {
  readonly #state: vscode.Memento;

  constructor(globalState: vscode.Memento) {
    this.#state = globalState;
  }

  of(measured: Measured): KeptBaseline | null {
    return this.#state.get<KeptBaseline>(nameOf(measured)) ?? null;
  }

  async keep(measured: Measured, baseline: KeptBaseline): Promise<void> {
    await this.#state.update(nameOf(measured), baseline);
  }
}

function nameOf({ model, place, simulated }: Measured): string {
  return `baseline:${simulated ? 'simulated:' : ''}${place}:${model}`;
}
