import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInExtensionHost } from '../support/extensionHost.ts';
import { bundleForHost } from '../support/hostBundle.ts';
import { projectRoot } from '../support/paths.ts';
import { runToEnd } from '../support/process.ts';
import { copyWorkspace } from '../support/workspace.ts';
import { atMost, type Bench, type Figure, medianOf, reported } from './figure.ts';

const starts = 9;

/** What the extension costs before it is used: VS Code's own startup table, and sizes. */
export const bench: Bench = {
  name: 'activation',
  title: `Activation (median of ${starts} starts of a real VS Code) and sizes`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-activation-'));
    try {
      return [...(await times(folder)), ...(await sizes(folder))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Activation {
  readonly load: number;
  readonly call: number;
}

async function times(folder: string): Promise<readonly Figure[]> {
  const entry = await bundleForHost({ entry: 'test/bench/host/startupTable.ts', folder: 'bench-host' });
  const activations: Activation[] = [];
  for (let start = 0; start < starts; start += 1) {
    activations.push(await once(entry, join(folder, `startup-${start}.md`)));
  }
  const sums = activations.map(({ load, call }) => load + call);
  return [
    atMost('load code + call activate, median', medianOf(sums), 'ms', 15),
    reported('load code + call activate, slowest', Math.max(...sums), 'ms'),
    reported('load code + call activate, fastest', Math.min(...sums), 'ms'),
    reported('load code, median', medianOf(activations.map(({ load }) => load)), 'ms'),
    reported('call activate, median', medianOf(activations.map(({ call }) => call)), 'ms'),
  ];
}

async function once(entry: string, results: string): Promise<Activation> {
  const workspace = copyWorkspace();
  const lines: string[] = [];
  try {
    const code = await runInExtensionHost({
      entry,
      workspace: workspace.path,
      env: { PROMPT_TUNER_RESULTS: results },
      limitMs: 90_000,
      onLine: (line) => lines.push(line),
    });
    if (code !== 0) throw new Error(`No startup table (code ${code}):\n${lines.slice(-5).join('\n')}`);
    return activationIn(readFileSync(results, 'utf8'));
  } finally {
    workspace.remove();
  }
}

/** The extension's row in the Markdown table that has a column "Load Code"; times in ms. Rows of others can name it too. */
function activationIn(text: string): Activation {
  const rows = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const header = rows.find((row) => row.includes('Load Code'));
  const row = rows.find(
    (cells) =>
      cells[header?.indexOf('Extension') ?? -1] === 'prompt-tuner.prompt-tuner' &&
      cells.length >= (header?.length ?? 99),
  );
  const cell = (name: string): number => Number(row?.[header?.indexOf(name) ?? -1]);
  const activation = { load: cell('Load Code'), call: cell('Call Activate') };
  if (Number.isNaN(activation.load + activation.call)) {
    throw new Error(`The startup table has no times of the extension:\n${text.slice(0, 4000)}`);
  }
  return activation;
}

async function sizes(folder: string): Promise<readonly Figure[]> {
  const args = ['scripts/package.ts', '--json', '--out', join(folder, 'prompt-tuner.vsix')];
  const { output } = await runToEnd(process.execPath, args, { cwd: projectRoot });
  const json = /^\{"path".*$/m.exec(output)?.[0];
  if (json === undefined) throw new Error(`The extension could not be packaged:\n${output}`);
  const { activationBytes, bytes } = JSON.parse(json) as { activationBytes: number; bytes: number };
  return [
    atMost('loaded at activation', activationBytes / 1000, 'kB', 100),
    atMost('VSIX', bytes / 1000, 'kB', 1000),
  ];
}
