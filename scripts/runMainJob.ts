import type { Frame } from 'playwright-core';
import type { ServerOptions } from '../test/support/vscodeServer.ts';
import { openVscode } from '../test/support/vscodeWindow.ts';
import { shown } from './bundle.ts';

const limitMs = 60_000;

const figures = ['ttft', 'first-text', 'ttlt', 'otps', 'input-tokens', 'output-tokens', 'cost'];

/**
 * Does the main job in a headless browser: opens a prompt, runs it by its key, waits until the panel shows the
 * end; resolves with one line of metrics and writes `screenshots/run.png`. Rejects when a run does not end.
 */
export async function runMainJob(options: ServerOptions): Promise<string> {
  const vscode = await openVscode(options);
  try {
    const { workbench } = vscode;
    await workbench.openFile('triage.prompt.md');
    await workbench.press('ControlOrMeta+Alt+Enter');
    const panel = await ended(workbench);
    const endState = await panel.locator('body').getAttribute('data-end-state');
    const values = await Promise.all(figures.map((id) => figure(panel, id)));
    // A long answer was followed to its end; the picture is of the numbers.
    await panel.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await panel.locator('[data-figure="ttft"]').waitFor();
    const picture = await workbench.screenshot('run');
    const line = [endState, ...values.filter((value) => value !== null), shown(picture)].join(' · ');
    if (endState !== 'complete') throw new Error(`The run did not complete: ${line}`);
    return line;
  } finally {
    await vscode.close();
  }
}

async function ended(workbench: Awaited<ReturnType<typeof openVscode>>['workbench']): Promise<Frame> {
  try {
    return await workbench.webview('body[data-end-state]', limitMs);
  } catch {
    const picture = await workbench.screenshot('run');
    const notes = (await workbench.notifications()).join(' ');
    throw new Error(
      `No run ended within ${limitMs / 1000} s after Ctrl+Alt+Enter in triage.prompt.md. ` +
        `VS Code shows it in ${shown(picture)}. ${notes}`,
    );
  }
}

async function figure(panel: Frame, id: string): Promise<string | null> {
  const value = panel.locator(`[data-figure="${id}"]`);
  if ((await value.count()) === 0) return null;
  const [label, text] = await Promise.all([
    value.locator('.label').textContent(),
    value.locator('.value').textContent(),
  ]);
  return `${label?.trim()} ${text?.trim()}`;
}
