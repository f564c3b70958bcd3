import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInExtensionHost } from '../../test/support/extensionHost.ts';
import { bundleHostTests } from '../../test/support/hostBundle.ts';
import { projectRoot } from '../../test/support/paths.ts';
import { linePrefix, readRecords, type TestRecord } from '../../test/support/testRecord.ts';
import { copyWorkspace } from '../../test/support/workspace.ts';

/** What a launcher of VS Code gets: the module to run, the folder to open, the host's environment. */
export interface HostLaunch {
  readonly entry: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The tests inside the extension host of the VS Code server; its whole console goes to `out/host-console.log`. */
export function hostTests(filter: string): Promise<readonly TestRecord[]> {
  const log = join(projectRoot, 'out/host-console.log');
  return runHostTests(filter, async (launch) => {
    writeFileSync(log, '');
    const onLine = (line: string): void => {
      appendFileSync(log, `${line}\n`);
      if (line.startsWith(linePrefix)) console.log(line.slice(linePrefix.length));
    };
    try {
      return await runInExtensionHost({ ...launch, onLine });
    } catch (error) {
      console.error(
        `${String(error)}. What its console said last:\n${readFileSync(log, 'utf8').slice(-3000)}`,
      );
      return 1;
    }
  });
}

/** Bundles the tests, runs them by `launch` (resolves with an exit code) and reads what became of them. */
export async function runHostTests(
  filter: string,
  launch: (launch: HostLaunch) => Promise<number>,
): Promise<readonly TestRecord[]> {
  const entry = await bundleHostTests();
  const workspace = copyWorkspace();
  const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-results-'));
  const results = join(folder, 'results.jsonl');
  try {
    const env = { PROMPT_TUNER_RESULTS: results, PROMPT_TUNER_FILTER: filter };
    const code = await launch({ entry, workspace: workspace.path, env });
    const records = readRecords(results);
    if (code === 0 || records.some((record) => record.outcome === 'failed')) return records;
    return [...records, { outcome: 'failed', title: `the extension host ended with code ${code}` }];
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
