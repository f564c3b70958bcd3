import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryView } from '../../../src/webview/historyView.ts';
import { promptHistory, sampleRow, sampleRows, showHistory } from '../../support/historyViews.ts';
import type { PanelPage } from '../../support/panelPage.ts';
import { panelTests } from '../../support/panelTests.ts';

type HistoryPage = PanelPage<'history'>;

const withPanel = panelTests('history');

const viewOf = (total: number): HistoryView => ({
  ...promptHistory,
  runs: promptHistory.runs && { ...promptHistory.runs, total },
});
const selected = async (panel: HistoryPage) =>
  await panel.page.locator('.row[aria-selected=true]').evaluateAll((rows) => rows.map(({ id }) => id));
const active = async (panel: HistoryPage) =>
  await panel.page.locator('.rows').getAttribute('aria-activedescendant');
const offered = async (panel: HistoryPage) =>
  await panel.page
    .locator('[data-run-action]')
    .evaluateAll((all) => all.map((button) => button.getAttribute('title')));

async function withRuns(count: number, use: (panel: HistoryPage) => Promise<void>): Promise<void> {
  await withPanel(
    async (panel) => {
      await panel.tell(showHistory(viewOf(count), sampleRows(0, count, count)));
      await use(panel);
    },
    { width: 300, height: 700 },
  );
}

test('the keyboard moves, selects, opens and deletes', async () => {
  await withRuns(30, async (panel) => {
    const { keyboard } = panel.page;
    await panel.page.locator('.rows').focus();
    const steps: readonly (readonly [key: string, at: string, runs: readonly string[]])[] = [
      ['ArrowDown', 'row-0', ['row-0']],
      ['ArrowDown', 'row-1', ['row-1']],
      ['Shift+ArrowDown', 'row-2', ['row-1', 'row-2']],
      ['Shift+ArrowUp', 'row-1', ['row-1']],
      ['Shift+ArrowUp', 'row-0', ['row-0', 'row-1']],
      ['Control+ArrowDown', 'row-1', ['row-0', 'row-1']],
      ['Control+ArrowDown', 'row-2', ['row-0', 'row-1']],
      ['Control+Space', 'row-2', ['row-0', 'row-1', 'row-2']],
      ['Space', 'row-2', ['row-2']],
      ['End', 'row-29', ['row-29']],
      ['ArrowDown', 'row-29', ['row-29']],
      ['Home', 'row-0', ['row-0']],
      ['ArrowUp', 'row-0', ['row-0']],
      ['Escape', 'row-0', []],
    ];
    for (const [key, at, runs] of steps) {
      await keyboard.press(key);
      assert.deepEqual([await active(panel), await selected(panel)], [at, runs], key);
    }
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    assert.deepEqual(await panel.last(), { type: 'open-run', run: 'run-1' });
    await keyboard.press('Shift+ArrowDown');
    assert.deepEqual(await panel.last(), { type: 'select', runs: ['run-1', 'run-2'] });
    await keyboard.press('Delete');
    assert.deepEqual(await panel.last(), { type: 'run-action', action: 'delete', runs: ['run-1', 'run-2'] });
    await keyboard.press('Control+a');
    assert.deepEqual(await panel.last(), {
      type: 'select',
      runs: Array.from({ length: 30 }, (_, index) => `run-${index}`),
    });
  });
});

test('the run that the keyboard is at is in sight, below the head of the list', async () => {
  await withRuns(200, async (panel) => {
    const { page } = panel;
    await page.locator('.rows').focus();
    for (const key of ['End', 'PageUp', 'PageUp', 'ArrowUp', 'Home', 'PageDown']) {
      await page.keyboard.press(key);
      const inSight = await page.evaluate(() => {
        const id = document.querySelector('.rows')?.getAttribute('aria-activedescendant') ?? '';
        const row = document.getElementById(id)?.getBoundingClientRect();
        const head = document.querySelector('.runs-head')?.getBoundingClientRect();
        return (
          row !== undefined &&
          head !== undefined &&
          row.top >= head.bottom - 1 &&
          row.bottom <= innerHeight + 1
        );
      });
      assert.ok(inSight, key);
    }
  });
});

test('the pointer selects one, more, or a range, and opens only by a plain press', async () => {
  await withRuns(30, async (panel) => {
    const row = (index: number) => panel.page.locator(`#row-${index}`);
    await row(2).click();
    assert.deepEqual((await panel.posted()).slice(1), [
      { type: 'select', runs: ['run-2'] },
      { type: 'open-run', run: 'run-2' },
    ]);
    await row(4).click({ modifiers: ['Control'] });
    assert.deepEqual(await panel.last(), { type: 'select', runs: ['run-2', 'run-4'] });
    await row(1).click({ modifiers: ['Shift'] });
    assert.deepEqual(await panel.last(), { type: 'select', runs: ['run-1', 'run-2', 'run-3', 'run-4'] });
    await row(3).click({ modifiers: ['Control'] });
    assert.deepEqual(await panel.last(), { type: 'select', runs: ['run-1', 'run-2', 'run-4'] });
  });
});

test('what can be done depends on how many are selected', async () => {
  await withRuns(30, async (panel) => {
    assert.deepEqual(await offered(panel), []);
    await panel.page.locator('#row-5').click();
    assert.deepEqual(await offered(panel), ['Run Again as It Was', 'Label…', 'Copy as Markdown', 'Delete']);
    await panel.page.locator('#row-3').click({ modifiers: ['Control'] });
    assert.deepEqual(await offered(panel), ['Diff Runs', 'Label…', 'Copy as Markdown', 'Delete']);
    await panel.page.getByRole('button', { name: 'Diff Runs' }).click();
    assert.deepEqual(await panel.last(), {
      type: 'run-action',
      action: 'diff-runs',
      runs: ['run-3', 'run-5'],
    });
    await panel.page.locator('#row-4').click({ modifiers: ['Control'] });
    assert.deepEqual(await offered(panel), ['Label…', 'Copy as Markdown', 'Delete']);
    assert.equal(await panel.page.locator('#runs-title').textContent(), '3 selected');
  });
});

test('100,000 runs: pages are asked for as the end comes near, and few rows are built', async () => {
  const total = 100_000;
  await withPanel(
    async (panel) => {
      const { page } = panel;
      await panel.tell(showHistory(viewOf(total), sampleRows(0, 1_000, total)));
      assert.deepEqual(await panel.posted(), [{ type: 'ready' }], 'nothing is asked for far from the end');
      await page.locator('.rows').focus();
      await page.keyboard.press('End');
      assert.deepEqual((await panel.posted()).slice(-2), [
        { type: 'more-rows', list: 'list-1', after: 'run-999' },
        { type: 'select', runs: ['run-999'] },
      ]);
      // Made in the page: bringing them there takes far longer than showing them.
      await page.evaluate(
        ([row, runs]) => {
          for (let from = 1_000; from < runs; from += 1_000) {
            const rows = Array.from({ length: 1_000 }, (_, place) => ({ ...row, id: `run-${from + place}` }));
            const after = `run-${from - 1}`;
            postMessage(
              { type: 'rows', rows: { list: 'list-1', after, rows, more: from + 1_000 < runs } },
              '*',
            );
          }
        },
        [sampleRow(0), total] as const,
      );
      await panel.settled();
      await page.keyboard.press('End');
      await panel.settled();
      assert.equal(await active(panel), 'row-99999');
      const newest = page.locator('#row-99999');
      assert.equal(await newest.getAttribute('aria-posinset'), '100000');
      assert.equal(await newest.getAttribute('aria-setsize'), '100000');
      assert.ok((await page.locator('.row').count()) < 100);
      const asked = (await panel.posted()).filter(({ type }) => type === 'more-rows');
      assert.equal(asked.length, 1, 'a page that is on its way is not asked for again');
      await page.keyboard.press('Home');
      assert.equal(await active(panel), 'row-0');
      assert.ok((await page.locator('.row').count()) < 100);
    },
    { width: 300, height: 700 },
  );
});

test('a page that does not fill the window is followed by the next one, asked for once', async () => {
  await withPanel(
    async (panel) => {
      await panel.tell(showHistory(viewOf(1_000), sampleRows(0, 20, 1_000)));
      await panel.tell({ type: 'rows', rows: sampleRows(20, 40, 1_000) });
      await panel.page.evaluate(() => dispatchEvent(new Event('scroll')));
      await panel.settled();
      assert.deepEqual((await panel.posted()).slice(1), [
        { type: 'more-rows', list: 'list-1', after: 'run-19' },
        { type: 'more-rows', list: 'list-1', after: 'run-39' },
      ]);
    },
    { width: 300, height: 700 },
  );
});

test('a new run comes on top, deleted ones go, and what is selected stays so', async () => {
  await withRuns(30, async (panel) => {
    await panel.page.locator('#row-2').click();
    await panel.page.locator('#row-5').click({ modifiers: ['Control'] });
    const fresh = { ...sampleRow(0), id: 'fresh', hover: 'A fresh run' };
    await panel.tell({
      type: 'update',
      view: viewOf(31),
      rows: { list: 'list-1', after: null, rows: [fresh, sampleRow(0), sampleRow(1)], more: true },
    });
    assert.match((await panel.page.locator('#row-0').textContent()) ?? '', /A fresh run/);
    assert.deepEqual(await selected(panel), ['row-3', 'row-6']);
    await panel.tell({ type: 'gone', runs: ['run-2', 'run-0'] });
    assert.deepEqual(await selected(panel), ['row-4']);
    assert.deepEqual(await panel.last(), { type: 'select', runs: ['run-5'] });
    await panel.tell({ type: 'gone', runs: ['run-5'] });
    assert.deepEqual(await panel.last(), { type: 'select', runs: [] });
    await panel.page.locator('.rows').focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.last(), { type: 'open-run', run: 'run-6' });
  });
});

test('another list begins at its top with nothing selected, and late rows of the old one are left out', async () => {
  await withRuns(200, async (panel) => {
    const { page } = panel;
    await page.locator('.rows').focus();
    await page.keyboard.press('End');
    assert.deepEqual(await selected(panel), ['row-199']);
    const view = viewOf(3);
    const other = { ...view, runs: view.runs && { ...view.runs, id: 'list-2' } };
    await panel.tell(
      { type: 'update', view: other, rows: { ...sampleRows(0, 3, 3), list: 'list-2' } },
      { type: 'rows', rows: sampleRows(0, 200, 400) },
    );
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert.deepEqual(await selected(panel), []);
    assert.equal(await page.locator('.rows .row').count(), 3);
  });
});

test('a row of all prompts says whose it is, and a long title leaves room for the model', async () => {
  const title = 'prompts/support/triage-of-incoming-requests-by-urgency-and-product.prompt.md';
  const row = { ...sampleRow(0), prompt: title, hover: `${title}: Complete` };
  for (const width of [250, 600]) {
    await withPanel(
      async (panel) => {
        const rows = { list: 'list-1', after: null, rows: [row, sampleRow(1)], more: false };
        await panel.tell(showHistory(viewOf(2), rows));
        const option = panel.page.getByRole('option', { name: `${title}: Complete` });
        assert.equal(await option.getAttribute('title'), `${title}: Complete`);
        assert.deepEqual(
          [await panel.text('#row-0 .more'), await panel.text('#row-1 .more')],
          [`${title} · Claude Haiku 5.5`, 'Claude Haiku 5.5'],
        );
        const [whole, seen] = await option
          .locator('.prompt-of, .more')
          .evaluateAll((spans) => spans.map(({ clientWidth }) => clientWidth));
        assert.ok(whole && seen && seen < whole * 0.7, `${seen} of ${whole} px`);
      },
      { width, height: 700 },
    );
  }
});

test('nothing matches the filters', async () => {
  await withPanel(async (panel) => {
    const view = viewOf(0);
    const none = { ...view, runs: view.runs && { ...view.runs, empty: 'No run matches these filters.' } };
    await panel.send(showHistory(none, sampleRows(0, 0, 0)));
    await panel.page.getByText('No run matches these filters.').waitFor();
    assert.equal(await panel.page.locator('.rows').count(), 0);
    assert.ok(await panel.page.locator('[data-action=clear-filters]').isVisible());
  });
});
