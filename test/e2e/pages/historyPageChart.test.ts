import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChartView } from '../../../src/webview/historyView.ts';
import { promptHistory, sampleChart, showHistory } from '../../support/historyViews.ts';
import type { PanelPage } from '../../support/panelPage.ts';
import { panelTests } from '../../support/panelTests.ts';

type HistoryPage = PanelPage<'history'>;

const withPanel = panelTests('history');

async function withChart(chart: ChartView, use: (panel: HistoryPage) => Promise<void>): Promise<void> {
  await withPanel(
    async (panel) => {
      await panel.tell(showHistory({ ...promptHistory, chart }));
      await use(panel);
    },
    { width: 320, height: 700 },
  );
}

const reading = async (panel: HistoryPage) => await panel.text('.reading');
const picture = async (panel: HistoryPage) =>
  await panel.page.evaluate(() => document.querySelector('canvas')?.toDataURL() ?? '');
const hoverOf = (chart: ChartView, index: number) => chart.points.at(index)?.hover ?? 'none';

test('the keyboard goes from run to run, reads each, and opens one', async () => {
  const chart = sampleChart(19);
  await withChart(chart, async (panel) => {
    const { page } = panel;
    await page.locator('.chart').focus();
    assert.equal(await reading(panel), '');
    const steps: readonly (readonly [key: string, index: number])[] = [
      ['ArrowLeft', 18],
      ['ArrowLeft', 17],
      ['Home', 0],
      ['ArrowLeft', 0],
      ['PageDown', 10],
      ['ArrowRight', 11],
      ['End', 18],
      ['ArrowRight', 18],
      ['PageUp', 8],
    ];
    for (const [key, index] of steps) {
      await page.keyboard.press(key);
      await panel.settled();
      assert.equal(await reading(panel), hoverOf(chart, index), key);
    }
    await page.keyboard.press('Enter');
    assert.deepEqual(await panel.last(), { type: 'open-run', run: chart.points[8]?.run });
    await page.keyboard.press('Escape');
    await panel.settled();
    assert.equal(await reading(panel), '');
    assert.equal(await page.locator('.reading').getAttribute('aria-live'), 'polite');
  });
});

test('a run that comes in meanwhile leaves the cursor where it is', async () => {
  const chart = sampleChart(19);
  await withChart(chart, async (panel) => {
    await panel.page.locator('.chart').focus();
    await panel.page.keyboard.press('Home');
    await panel.page.keyboard.press('ArrowRight');
    const fresh = { ...chart.points[0], run: 'fresh', hover: 'An older run' } as ChartView['points'][number];
    const more = { ...chart, points: [fresh, ...chart.points] };
    await panel.tell({ type: 'update', view: { ...promptHistory, chart: more }, rows: null });
    assert.equal(await reading(panel), hoverOf(chart, 1));
    await panel.page.keyboard.press('ArrowLeft');
    await panel.settled();
    assert.equal(await reading(panel), hoverOf(chart, 0));
  });
});

test('the pointer reads the nearest run and opens it', async () => {
  const chart = sampleChart(5);
  await withChart(chart, async (panel) => {
    const { page } = panel;
    const box = await page.locator('.chart .u-over').boundingBox();
    assert.ok(box);
    for (const index of [0, 2, 4]) {
      await page.mouse.move(box.x + (box.width * (index + 0.6)) / 5, box.y + box.height / 2);
      await panel.settled();
      assert.equal(await reading(panel), hoverOf(chart, index));
    }
    await page.mouse.down();
    await page.mouse.up();
    assert.deepEqual(await panel.last(), { type: 'open-run', run: chart.points[4]?.run });
    await page.mouse.move(5, 5);
    await panel.settled();
    assert.equal(await reading(panel), '');
  });
});

test('where many runs stand close, the height of the pointer decides', async () => {
  const chart = sampleChart(1_000);
  const high = { ...chart.points[500], y: 6_000, hover: 'The high one' } as ChartView['points'][number];
  const points = chart.points.map((point, index) => (index === 500 ? high : { ...point, y: 1_000 }));
  await withChart({ ...chart, points, steps: [] }, async (panel) => {
    const box = await panel.page.locator('.chart .u-over').boundingBox();
    assert.ok(box);
    // The axis ends at twice the usual value, so the high one stands at its upper edge.
    await panel.page.mouse.move(box.x + (box.width * 500) / 1_000 + 2, box.y + 2);
    await panel.settled();
    assert.equal(await reading(panel), 'The high one');
    await panel.page.mouse.move(box.x + (box.width * 500) / 1_000 + 2, box.y + box.height / 2);
    await panel.settled();
    assert.notEqual(await reading(panel), 'The high one');
  });
});

test('the table says the same as the chart, and opens runs', async () => {
  const chart = sampleChart(19);
  await withChart(chart, async (panel) => {
    const { page } = panel;
    await page.getByRole('button', { name: 'Show as Table' }).click();
    const rows = await page
      .locator('.chart-table tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent)),
      );
    assert.deepEqual(
      rows,
      chart.points
        .toReversed()
        .map(({ when, value, version, leftOut }) => [when, value, `v${version}`, leftOut ? 'no' : 'yes']),
    );
    assert.equal(
      await panel.text('.chart-table ul'),
      [...chart.steps.map(({ hover }) => hover), chart.floor?.hover].join(''),
    );
    await page.locator('.chart-table [data-run]').first().press('Enter');
    assert.deepEqual(await panel.last(), { type: 'open-run', run: chart.points.at(-1)?.run });
    await page.getByRole('button', { name: 'Show as Chart' }).click();
    await page.locator('.chart canvas').waitFor();
  });
});

test('another theme is taken on at once', async () => {
  await withChart(sampleChart(19), async (panel) => {
    const before = await picture(panel);
    await panel.page.evaluate(() =>
      document.documentElement.style.setProperty('--vscode-charts-blue', '#ff0000'),
    );
    await panel.settled();
    assert.notEqual(await picture(panel), before);
    await panel.page.evaluate(() => document.documentElement.style.removeProperty('--vscode-charts-blue'));
    await panel.settled();
    assert.equal(await picture(panel), before);
  });
});

test('a run that is left out looks different by its shape', async () => {
  const [point] = sampleChart(1).points as [ChartView['points'][number]];
  const one = (leftOut: boolean): ChartView => ({
    ...sampleChart(1),
    points: [{ ...point, leftOut }],
    steps: [],
    floor: null,
  });
  // The colour in the middle of the only dot.
  const middle = async (panel: HistoryPage) =>
    await panel.page.evaluate((y) => {
      const canvas = document.querySelector('canvas');
      const over = document.querySelector('.u-over')?.getBoundingClientRect();
      if (canvas === null || over === undefined) return [];
      const { left, top } = canvas.getBoundingClientRect();
      const x = over.left - left + over.width / 2;
      const height = over.top - top + over.height * (1 - y);
      return [
        ...(canvas.getContext('2d')?.getImageData(x * devicePixelRatio, height * devicePixelRatio, 1, 1)
          .data ?? []),
      ];
    }, 1 / 1.08);
  await withChart(one(false), async (panel) =>
    assert.deepEqual(await middle(panel), [0x59, 0xa4, 0xf9, 255]),
  );
  await withChart(one(true), async (panel) => assert.deepEqual(await middle(panel), [0, 0, 0, 0]));
});

test('the chart is as wide as the panel after the panel got another width', async () => {
  await withChart(sampleChart(19), async (panel) => {
    for (const width of [600, 250]) {
      await panel.page.setViewportSize({ width, height: 700 });
      await panel.settled();
      const [canvas, page] = await panel.page.evaluate(() => [
        document.querySelector('canvas')?.getBoundingClientRect().width,
        document.documentElement.scrollWidth,
      ]);
      assert.deepEqual([canvas, page], [width - 24, width]);
    }
  });
});

test('a chart that is not there leaves the choice of the metric', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showHistory({ ...promptHistory, chart: null }));
    await panel.page.locator('[data-metric=ttft]').click();
    assert.deepEqual(await panel.last(), { type: 'metric', metric: 'ttft' });
  });
});

test('a metric that no run has is said in words', async () => {
  const chart: ChartView = { ...sampleChart(0), description: 'No run has this number.' };
  await withChart(chart, async (panel) => {
    await panel.page.getByText('No run has this number.').waitFor();
    assert.equal(await panel.page.locator('.chart, .chart-table').count(), 0);
    await panel.send({ type: 'update', view: promptHistory, rows: null });
    await panel.page.locator('.chart canvas').waitFor();
  });
});
