import { join } from 'node:path';
import sharp from 'sharp';
import { CompareDriver } from '../test/support/compareDriver.ts';
import { HistoryDriver } from '../test/support/historyDriver.ts';
import { projectRoot } from '../test/support/paths.ts';
import { openRunWindow, type RunWindow, runKey } from '../test/support/runWindow.ts';
import type { Settings } from '../test/support/vscodeServer.ts';
import { bundle, shown } from './bundle.ts';

/** A picture of the README is at most this large, in bytes. */
const mostBytes = 50_000;

const file = 'triage.prompt.md';
const size = { width: 1100, height: 720 };
const titleBarHeight = 35;
const longestComparisonMs = 600_000;

const look: Settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.guides.indentation': false,
  'editor.lineNumbers': 'off',
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'files.autoSave': 'off',
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.editorActionsLocation': 'hidden',
};

/** A run with its numbers, then the hints of the same prompt. */
async function runAndHints(window: RunWindow): Promise<void> {
  const { workbench, output, page } = window;
  await workbench.openFile(file);
  await workbench.press('ControlOrMeta+B');
  await run(window);
  await output.press('dismiss-notice');
  await toTop(window);
  await save(window, 'run');
  await workbench.runCommand('View: Close All Editors');
  await workbench.openFile(file);
  await page.locator('.view-lines').getByText('It is important to note that').last().click();
  await workbench.press('ControlOrMeta+.');
  await page.locator('.action-widget').first().waitFor();
  await save(window, 'hints', 540);
}

/** Three versions of a prompt in the side panel, then the comparison of the last one with the saved file. */
async function latencyAndComparison(window: RunWindow): Promise<void> {
  const { workbench, page } = window;
  const history = new HistoryDriver(workbench);
  const compare = new CompareDriver(workbench);
  await workbench.openFile(file);
  await history.open();
  await runs(window, 4);
  await workbench.focusTextEditor();
  await workbench.runCommand('Prompt Tuner: Fix All Safe Hints');
  await runs(window, 4);
  await workbench.focusTextEditor();
  await workbench.press('ControlOrMeta+End');
  await workbench.type('\nAnswer in at most 3 sentences.');
  await runs(window, 6);
  await history.lists('14 runs');
  await widenSideBar(window);
  await page.locator('.tab', { hasText: 'Prompt Output' }).click({ button: 'middle' });
  await save(window, 'latency');
  await workbench.press('ControlOrMeta+B');
  await workbench.focusTextEditor();
  await compare.choose('Saved');
  await compare.action('start');
  await workbench.webview('[data-action="run-again"]', longestComparisonMs);
  await save(window, 'comparison');
}

async function runs(window: RunWindow, count: number): Promise<void> {
  for (let made = 0; made < count; made++) await run(window);
}

async function run({ workbench, output, simulator }: RunWindow): Promise<void> {
  const { length } = (await simulator.requests()).filter(({ path }) => path === '/v1/messages');
  await workbench.focusTextEditor();
  await workbench.press(runKey);
  await simulator.waitFor('event', length + 1);
  await output.shows({ phase: 'ended', end: 'complete' });
}

async function toTop({ output }: RunWindow): Promise<void> {
  const panel = await output.shows({ end: 'complete' });
  await panel.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

async function widenSideBar({ page }: RunWindow): Promise<void> {
  const edge = await page.locator('.part.sidebar').boundingBox();
  if (edge === null) throw new Error('The side bar is not shown.');
  await page.mouse.move(edge.x + edge.width, size.height / 2);
  await page.mouse.down();
  await page.mouse.move(size.width / 2, size.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** Writes `media/NAME.webp`, which is exact: the window without its title bar, down to `bottom`. */
async function save({ page }: RunWindow, name: string, bottom = size.height): Promise<void> {
  // Away from whatever would show a hover.
  await page.mouse.move(size.width / 2, 5);
  const clip = { x: 0, y: titleBarHeight, width: size.width, height: bottom - titleBarHeight };
  const picture = await page.screenshot({ clip, animations: 'disabled' });
  const path = join(projectRoot, 'media', `${name}.webp`);
  const { size: bytes } = await sharp(picture).webp({ lossless: true, effort: 6 }).toFile(path);
  console.log(`${shown(path)}  ${(bytes / 1000).toFixed(1)} kB`);
  if (bytes > mostBytes) throw new Error(`${shown(path)} is larger than ${mostBytes / 1000} kB.`);
}

/** Draws `media/icon.png`, which the marketplace wants, from the vectors beside it. */
async function drawIcon(): Promise<void> {
  const media = join(projectRoot, 'media');
  const icon = sharp(join(media, 'icon.svg')).png({ palette: true, effort: 10 });
  await icon.toFile(join(media, 'icon.png'));
}

async function withWindow(theme: string, act: (window: RunWindow) => Promise<void>): Promise<void> {
  const settings = { ...look, 'workbench.colorTheme': theme };
  const window = await openRunWindow({ settings, simulator: { speed: 1, seed: 7 } });
  try {
    await window.page.setViewportSize(size);
    await act(window);
  } catch (error) {
    await window.workbench.screenshot('pictures');
    throw error;
  } finally {
    await window.close();
  }
}

try {
  await drawIcon();
  await bundle({ dev: false });
  await withWindow('Default Light Modern', runAndHints);
  await withWindow('Default Dark Modern', latencyAndComparison);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
