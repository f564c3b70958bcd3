import { after } from 'node:test';
import { describeWindow, openRunWindow, type RunWindow, type SuiteWindow } from './runWindow.ts';
import type { Settings } from './vscodeServer.ts';

let shared: RunWindow | null = null;
after(async () => await shared?.close());

/**
 * A suite as `describeRuns` makes it, in the window that all such suites of a process share: with these settings, and
 * without what the suite before it had open. A window in which a test failed is not handed on.
 */
export function describeSharedRuns(
  title: string,
  settings: Settings,
  define: (window: () => RunWindow) => void,
): void {
  const suite: SuiteWindow = {
    async open() {
      shared ??= await openRunWindow();
      await shared.applySettings(settings);
      await closeEditors(shared);
      return shared;
    },
    async after(window, failed) {
      if (!failed) return;
      shared = null;
      await window.close();
    },
  };
  describeWindow(title, suite, define);
}

async function closeEditors({ workbench, page }: RunWindow): Promise<void> {
  await workbench.runCommand('File: Save All Files');
  await workbench.runCommand('View: Close All Editors');
  await page.locator('.tab').first().waitFor({ state: 'detached' });
}
