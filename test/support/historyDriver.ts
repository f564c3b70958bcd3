import type { Frame, Locator } from 'playwright-core';
import type {
  HistoryActionId,
  MetricId,
  PickId,
  RunActionId,
  VersionActionId,
} from '../../src/webview/historyIds.ts';
import type { Workbench } from './workbench.ts';

/** Reads and presses the side panel of a workbench as a person would; every method waits for what it names. */
export class HistoryDriver {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens the side panel by its command. */
  async open(): Promise<void> {
    await this.#workbench.runCommand('Prompt Tuner: Focus on Latency View');
    await this.frame();
  }

  /** The panel's frame once something stands in it that matches. */
  async frame(selector = 'button[data-pick="scope"]'): Promise<Frame> {
    return await this.#workbench.webview(selector);
  }

  /** The first element of the panel that matches and holds this text. */
  async find(selector: string, text = ''): Promise<Locator> {
    const named = text === '' ? selector : `${selector}:has-text(${JSON.stringify(text)})`;
    const frame = await this.frame(named);
    return frame.locator(named).first();
  }

  /** Waits until the list says that it has so many runs. */
  async lists(title: string): Promise<void> {
    await this.find('#runs-title', title);
  }

  /** The text of the first element that matches, its white space as one space. */
  async text(selector: string): Promise<string> {
    return ((await (await this.find(selector)).textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
  }

  /** The rows of the list that are drawn, newest first, as they are read aloud. */
  async rows(): Promise<readonly string[]> {
    const frame = await this.frame('[role="option"]');
    return await frame
      .locator('[role="option"]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('title') ?? ''));
  }

  /** Presses a row of the list, counted from the newest. */
  async pressRow(index: number, ...modifiers: ('ControlOrMeta' | 'Shift')[]): Promise<void> {
    await (await this.find(`[role="option"][data-index="${index}"]`)).click({ modifiers });
  }

  async pick(pick: PickId): Promise<void> {
    await (await this.find(`[data-pick="${pick}"]`)).click();
  }

  async metric(metric: MetricId): Promise<void> {
    await (await this.find(`[data-metric="${metric}"]`)).click();
  }

  async action(action: HistoryActionId): Promise<void> {
    await (await this.find(`[data-action="${action}"]`)).click();
  }

  async runAction(action: RunActionId): Promise<void> {
    await (await this.find(`[data-run-action="${action}"]`)).click();
  }

  /** Presses an action of the version with this name, such as `v2`. */
  async versionAction(name: string, action: VersionActionId): Promise<void> {
    await (await this.find(`.version:has(b:text-is("${name}")) [data-version-action="${action}"]`)).click();
  }
}
