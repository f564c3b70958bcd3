import type { Frame, Locator } from 'playwright-core';
import type { CompareActionId } from '../../src/webview/compareProtocol.ts';
import type { Workbench } from './workbench.ts';

/** Reads and presses the comparison panel of a workbench as a person would; every method waits for what it names. */
export class CompareDriver {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Chooses what to compare in the quick pick of *Compare…*. */
  async choose(what: string): Promise<void> {
    await this.#workbench.runAskingCommand('Prompt Tuner: Compare…');
    await this.#workbench.answer(what);
  }

  /** Checks these items of a quick pick that takes several, and accepts. */
  async pickSeveral(...items: readonly string[]): Promise<void> {
    const box = this.#workbench.page.locator('.quick-input-widget:visible');
    for (const item of items) {
      await box.locator('.quick-input-box input').fill(item);
      await box.locator('.monaco-list-row', { hasText: item }).first().click();
    }
    await this.#accept();
  }

  /** Accepts a quick pick in which these items are checked already. */
  async acceptSeveral(...items: readonly string[]): Promise<void> {
    const box = this.#workbench.page.locator('.quick-input-widget:visible');
    for (const item of items) {
      await box
        .locator('.monaco-list-row', { hasText: item })
        .locator('input:checked, [aria-checked="true"]')
        .waitFor();
    }
    await this.#accept();
  }

  // Another question may follow at once, in the same box under another title.
  async #accept(): Promise<void> {
    const { page } = this.#workbench;
    const box = page.locator('.quick-input-widget:visible');
    const title = (await box.locator('.quick-input-title').textContent()) ?? '';
    await box.locator('.quick-input-box input').press('Enter');
    await page.locator('.quick-input-widget:visible', { hasText: title }).waitFor({ state: 'hidden' });
  }

  /** Brings the panel's tab to the front. */
  async show(): Promise<void> {
    await this.#workbench.page.locator('.tab', { hasText: 'Comparison' }).click();
  }

  /** The panel's frame once something stands in it that matches. */
  async frame(selector: string): Promise<Frame> {
    return await this.#workbench.webview(selector);
  }

  /** The first element of the panel that matches and holds this text. */
  async find(selector: string, text = ''): Promise<Locator> {
    const named = text === '' ? selector : `${selector}:has-text(${JSON.stringify(text)})`;
    return (await this.frame(named)).locator(named).first();
  }

  /** The text of the first element that matches, its white space as one space. */
  async text(selector: string): Promise<string> {
    return ((await (await this.find(selector)).textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
  }

  /** The texts of all elements that match. */
  async texts(selector: string): Promise<readonly string[]> {
    const all = await (await this.frame(selector)).locator(selector).allTextContents();
    return all.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  async action(action: CompareActionId): Promise<void> {
    await (await this.find(`[data-action="${action}"]`)).click();
  }

  /** Waits until all runs are made; the verdict's first sentence. */
  async verdict(): Promise<string> {
    await this.find('[data-action="run-again"]');
    return await this.text('.headline');
  }
}
