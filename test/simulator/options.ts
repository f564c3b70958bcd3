import type { Dialect } from './plan.ts';

/** How the simulated Claude behaves where no plan says otherwise. */
export interface SimulatorOptions {
  /** Same seed and same order of requests give the same texts, counts and planned delays. */
  readonly seed: number;
  /** Multiplies every drawn delay: 1 is real time, 0 as fast as it can; delays named in a plan are taken as they are. */
  readonly speed: number;
  /** `any`: some key must be there; `none`: no key is asked for; a list: only these keys are accepted. */
  readonly keys: 'any' | 'none' | readonly string[];
  /** Which header a key is read from; gateways often know only `x-api-key`. */
  readonly auth: 'both' | 'bearer' | 'x-api-key';
  /** Whether `/v1/models` exists; gateways often lack it. */
  readonly models: boolean;
  /** Whether `/v1/messages/count_tokens` exists. */
  readonly countTokens: boolean;
  /** Whether answers can be read from the prompt cache. */
  readonly cache: boolean;
  /** The wire dialect of every answer whose plan names none. */
  readonly dialect: Dialect;
}

/** What a new simulator does. */
export const defaultOptions: SimulatorOptions = {
  seed: 1,
  speed: 1,
  keys: 'any',
  auth: 'both',
  models: true,
  countTokens: true,
  cache: true,
  dialect: {},
};
