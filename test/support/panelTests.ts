import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openPanelPage, type PageName, type PanelPage, type PanelPageOptions } from './panelPage.ts';

/** Opens a panel's page, uses it, and fails when it broke a rule meanwhile. */
export type WithPanel<Name extends PageName> = (
  use: (panel: PanelPage<Name>) => Promise<void>,
  options?: PanelPageOptions,
) => Promise<void>;

/** One browser for all tests of a file, and a page of its own for each. */
export function panelTests<Name extends PageName>(name: Name): WithPanel<Name> {
  let browser: Browser | null = null;
  before(async () => {
    browser = await launchBrowser();
  });
  after(async () => await browser?.close());
  return async (use, options = {}) => {
    if (browser === null) throw new Error('The browser is not there yet.');
    const panel = await openPanelPage(browser, name, options);
    try {
      await use(panel);
      assert.deepEqual(await panel.misdeeds(), []);
    } finally {
      await panel.close();
    }
  };
}
