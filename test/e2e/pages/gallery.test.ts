import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import type { GalleryState } from '../../support/gallery/galleryState.ts';
import { galleryStates } from '../../support/gallery/galleryStates.ts';
import { type GalleryWindow, galleryWindow } from '../../support/gallery/galleryWindow.ts';
import type { PageName, Told } from '../../support/panelPage.ts';
import type { ThemeKind } from '../../support/themes.ts';

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

// The high-contrast themes are looked at in a real VS Code, by `look.test.ts`.
for (const theme of ['dark', 'light'] as const) {
  describeStates('output', theme);
  describeStates('history', theme);
  describeStates('compare', theme);
}

/** One page for all of its states: what the last one leaves must not show in the next. */
function describeStates<Name extends PageName>(name: Name, theme: ThemeKind): void {
  const width = narrow[name];
  suite(`${name}, ${theme}: accessible, nothing wider than ${width} px, no rule broken`, () => {
    let window: GalleryWindow<Name>;
    before(() => {
      window = galleryWindow(browser, name, { theme, width, height: 1_000 });
    });
    after(async () => await window.close());
    for (const [state, told] of Object.entries<GalleryState<Told<Name>>>(galleryStates[name])) {
      test(state, async () => {
        const panel = await window.show(told);
        assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.deepEqual(await violations(panel.page, theme), []);
        assert.deepEqual(await panel.misdeeds(), []);
      });
    }
  });
}

/** What axe-core finds on a page, each with the elements that it finds it at; all but the colors is the same in every theme. */
async function violations(page: Page, theme: ThemeKind): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const rules = theme === 'dark' ? '' : "{ runOnly: ['color-contrast'] }";
  const found = await page.evaluate<AxeResult>(`axe.run(${rules})`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
