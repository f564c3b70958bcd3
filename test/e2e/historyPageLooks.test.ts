import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import type { HostToHistory } from '../../src/webview/historyProtocol.ts';
import {
  allPrompts,
  emptyHistory,
  pictureTime,
  plainSentence,
  promptHistory,
  sampleChart,
  sampleRows,
  showHistory,
} from '../support/historyViews.ts';
import { panelTests } from '../support/panelTests.ts';
import { projectRoot } from '../support/paths.ts';
import { themeKinds } from '../support/themes.ts';

const undo = {
  ...plainSentence('3 runs deleted'),
  buttons: [{ action: 'undo', label: 'Undo', primary: false }],
} as const;

const states: Readonly<Record<string, readonly HostToHistory[]>> = {
  empty: [showHistory(emptyHistory)],
  error: [
    showHistory({
      ...emptyHistory,
      notice: plainSentence('There is no database here: runs are kept for this window only.'),
      message: {
        tone: 'error',
        text: 'The history could not be read.',
        detail: 'The file is locked by another program.',
        buttons: [{ action: 'reload', label: 'Try Again', primary: true }],
      },
    }),
  ],
  runs: [showHistory({ ...promptHistory, undo }, sampleRows(0, 19, 19))],
  'one-run': [showHistory({ ...promptHistory, chart: sampleChart(1) }, sampleRows(0, 1, 1))],
  'thousand-runs': [showHistory({ ...promptHistory, chart: sampleChart(1_000) }, sampleRows(0, 200, 1_000))],
  prompts: [showHistory(allPrompts)],
};

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const withPanel = panelTests('history');

for (const theme of themeKinds) {
  for (const width of [250, 600]) {
    for (const [name, messages] of Object.entries(states)) {
      test(`${theme}, ${name}: accessible, nothing wider than ${width} px, no rule broken`, async () => {
        await withPanel(
          async (panel) => {
            const { page } = panel;
            await panel.send(...messages);
            await panel.settled();
            if (name === 'runs') {
              await page.locator('#row-1').click();
              await page.locator('#row-2').click({ modifiers: ['Shift'] });
              await page.locator('.chart').focus();
              await page.keyboard.press('ArrowLeft');
              await panel.settled();
            }
            assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
            const picture = `screenshots/history-${name}-${theme}-${width}.png`;
            await page.screenshot({ path: `${projectRoot}/${picture}` });
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate<AxeResult>('axe.run()');
            const found = violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
            );
            assert.deepEqual(found, []);
          },
          { theme, width, height: width < 400 ? 1_300 : 1_100, now: pictureTime },
        );
      });
    }
  }
}
