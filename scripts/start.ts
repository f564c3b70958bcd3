import { parseArgs } from 'node:util';
import { startSimulator } from '../test/simulator/client.ts';
import { projectRoot } from '../test/support/paths.ts';
import { type ServerOptions, startVscodeServer } from '../test/support/vscodeServer.ts';
import { copyWorkspace } from '../test/support/workspace.ts';
import { bundle } from './bundle.ts';
import { openInBrowser } from './openInBrowser.ts';
import { runMainJob } from './runMainJob.ts';

const { values } = parseArgs({
  options: { real: { type: 'boolean', default: false }, headless: { type: 'boolean', default: false } },
});

/** Undone in reverse order at the end, whatever the end is. */
const opened: (() => Promise<void> | void)[] = [];

async function main(): Promise<void> {
  const claude = await connection();
  await bundle({ dev: !values.headless });
  const options: ServerOptions = { ...claude, extensionDevelopmentPath: projectRoot };
  if (values.headless) {
    console.log(await runMainJob(options));
    return;
  }
  const workspace = copyWorkspace();
  opened.push(() => workspace.remove());
  const server = await startVscodeServer(options);
  opened.push(() => server.stop());
  const url = server.url(workspace.path);
  console.log(
    `VS Code with Prompt Tuner and ${values.real ? 'the real' : 'a simulated'} Claude:\n\n  ${url}\n`,
  );
  console.log('Open triage.prompt.md and press Ctrl+Alt+Enter (Mac: Cmd+Alt+Enter). Ctrl+C here ends it.');
  openInBrowser(url);
  await interrupted();
}

// The real Claude only on demand: a key that merely lies in the environment must not cost anything.
async function connection(): Promise<Pick<ServerOptions, 'settings' | 'env'>> {
  if (values.real) {
    const key = process.env.ANTHROPIC_API_KEY;
    if (!key) throw new Error('--real sends to the real Claude and needs a key in ANTHROPIC_API_KEY.');
    return { env: { ANTHROPIC_API_KEY: key } };
  }
  const simulator = await startSimulator({ keys: 'none' });
  opened.push(() => simulator.stop());
  return { settings: { 'promptTuner.baseUrl': simulator.origin, 'promptTuner.auth': 'none' } };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    // Not once: npm passes Ctrl+C on, so it comes twice, and the second must not cut the clearing up short.
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const undo of opened.reverse()) await undo();
}
