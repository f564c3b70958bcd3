import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Command, controlPath } from './control.ts';
import type { SimulatorOptions } from './options.ts';
import type { ResponsePlan } from './plan.ts';
import type { Milestone, RecordedRequest } from './record.ts';

/** Which request a test waits for, other than a run that reached its first event. */
interface WaitOptions {
  /** For `event`: how many events must have been written (1). */
  readonly events?: number;
  /** Only requests of this path count (`/v1/messages`). */
  readonly path?: string;
}

/** The controls of a simulated Claude. */
export interface Simulator {
  readonly origin: string;
  /** Appends responses for the next `POST /v1/messages`, first come first served; afterwards answers are drawn. */
  script(plans: readonly ResponsePlan[]): Promise<void>;
  /** Changes options from now on. */
  configure(options: Partial<SimulatorOptions>): Promise<void>;
  /** Everything received since the start or the last clear. */
  requests(): Promise<readonly RecordedRequest[]>;
  /** Resolves when the nth request (from 1) reached a point; rejects when it can't any more. */
  waitFor(what: Milestone, nth: number, options?: WaitOptions): Promise<RecordedRequest>;
  /** Lets go the responses that are held now; gives their number. */
  release(): Promise<number>;
  /** Back to the start, options kept: plans, records, prompt cache, draws. */
  clear(): Promise<void>;
  /** Ends the process that `startSimulator` started; does nothing for one that was only connected to. */
  stop(): Promise<void>;
}

// Not `fetch`: its diagnostics would mix with those of the code under test.
function send(origin: string, command: Command): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(`${origin}${controlPath}`, { method: 'POST', agent: false }, async (response) => {
      try {
        let text = '';
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        const { error, result } = JSON.parse(text);
        if (error === undefined) resolve(result);
        else reject(new Error(`simulator: ${error}`));
      } catch (failure) {
        reject(failure);
      }
    });
    call.on('error', reject).end(JSON.stringify(command));
  });
}

/** Connects to a simulated Claude that runs already. */
export function connectSimulator(origin: string): Simulator {
  return {
    origin,
    script: async (plans) => void (await send(origin, { command: 'script', plans })),
    configure: async (options) => void (await send(origin, { command: 'configure', options })),
    requests: async () => (await send(origin, { command: 'requests' })) as readonly RecordedRequest[],
    waitFor: async (what, nth, { events = 1, path = '/v1/messages' } = {}) =>
      (await send(origin, { command: 'wait', wanted: { what, nth, events, path } })) as RecordedRequest,
    release: async () => (await send(origin, { command: 'release' })) as number,
    clear: async () => void (await send(origin, { command: 'clear' })),
    stop: async () => undefined,
  };
}

// Linux deals out the CPU among sessions first, so the session of a process that gives way has to give way too.
function lowerSession(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, '19');
  } catch {
    // Not on this system, or not allowed.
  }
}

const idleScheduler = '/usr/bin/chrt';

/**
 * Starts a simulated Claude in a process of its own; rejects when it does not come up. One that `givesWay` gets the
 * CPU that nothing else wants, as a server on another machine takes none; where that can't be had, it is as any other.
 */
export async function startSimulator(
  options: Partial<SimulatorOptions> = {},
  givesWay = false,
): Promise<Simulator> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const command = [process.execPath, main, '--options', JSON.stringify(options)];
  const canGiveWay = givesWay && existsSync(idleScheduler);
  const [program = '', ...args] = canGiveWay ? [idleScheduler, '--idle', '0', ...command] : command;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: canGiveWay });
  if (canGiveWay) lowerSession(child.pid);
  const exited = once(child, 'exit');
  const first = once(createInterface({ input: child.stdout }), 'line');
  const [line] = await Promise.race([
    first,
    exited.then(([code]) => Promise.reject(new Error(`the simulator ended with ${code}`))),
  ]);
  const { origin } = JSON.parse(String(line)) as { origin: string };
  return {
    ...connectSimulator(origin),
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
