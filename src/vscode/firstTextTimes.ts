import type * as vscode from 'vscode';
import { metricsOf } from '../core/run/metrics.ts';
import type { RunRecord } from '../core/run/record.ts';

/** First-text times of a prompt's own runs by model, ms, oldest first. */
type Times = Readonly<Record<string, readonly number[]>>;

const keptRuns = 20;
const keptPrompts = 200;

/** How fast models answered each prompt: times of single prompts, never mixed with those of others. */
export class FirstTextTimes {
  readonly #state: vscode.Memento;

  constructor(workspaceState: vscode.Memento) {
    this.#state = workspaceState;
  }

  /** Adds a run; retried, cached, cancelled, failed, overlapped, simulated and sample runs say nothing about a model. */
  async add(record: RunRecord): Promise<void> {
    const { state, prompt, request } = record;
    const { firstTextMs } = metricsOf(state);
    const clean =
      state.endState === 'complete' &&
      state.attempts.length === 1 &&
      !record.sample &&
      !record.concurrent &&
      !state.simulated &&
      (state.usage.cacheReadTokens ?? 0) === 0;
    if (!clean || firstTextMs === null) return;
    const { [prompt.key]: old = {}, ...others } = this.#all();
    const { model } = request.body;
    const times = { ...old, [model]: [...(old[model] ?? []), firstTextMs].slice(-keptRuns) };
    const kept = Object.entries(others).slice(-(keptPrompts - 1));
    await this.#state.update('firstTextTimes', Object.fromEntries([...kept, [prompt.key, times]]));
  }

  /** Median first-text time of a prompt with a model, ms, and over how many runs; null without runs. */
  median(key: string, model: string): { readonly ms: number; readonly n: number } | null {
    const times = this.#all()[key]?.[model]?.toSorted((a, b) => a - b) ?? [];
    if (times.length === 0) return null;
    const middle = (times.length - 1) / 2;
    const ms = ((times[Math.floor(middle)] ?? 0) + (times[Math.ceil(middle)] ?? 0)) / 2;
    return { ms, n: times.length };
  }

  #all(): Readonly<Record<string, Times>> {
    return this.#state.get<Readonly<Record<string, Times>>>('firstTextTimes', {});
  }
}
