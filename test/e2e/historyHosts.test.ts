import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { launchBrowser, openPage } from '../support/browser.ts';
import { runInExtensionHost } from '../support/extensionHost.ts';
import { bundleForHost } from '../support/hostBundle.ts';
import { projectRoot } from '../support/paths.ts';
import { startVscodeServer } from '../support/vscodeServer.ts';
import { copyWorkspace } from '../support/workspace.ts';

describe('the history of real extension hosts', () => {
  const root = mkdtempSync(join(tmpdir(), 'prompt-tuner-history-hosts-'));
  let entry: string;

  before(async () => {
    entry = await bundleForHost({ entry: 'test/e2e/host/addRuns.ts', folder: 'e2e-history' });
  });

  after(() => rmSync(root, { recursive: true, force: true }));

  /** Lets an extension host add runs; what it printed comes with its exit code. */
  async function addRuns(folder: string, kept: string, runs: number): Promise<number> {
    const workspace = copyWorkspace();
    const env = { PROMPT_TUNER_FOLDER: folder, PROMPT_TUNER_KEPT: kept, PROMPT_TUNER_RUNS: String(runs) };
    try {
      return await runInExtensionHost({ entry, workspace: workspace.path, env });
    } finally {
      workspace.remove();
    }
  }

  /** The first line, a process, and the ids after it. */
  function read(kept: string): { readonly pid: number; readonly ids: readonly string[] } {
    const [pid = '', ...ids] = existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').slice(0, -1) : [];
    return { pid: Number(pid), ids };
  }

  function contents(folder: string): { readonly ids: readonly string[]; readonly check: unknown } {
    const database = new DatabaseSync(join(folder, 'history.db'));
    const ids = database.prepare('SELECT id FROM run').all();
    const check = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
    database.close();
    return { ids: ids.map(({ id }) => String(id)), check };
  }

  it('two add 1,000 runs each at once: 2,000 are there, none twice', async () => {
    const folder = join(root, 'two');
    const files = ['a', 'b'].map((name) => join(root, `two-${name}.txt`));
    assert.deepEqual(await Promise.all(files.map((kept) => addRuns(folder, kept, 1_000))), [0, 0]);
    const { ids, check } = contents(folder);
    assert.deepEqual(
      { rows: ids.length, different: new Set(ids).size, check },
      { rows: 2_000, different: 2_000, check: 'ok' },
    );
    assert.deepEqual(files.flatMap((kept) => read(kept).ids).toSorted(), ids.toSorted());
  });

  it('one that is killed among its runs loses none that was kept', async () => {
    const folder = join(root, 'killed');
    const kept = join(root, 'killed.txt');
    const workspace = copyWorkspace();
    const env = { PROMPT_TUNER_FOLDER: folder, PROMPT_TUNER_KEPT: kept, PROMPT_TUNER_RUNS: '20000' };
    const server = await startVscodeServer({
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: entry,
      env,
    });
    const browser = await launchBrowser();
    try {
      const page = await openPage(browser);
      await page.goto(server.url(workspace.path), { waitUntil: 'domcontentloaded' });
      while (read(kept).ids.length < 200) await setTimeout(5);
      process.kill(read(kept).pid, 'SIGKILL');
    } finally {
      await browser.close();
      await server.stop();
      workspace.remove();
    }
    const stored = contents(folder);
    const there = new Set(stored.ids);
    assert.ok(there.size < 20_000, 'killed before its end');
    assert.deepEqual(
      { check: stored.check, lost: read(kept).ids.filter((id) => !there.has(id)) },
      { check: 'ok', lost: [] },
    );
  });
});
