import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import type { GalleryState } from '../../support/gallery/galleryState.ts';
import { galleryStates } from '../../support/gallery/galleryStates.ts';
import { type GalleryWindow, galleryWindow } from '../../support/gallery/galleryWindow.ts';
import type { PageName, Told } from '../../support/panelPage.ts';
import { type ThemeKind, themeKinds } from '../../support/themes.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const narrow: Readonly<Record<PageName, number>> = { output: 300, history: 250, compare: 400 };

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(async () => await browser.close());

describeStates('output');
describeStates('history');
describeStates('compare');

/** One page for all of its states: what the last one leaves must not show in the next. */
function describeStates<Name extends PageName>(name: Name): void {
  const width = narrow[name];
  suite(`${name}: in every theme accessible, nothing wider than ${width} px, no rule broken`, () => {
    let window: GalleryWindow<Name>;
    before(() => {
      window = galleryWindow(browser, name, { width, height: 1_000 });
    });
    after(async () => await window.close());
    for (const [state, told] of Object.entries<GalleryState<Told<Name>>>(galleryStates[name])) {
      test(state, async () => {
        const panel = await window.show(told);
        for (const theme of themeKinds) {
          await panel.wear(theme);
          const used = await panel.page.evaluate(() => document.documentElement.scrollWidth);
          assert.deepEqual(
            { theme, used, found: await violations(panel.page, theme), misdeeds: await panel.misdeeds() },
            { theme, used: width, found: [], misdeeds: [] },
          );
        }
      });
    }
  });
}

/**
 * What breaks a rule of axe-core, each with the elements that it finds it at: all rules in the first theme, in the
 * others those about colors, since all else is the same there.
 */
async function violations(page: Page, theme: ThemeKind): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly = theme === themeKinds[0] ? undefined : ['color-contrast', 'link-in-text-block'];
  const options = JSON.stringify({ resultTypes: ['violations'], runOnly });
  const found = await page.evaluate<AxeResult>(`axe.run(${options})`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
