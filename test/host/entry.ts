import { globSync } from 'node:fs';
import { join } from 'node:path';
import type Mocha from 'mocha';
import { isNamed } from '../support/isNamed.ts';
import { appendRecord, linePrefix, type TestRecord } from '../support/testRecord.ts';

/**
 * Runs the bundled test files beside this module inside the extension host, writes a record of each test to the
 * file that `PROMPT_TUNER_RESULTS` names, and rejects when one failed. `PROMPT_TUNER_FILTER` chooses files by
 * words of their names, as `npm test -- NAME…` does.
 */
export async function run(): Promise<void> {
  const { default: MochaClass } = await import('mocha');
  const mocha = new MochaClass({ ui: 'bdd', timeout: 30_000, reporter: MochaClass.reporters.Base });
  const filter = process.env.PROMPT_TUNER_FILTER ?? '';
  for (const file of globSync('*.test.cjs', { cwd: __dirname }).sort()) {
    if (isNamed(file, filter)) mocha.addFile(join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    report(mocha.run(resolve));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}

// Mocha's own reporters write to stdout, which nobody reads in an extension host; the console is passed on.
function report(runner: Mocha.Runner): void {
  const results = process.env.PROMPT_TUNER_RESULTS;
  const write = (outcome: TestRecord['outcome'], test: Mocha.Runnable): void => {
    const title = test.titlePath().join(' › ');
    if (results !== undefined) appendRecord(results, { outcome, title });
    const mark = { passed: '✔', failed: '✖', skipped: '﹣' }[outcome];
    console.log(
      `${linePrefix}${mark} ${title}${test.duration === undefined ? '' : ` (${test.duration} ms)`}`,
    );
  };
  runner.on('pass', (test) => write('passed', test));
  runner.on('pending', (test) => write('skipped', test));
  runner.on('fail', (test, error: Error) => {
    write('failed', test);
    console.log(`${linePrefix}${error.stack ?? error.message}`);
  });
}
