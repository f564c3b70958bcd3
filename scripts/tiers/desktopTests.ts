import { runTests } from '@vscode/test-electron';
import { projectRoot } from '../../test/support/paths.ts';
import type { TestRecord } from '../../test/support/testRecord.ts';
import { runHostTests } from './hostTests.ts';

/** The tests of the host tier inside a desktop VS Code, which is downloaded to `.vscode-test/`. */
export async function desktopTests(filter: string): Promise<readonly TestRecord[]> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return refused('A desktop VS Code needs a display: try `xvfb-run npm run test:desktop`.');
  }
  try {
    return await runHostTests(filter, ({ entry, workspace, env }) =>
      runTests({
        extensionDevelopmentPath: projectRoot,
        extensionTestsPath: entry,
        extensionTestsEnv: env,
        launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
      }),
    );
  } catch (error) {
    return refused(
      `The desktop VS Code could not be downloaded or run (${String(error)}). \`npm run test:host\` runs the ` +
        'same tests in the VS Code server, which comes by npm.',
    );
  }
}

function refused(sentence: string): readonly TestRecord[] {
  console.error(sentence);
  return [{ outcome: 'failed', title: 'desktop VS Code' }];
}
