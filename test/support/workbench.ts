import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { projectRoot } from './paths.ts';

/** Drives the workbench on a page as a person would: by keys, names and what is visible. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the workbench at a server's address and waits until it can be used. */
  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    await this.#usable();
  }

  /** Reloads the window and waits until it can be used again. */
  async reload(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.runCommand('Developer: Reload Window')]);
    await this.#usable();
  }

  async #usable(): Promise<void> {
    await this.page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /**
   * Opens a file by quick open and waits for its editor, which then has the focus. A name is searched for in the
   * workspace as VS Code knows it; an absolute path is found even before VS Code noticed the file.
   */
  async openFile(nameOrPath: string): Promise<void> {
    const label = nameOrPath.split('/').at(-1) ?? nameOrPath;
    await (await this.#pick('ControlOrMeta+P', nameOrPath, label)).waitFor({ state: 'hidden' });
    await this.page.locator('.editor-group-container.active .tab.active', { hasText: label }).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** Whether the editor of this file has the focus. */
  async isEditing(name: string): Promise<boolean> {
    const tab = this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
    const focused = this.page.locator('.editor-instance .monaco-editor.focused');
    return (await tab.isVisible()) && (await focused.isVisible());
  }

  /** Gives the focus to the first editor group. */
  async focusEditor(): Promise<void> {
    const active = this.page.locator('.editor-group-container').first().and(this.page.locator('.active'));
    // A key that is pressed while a webview still takes or gives the focus can be lost.
    for (let presses = 1; ; presses++) {
      await this.page.keyboard.press('ControlOrMeta+1');
      try {
        return await active.waitFor({ timeout: 3_000 });
      } catch (error) {
        if (presses === 5) throw error;
      }
    }
  }

  /** Gives the focus to the text editor of the first group, also out of a view of the side bar. */
  async focusTextEditor(): Promise<void> {
    const focused = this.page.locator('.editor-instance .monaco-editor.focused');
    for (let presses = 1; ; presses++) {
      await this.page.keyboard.press('ControlOrMeta+1');
      try {
        return await focused.waitFor({ timeout: 3_000 });
      } catch (error) {
        if (presses === 5) throw error;
      }
    }
  }

  /** Runs the command of exactly this title (with its category) by the command palette. */
  async runCommand(title: string): Promise<void> {
    await (await this.#pick('F1', `>${title}`, title)).waitFor({ state: 'hidden' });
  }

  /** Runs a command that asks for something in the place of the palette. */
  async runAskingCommand(title: string): Promise<void> {
    const palette = await this.#pick('F1', `>${title}`, title);
    await palette.and(this.page.getByLabel('Type the name of a command to run')).waitFor({ state: 'hidden' });
  }

  async #pick(key: string, text: string, label: string): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    // A webview that takes the focus only now closes what was just opened.
    for (let presses = 1; ; presses++) {
      await this.page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 5_000 });
        break;
      } catch (error) {
        if (presses === 5) throw error;
      }
    }
    // By Enter and not by a click: the pointer would stay over whatever the list covered.
    await this.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: label })
      .waitFor({ timeout: 30_000 });
    await input.press('Enter');
    return input;
  }

  /** Presses keys: a chord as Playwright names it, such as `ControlOrMeta+Alt+Enter`. */
  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) await this.page.keyboard.press(chord);
  }

  /** Types text where the focus is. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Fills the open input box or quick pick and accepts it. */
  async answer(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await input.waitFor();
    await input.fill(text);
    await input.press('Enter');
  }

  /** Waits until the open input box holds this text, and accepts it. */
  async accepts(text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    const end = performance.now() + 30_000;
    while ((await input.inputValue()) !== text) {
      if (performance.now() > end) throw new Error(`The input never held ${text}.`);
      await this.page.waitForTimeout(50);
    }
    await input.press('Enter');
  }

  /** The frame of the webview in which `selector` is found; waits for it. */
  async webview(selector = 'body', limitMs = 30_000): Promise<Frame> {
    const end = performance.now() + limitMs;
    for (;;) {
      for (const frame of this.page.frames()) {
        if (frame.url().includes('fake.html') && (await matches(frame, selector))) return frame;
      }
      if (performance.now() > end)
        throw new Error(`No webview shows "${selector}" after ${limitMs / 1000} s`);
      await this.page.waitForTimeout(20);
    }
  }

  /** The texts of the notifications that are shown. */
  async notifications(): Promise<readonly string[]> {
    return await this.page.locator('.notification-list-item-message').allInnerTexts();
  }

  /** Waits for a notification that holds this text, reads it and clears all. */
  async notified(text: string): Promise<string> {
    const message = (await this.#notification(text)).locator('.notification-list-item-message');
    const whole = (await message.textContent()) ?? '';
    await this.runCommand('Notifications: Clear All Notifications');
    return whole;
  }

  /** Presses a button of the notification that holds this text. */
  async pressInNotification(text: string, button: string): Promise<void> {
    const notification = await this.#notification(text);
    await notification.getByRole('button', { name: button, exact: true }).click();
  }

  // Under the smoke test driver VS Code shows no toasts: notifications wait behind the bell.
  async #notification(text: string): Promise<Locator> {
    const center = this.page.locator('.notifications-center.visible');
    const item = center.locator('.notification-list-item', { hasText: text });
    for (;;) {
      if (!(await center.isVisible())) {
        await this.page.locator('#status\\.notifications .codicon-bell-dot').click();
        // The bell's hover would lie over the buttons.
        await this.page.mouse.move(0, 0);
      }
      const shown = item.waitFor().then(() => true);
      // One that was about to close since the last press goes without showing more.
      const closed = center.waitFor({ state: 'hidden' }).then(
        () => false,
        () => false,
      );
      if (await Promise.race([shown, closed])) return item;
      shown.catch(() => {});
    }
  }

  /** Writes a picture of the page to `screenshots/NAME.png` and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(projectRoot, 'screenshots', `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }
}

async function matches(frame: Frame, selector: string): Promise<boolean> {
  try {
    return (await frame.locator(selector).count()) > 0;
  } catch {
    // The frame went away while it was asked.
    return false;
  }
}
