import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import type { CompareView } from '../../src/webview/compareProtocol.ts';
import {
  blindComparison,
  completeComparison,
  emptyComparison,
  plannedComparison,
  runningComparison,
  severalInputs,
  showComparison,
  sixArms,
} from '../support/compareViews.ts';
import { panelTests } from '../support/panelTests.ts';
import { projectRoot } from '../support/paths.ts';
import { themeKinds } from '../support/themes.ts';

const views: Readonly<Record<string, CompareView>> = {
  empty: emptyComparison,
  planned: plannedComparison,
  running: runningComparison,
  complete: completeComparison,
  inputs: severalInputs,
  'six-arms': sixArms,
  blind: blindComparison,
};

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const withPanel = panelTests('compare');

for (const theme of themeKinds) {
  for (const width of [400, 900]) {
    for (const [name, view] of Object.entries(views)) {
      test(`${theme}, ${name}: accessible, nothing wider than ${width} px, no rule broken`, async () => {
        await withPanel(
          async (panel) => {
            const { page } = panel;
            await panel.send(showComparison(view));
            await panel.settled();
            if (view.runs !== null) await page.locator('#runs summary').click();
            await panel.settled();
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
            const picture = `screenshots/compare-${name}-${theme}-${width}.png`;
            await page.screenshot({ path: `${projectRoot}/${picture}` });
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate<AxeResult>('axe.run()');
            const found = violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
            );
            assert.deepEqual(found, []);
          },
          { theme, width, height: 1_000 },
        );
      });
    }
  }
}
