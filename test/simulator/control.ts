import type { ServerResponse } from 'node:http';
import { assertNever } from '../../src/core/assertNever.ts';
import type { Awaited } from './journal.ts';
import type { SimulatorOptions } from './options.ts';
import type { ResponsePlan } from './plan.ts';
import type { State } from './state.ts';

/** Where the control endpoints live; they belong to tests and are never recorded. */
export const controlPath = '/__simulator/';

/** What a test asks of the simulated Claude. */
export type Command =
  | { readonly command: 'script'; readonly plans: readonly ResponsePlan[] }
  | { readonly command: 'configure'; readonly options: Partial<SimulatorOptions> }
  | { readonly command: 'requests' }
  | { readonly command: 'wait'; readonly wanted: Awaited }
  | { readonly command: 'release' }
  | { readonly command: 'clear' };

async function obey(command: Command, state: State): Promise<unknown> {
  switch (command.command) {
    case 'script':
      state.plans.push(...command.plans);
      return state.plans.length;
    case 'configure':
      state.options = { ...state.options, ...command.options };
      return state.options;
    case 'requests':
      return state.journal.entries;
    case 'wait':
      return state.journal.until(command.wanted);
    case 'release':
      return state.gate.release();
    case 'clear':
      return state.clear() ?? null;
    default:
      return assertNever(command);
  }
}

/** Carries out a command and answers with its result, or with `{error}` and 409. */
export async function control(command: Command, response: ServerResponse, state: State): Promise<void> {
  const result = await obey(command, state);
  const failed = result instanceof Error;
  response.writeHead(failed ? 409 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(failed ? { error: result.message } : { result }));
}
