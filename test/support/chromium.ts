import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectRoot } from './paths.ts';
import { runToEnd } from './process.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, an installed one, Playwright's own, or on Debian as root one that is
 * installed now; rejects with a sentence that says what to install.
 */
export async function ensureChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names ${chosen}, which is not there.`);
  }
  const found = installed();
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium (apt-get install chromium, once) …');
    const reason = await aptInstall();
    const added = installed();
    if (added !== null) return added;
    throw new Error(`Chromium could not be installed by apt-get:\n${reason.slice(-2000)}`);
  }
  throw new Error(
    'No Chromium was found. Install Chromium or Google Chrome ' +
      '(Debian: apt-get install chromium; anywhere: npx playwright-core install chromium), ' +
      'or set CHROMIUM_PATH to the program.',
  );
}

function installed(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...wellKnown, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

async function aptInstall(): Promise<string> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runToEnd('apt-get', ['update'], { cwd: projectRoot, env });
  const packages = ['chromium', 'fonts-dejavu-core'];
  const install = await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    cwd: projectRoot,
    env,
  });
  return update.output + install.output;
}
