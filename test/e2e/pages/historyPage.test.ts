import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryToHost } from '../../../src/webview/historyProtocol.ts';
import type { HistoryView } from '../../../src/webview/historyView.ts';
import {
  allPrompts,
  emptyHistory,
  plainSentence,
  promptHistory,
  sampleRows,
  showHistory,
} from '../../support/historyViews.ts';
import { panelTests } from '../../support/panelTests.ts';

const withPanel = panelTests('history');

test('says ready first and shows that there is no run yet', async () => {
  await withPanel(async (panel) => {
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await panel.send(showHistory(emptyHistory));
    await panel.page.getByText('No runs of this prompt yet.').waitFor();
    assert.equal(await panel.page.locator('.figures, .chart, .rows').count(), 0);
  });
});

test('every press says what was pressed', async () => {
  await withPanel(async (panel) => {
    const undo = {
      ...plainSentence('3 runs deleted'),
      buttons: [{ action: 'undo', label: 'Undo', primary: false }],
    } as const;
    await panel.tell(showHistory({ ...promptHistory, undo }, sampleRows(0, 19, 19)));
    const presses: readonly (readonly [string, HistoryToHost])[] = [
      ['[data-pick=scope]', { type: 'pick', pick: 'scope' }],
      ['[data-pick=group]', { type: 'pick', pick: 'group' }],
      ['[data-pick=model]', { type: 'pick', pick: 'model' }],
      ['[data-metric=otps]', { type: 'metric', metric: 'otps' }],
      ['[data-action=toggle-left-out]', { type: 'action', action: 'toggle-left-out' }],
      ['[data-action=measure-baseline]', { type: 'action', action: 'measure-baseline' }],
      ['[data-action=clear-filters]', { type: 'action', action: 'clear-filters' }],
      ['[data-action=undo]', { type: 'action', action: 'undo' }],
      ['[data-action=open-settings]', { type: 'action', action: 'open-settings' }],
      [
        '.version:nth-child(2) [data-version-action=restore-version]',
        { type: 'version-action', action: 'restore-version', version: 'hash-3' },
      ],
    ];
    for (const [selector, message] of presses) {
      await panel.page.locator(selector).click();
      assert.deepEqual(await panel.last(), message, selector);
    }
    await panel.page.locator('[data-figure=ttft]').focus();
    await panel.page.getByRole('button', { name: 'Learn More' }).click();
    assert.deepEqual(await panel.last(), { type: 'explain', figure: 'ttft' });
  });
});

test('the first button of an empty panel is pressed by keyboard', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showHistory(emptyHistory));
    await panel.page.locator('vscode-button[data-action=run]').focus();
    await panel.page.keyboard.press('Space');
    assert.deepEqual(await panel.last(), { type: 'action', action: 'run' });
  });
});

test('all prompts: a press shows one, and more are asked for', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showHistory(allPrompts));
    assert.match(
      await panel.text('[data-prompt="1"]'),
      /^prompts\/triage-1\.prompt\.md.*model retires 30 Nov$/,
    );
    await panel.page.locator('[data-prompt="1"]').press('Enter');
    assert.deepEqual(await panel.last(), { type: 'open-prompt', prompt: '1' });
    await panel.page.getByRole('button', { name: 'Show More' }).click();
    assert.deepEqual(await panel.last(), { type: 'more-prompts' });
  });
});

test('only the newest versions are shown until all are asked for', async () => {
  await withPanel(async (panel) => {
    const [first] = promptHistory.versions;
    assert.ok(first);
    const versions = Array.from({ length: 12 }, (_, index) => ({
      ...first,
      id: `hash-${index}`,
      name: `v${12 - index}`,
    }));
    await panel.tell(showHistory({ ...promptHistory, versions }));
    const names = async () => await panel.page.locator('.version-name b').allTextContents();
    assert.deepEqual(await names(), ['v12', 'v11', 'v10', 'v9', 'v8']);
    await panel.page.getByRole('button', { name: 'Show All' }).click();
    assert.equal((await names()).length, 12);
    await panel.page.getByRole('button', { name: 'Show Fewer' }).click();
    assert.equal((await names()).length, 5);
  });
});

test('what changes is said aloud, what is shown again is not', async () => {
  await withPanel(async (panel) => {
    const deleted: HistoryView = {
      ...promptHistory,
      announcement: '3 runs deleted. Control+Z brings them back.',
    };
    await panel.tell(showHistory(deleted));
    assert.equal(await panel.text('[role=status]'), '');
    await panel.tell({ type: 'update', view: deleted, rows: null });
    assert.equal(await panel.text('[role=status]'), deleted.announcement);
  });
});

test('Control+Z undoes only while there is something to undo', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showHistory(promptHistory, sampleRows(0, 19, 19)));
    await panel.page.locator('.rows').focus();
    await panel.page.keyboard.press('Control+z');
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    const undo = {
      ...plainSentence('1 run deleted'),
      buttons: [{ action: 'undo', label: 'Undo', primary: false }],
    } as const;
    await panel.tell({ type: 'update', view: { ...promptHistory, undo }, rows: null });
    await panel.page.keyboard.press('Control+z');
    assert.deepEqual(await panel.last(), { type: 'action', action: 'undo' });
  });
});

test('a page that was away shows the same place, the same fold and the table', async () => {
  await withPanel(
    async (panel) => {
      const { page } = panel;
      const message = showHistory(
        { ...promptHistory, runs: promptHistory.runs && { ...promptHistory.runs, total: 1_000 } },
        sampleRows(0, 200, 1_000),
      );
      await panel.tell(message);
      await page.locator('[data-toggle-table]').click();
      await page.locator('#versions summary').click();
      await panel.settled();
      // Beyond the rows that a first message brings.
      await panel.tell({ type: 'rows', rows: sampleRows(200, 1_000, 1_000) });
      await page.evaluate(() => scrollTo({ top: 9_000 }));
      await page.waitForFunction(
        () => JSON.parse(sessionStorage.getItem('state') ?? '{}').scrollTop === 9_000,
      );
      await page.reload();
      await page.waitForFunction('posted.length > 0');
      await panel.tell(message);
      assert.deepEqual(await panel.last(), { type: 'more-rows', list: 'list-1', after: 'run-199' });
      await panel.tell({ type: 'rows', rows: sampleRows(200, 1_000, 1_000) });
      assert.equal(await page.evaluate(() => scrollY), 9_000);
      assert.equal(await page.locator('#versions[open]').count(), 0);
      assert.equal(await page.locator('.chart-table').count(), 1);
    },
    { width: 300, height: 600 },
  );
});

test('the keyboard reaches everything in the order of reading', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showHistory(promptHistory, sampleRows(0, 19, 19)));
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await panel.page.keyboard.press('Tab');
      const at = await panel.page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return null;
        const { pick, figure, action, metric, versionAction } = element.dataset;
        return pick ?? figure ?? action ?? metric ?? versionAction ?? element.className;
      });
      if (at === null) break;
      if (seen.at(-1) !== at) seen.push(at);
    }
    const order = [
      'scope',
      'group',
      'ttft',
      'cost-per-1000',
      'toggle-left-out',
      'compare',
      'ttft',
      'chart',
      'measure-baseline',
      'diff-version',
      'model',
      'time',
      'clear-filters',
      'rows',
      'open-settings',
    ];
    let from = 0;
    for (const name of order) {
      const place = seen.indexOf(name, from);
      assert.ok(place >= 0, `${name} after ${seen.slice(0, from)} in ${seen}`);
      from = place + 1;
    }
  });
});

// In every text that is no id of this project.
function hostile<T>(value: T): T {
  const bad = '<img src=x onerror="posted.push(1)"><script>posted.push(2)</script>"\'`\u202e';
  const kept = ['type', 'list', 'id', 'action', 'tone', 'metric', 'unit', 'endState'];
  return JSON.parse(JSON.stringify(value), (key, found) => {
    if (typeof found !== 'string') return found;
    return kept.includes(key) && !/^(?:run|hash)-/.test(found) ? found : bad;
  });
}

test('texts and ids of any kind stay text', async () => {
  await withPanel(async (panel) => {
    const view = { ...promptHistory, notice: plainSentence('Notice'), undo: plainSentence('Undo') };
    for (const message of [showHistory(view, sampleRows(0, 19, 19)), showHistory(allPrompts)]) {
      await panel.tell(hostile(message));
      assert.match(
        (await panel.page.locator('#root').textContent()) ?? '',
        /<img src=x onerror="posted\.push\(1\)">/,
      );
      assert.equal(await panel.page.locator('#root :is(script, img, iframe, style)').count(), 0);
    }
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
  });
});
