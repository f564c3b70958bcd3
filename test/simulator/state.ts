import { PromptCache } from './cache.ts';
import { Gate } from './gate.ts';
import { Journal } from './journal.ts';
import { defaultOptions, type SimulatorOptions } from './options.ts';
import type { ResponsePlan } from './plan.ts';

/** All that one simulated Claude knows. */
export class State {
  readonly journal = new Journal();
  readonly gate = new Gate();
  readonly cache = new PromptCache();
  options: SimulatorOptions = defaultOptions;
  plans: ResponsePlan[] = [];
  /** Requests of any kind so far, for request ids. */
  received = 0;
  /** Answers begun so far: together with the seed and the request this decides what is drawn. */
  answered = 0;

  /** Back to the start, options kept: plans, records, cache and draws; what is held goes on. */
  clear(): void {
    this.plans = [];
    this.received = 0;
    this.answered = 0;
    this.journal.clear();
    this.cache.clear();
    this.gate.release();
  }
}
