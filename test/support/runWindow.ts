import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { type Simulator, startSimulator } from '../simulator/client.ts';
import type { SimulatorOptions } from '../simulator/options.ts';
import type { AnswerOverrides, ResponsePlan } from '../simulator/plan.ts';
import type { RecordedRequest } from '../simulator/record.ts';
import { OutputDriver } from './outputDriver.ts';
import type { ServerOptions, Settings } from './vscodeServer.ts';
import { openVscode, type VscodeWindow } from './vscodeWindow.ts';

/** A VS Code window whose extension sends to a simulated Claude. */
export interface RunWindow extends VscodeWindow {
  readonly simulator: Simulator;
  readonly output: OutputDriver;
  /** Writes a file into the workspace and opens it; the editor has the focus then. */
  openText(name: string, text: string): Promise<void>;
  /** Puts settings on top of those that the window was opened with, by the editor that has the focus then, until the next call. */
  applySettings(settings: Settings): Promise<void>;
}

/** What a window for runs is opened with. */
export interface RunWindowOptions extends ServerOptions {
  readonly simulator?: Partial<SimulatorOptions>;
  /** The simulated Claude takes no CPU that anything else wants. */
  readonly simulatorGivesWay?: boolean;
}

/** The key that runs the prompt in the editor. */
export const runKey = 'ControlOrMeta+Alt+Enter';

/** Opens VS Code with a simulated Claude that asks for no key and answers as fast as it can. */
export async function openRunWindow(options: RunWindowOptions = {}): Promise<RunWindow> {
  const { simulator: simulated = {}, simulatorGivesWay, ...server } = options;
  const simulator = await startSimulator({ speed: 0, keys: 'none', ...simulated }, simulatorGivesWay);
  try {
    const own = { 'promptTuner.baseUrl': simulator.origin, 'promptTuner.auth': 'none', ...server.settings };
    const window = await openVscode({ ...server, settings: own });
    return { ...window, ...drive(window), simulator, close: () => closeBoth(window, simulator) };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

function drive({ workbench, workspace, page, server }: VscodeWindow) {
  const file = join(server.home, 'user/User/settings.json');
  const own = JSON.parse(readFileSync(file, 'utf8')) as Settings;
  let applied = 0;
  let inForce: Settings = {};
  return {
    output: new OutputDriver(workbench),
    openText: async (name: string, text: string) => {
      const path = join(workspace.path, name);
      const stands = existsSync(path) && readFileSync(path, 'utf8') === text;
      if (stands && (await workbench.isEditing(name))) return;
      writeFileSync(path, text);
      await workbench.focusEditor();
      await workbench.openFile(path);
    },
    applySettings: async (settings: Settings) => {
      if (isDeepStrictEqual(settings, inForce)) return;
      inForce = settings;
      // The title changes by the same message as the settings, so what comes after it finds them in force.
      const title = `settings ${++applied}`;
      await workbench.focusEditor();
      await workbench.runCommand('Preferences: Open User Settings (JSON)');
      await page.locator('.tab.active[data-resource-name="settings.json"]').waitFor();
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      // What is selected would stay, between the brackets that are typed.
      await workbench.press('ControlOrMeta+A', 'Delete');
      await page.keyboard.insertText(JSON.stringify({ ...own, ...settings, 'window.title': title }));
      await workbench.press('ControlOrMeta+S');
      await titled(page, title);
    },
  };
}

// Not by `waitForFunction`: the workbench's policy lets no string become a script.
async function titled(page: Page, title: string): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await page.title()).includes(title)) {
    if (performance.now() > end) throw new Error('VS Code did not take the settings.');
    await page.waitForTimeout(50);
  }
}

async function closeBoth(window: VscodeWindow, simulator: Simulator): Promise<void> {
  try {
    await window.close();
  } finally {
    await simulator.stop();
  }
}

/**
 * A suite in one such window, opened before its first test and closed after the last. The simulated Claude starts
 * every test anew; a test that fails leaves a picture and its run is stopped.
 */
export function describeRuns(
  title: string,
  options: RunWindowOptions,
  define: (window: () => RunWindow) => void,
): void {
  describeWindow(title, { open: () => openRunWindow(options), after: (window) => window.close() }, define);
}

/** Where the window of a suite comes from, and what becomes of it after the last test. */
export interface SuiteWindow {
  open(): Promise<RunWindow>;
  after(window: RunWindow, failed: boolean): Promise<void>;
}

/** A suite as `describeRuns` makes it, in a window that somebody else owns. */
export function describeWindow(
  title: string,
  suite: SuiteWindow,
  define: (window: () => RunWindow) => void,
): void {
  describe(title, () => {
    let window: RunWindow | null = null;
    let failed = false;
    before(async () => {
      window = await suite.open();
    });
    after(async () => {
      if (window !== null) await suite.after(window, failed);
    });
    beforeEach(async () => window?.simulator.clear());
    afterEach(async (context) => {
      if (window === null || !('passed' in context) || context.passed) return;
      failed = true;
      await window.workbench.screenshot(`failed ${title} ${context.name}`.replaceAll(/[^\w]+/g, '-'));
      await window.workbench.press('Escape');
      await window.output.stopAny();
    });
    define(() => {
      if (window === null) throw new Error('The window is not open.');
      return window;
    });
  });
}

/** An answer of exactly this text, without thinking. */
export function answerOf(text: string, overrides: AnswerOverrides = {}): ResponsePlan {
  return { kind: 'answer', text, thinking: 'none', ...overrides };
}

/** The user's words in a recorded request. */
export function sentText({ body }: RecordedRequest): string {
  const { messages } = body as { messages: readonly { content: readonly { text: string }[] }[] };
  return messages.flatMap(({ content }) => content.map(({ text }) => text)).join('\n');
}

/** The recorded requests for answers, without those for lists and counts. */
export async function sentRuns(simulator: Simulator): Promise<readonly RecordedRequest[]> {
  return (await simulator.requests()).filter(({ path }) => path === '/v1/messages');
}
