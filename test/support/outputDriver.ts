import type { Frame, Locator } from 'playwright-core';
import type { EndState } from '../../src/core/run/endState.ts';
import type { RunPhase } from '../../src/core/run/phase.ts';
import type { ActionId, ChipId, FigureId } from '../../src/webview/protocol.ts';
import type { Workbench } from './workbench.ts';

/** How a run in the panel has to look before a test goes on. */
export interface Awaited {
  /** Part of the prompt's name. */
  readonly title?: string;
  readonly phase?: RunPhase;
  readonly end?: EndState;
  /** Part of the answer. */
  readonly answer?: string;
  /** Part of the state line with its detail. */
  readonly state?: string;
}

/** Reads and presses the output panel of a workbench as a person would; every method waits for what it names. */
export class OutputDriver {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** The panel's frame once it looks like this, all of it at the same time. */
  async shows({ title, phase, end, answer, state }: Awaited): Promise<Frame> {
    const body = [
      'body',
      phase === undefined ? '' : `[data-phase="${phase}"]`,
      end === undefined ? '' : `[data-end-state="${end}"]`,
      title === undefined ? '' : `:has(h1:has-text(${JSON.stringify(title)}))`,
      answer === undefined ? '' : `:has(#answer:has-text(${JSON.stringify(answer)}))`,
      state === undefined ? '' : `:has(#state:has-text(${JSON.stringify(state)}))`,
    ].join('');
    try {
      return await this.#workbench.webview(body);
    } catch (error) {
      throw new Error(`${String(error)}\nThe panel shows:\n${await this.#now()}`);
    }
  }

  /** The first element of the panel that matches. */
  async find(selector: string): Promise<Locator> {
    const frame = await this.#workbench.webview(selector);
    return frame.locator(selector).first();
  }

  /** The text of the first element of the panel that matches, its white space as one space. */
  async text(selector: string): Promise<string> {
    return plain((await (await this.find(selector)).textContent()) ?? '');
  }

  /** The labels of the buttons in the state line. */
  async stateButtons(): Promise<readonly string[]> {
    const line = await this.find('#state');
    return (await line.locator('[data-action]').allInnerTexts()).map(plain);
  }

  /** The number that stands in a figure, such as `0.62 s`. */
  async figure(id: FigureId): Promise<string> {
    return await this.text(`[data-figure="${id}"] .value`);
  }

  /** Presses a button, out of the menu where it stands there. */
  async press(action: ActionId): Promise<void> {
    const button = await this.find(`[data-action="${action}"]`);
    const inMenu = await button.evaluate((element) => element.closest('[popover]') !== null);
    if (inMenu) await (await this.find('button.more')).click();
    await button.click();
    await this.#settled();
  }

  /** Stops the run that is under way, if there is one. */
  async stopAny(): Promise<void> {
    for (const frame of this.#workbench.page.frames()) {
      const stop = frame.locator('[data-action="stop"]').first();
      if (!frame.url().includes('fake.html') || !(await stop.isVisible())) continue;
      await stop.click();
      await this.#settled();
    }
  }

  /** Opens one of the folded parts. */
  async open(fold: 'thinking' | 'request' | 'details'): Promise<void> {
    const part = await this.find(`#${fold}`);
    if ((await part.getAttribute('open')) === null) await part.locator('summary').click();
  }

  /** Presses a chip, which opens a quick pick or an input box. */
  async pressChip(chip: ChipId): Promise<void> {
    await (await this.find(`[data-chip="${chip}"]`)).click();
  }

  /** Gives the panel the keyboard's focus by a click on its title. */
  async focus(): Promise<void> {
    await (await this.find('h1')).click();
    await this.#settled();
  }

  // VS Code hears of a click in a webview a little later; until then the keyboard still means the editor.
  async #settled(): Promise<void> {
    const { page } = this.#workbench;
    await page
      .locator('.editor-group-container.active .tab.active', { hasText: 'Prompt Output' })
      .or(page.locator('.quick-input-widget:visible, .editor-instance .monaco-editor.focused'))
      .first()
      .waitFor();
  }

  async #now(): Promise<string> {
    try {
      const frame = await this.#workbench.webview('body[data-phase]', 1_000);
      const { phase, endState } = await frame.evaluate(() => ({ ...document.body.dataset }));
      const text = (await frame.locator('#root').allInnerTexts()).join('').slice(0, 1_500);
      return `${phase} ${endState ?? ''}\n${text}`;
    } catch {
      return 'There is none.';
    }
  }
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
