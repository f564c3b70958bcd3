import { globSync } from 'node:fs';
import { delimiter, join, relative, resolve } from 'node:path';
import { type EventData, run } from 'node:test';
import { spec } from 'node:test/reporters';
import { isNamed } from '../../test/support/isNamed.ts';
import { projectRoot } from '../../test/support/paths.ts';
import type { TestRecord } from '../../test/support/testRecord.ts';
import type { Tier, TierName } from './tier.ts';

/** How the files of a tier are run. */
export interface NodeTestsOptions {
  /** Which folders of the tier hold the files, as a glob; all unless given. */
  readonly folders?: string;
  /** A module that imports the files that `PROMPT_TUNER_FILES` names, so that they share its process. */
  readonly together?: string;
  /** So many processes at a time. */
  readonly concurrency: number;
  /** A process may take so long: ms. */
  readonly timeout: number;
}

/** Files of a tier for `node:test`, each in a process of its own unless told otherwise. */
export function nodeTests(tier: TierName, { folders = '**', together, ...options }: NodeTestsOptions): Tier {
  return async (filter) => {
    const files = globSync(`test/${tier}/${folders}/*.test.ts`, { cwd: projectRoot })
      .filter((file) => isNamed(relative(`test/${tier}`, file), filter))
      .sort()
      .map((file) => join(projectRoot, file));
    if (files.length === 0) return [];
    const records: TestRecord[] = [];
    const add = (record: TestRecord | null): void => {
      if (record !== null) records.push(record);
    };
    const watchdog = new Watchdog(options.timeout + 20_000);
    if (together !== undefined) process.env.PROMPT_TUNER_FILES = files.join(delimiter);
    const started = together === undefined ? files : [join(projectRoot, together)];
    const tests = run({ files: started, ...options, signal: watchdog.signal });
    tests.on('test:dequeue', () => watchdog.feed());
    tests.on('test:pass', (event) => {
      watchdog.feed();
      add(passed(event));
    });
    tests.on('test:fail', (event) => {
      watchdog.feed();
      add(failed(event));
    });
    try {
      for await (const text of tests.compose(spec)) process.stdout.write(text);
    } finally {
      watchdog.stop();
    }
    return records;
  };
}

// A test that times out fails, but what it left running keeps its process, and with it the whole run, alive.
class Watchdog {
  readonly #limitMs: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.feed();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  feed(): void {
    this.stop();
    this.#timer = setTimeout(() => this.#controller.abort(), this.#limitMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function passed(event: EventData.TestPass): TestRecord | null {
  const { details, name: title, file, skip, todo } = event;
  if (details.type === 'suite') return null;
  // A file without any test is reported as a passed test with the file's name.
  if (file !== undefined && resolve(title) === resolve(file)) return null;
  return { outcome: skip === undefined && todo === undefined ? 'passed' : 'skipped', title };
}

// A test or suite that failed only because of a test in it is that test's failure, not one more.
function failed(event: EventData.TestFail): TestRecord | null {
  const cause: object = event.details.error;
  const ofSubtest = 'failureType' in cause && cause.failureType === 'subtestsFailed';
  return ofSubtest ? null : { outcome: 'failed', title: event.name };
}
