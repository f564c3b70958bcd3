import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompareToHost } from '../../../src/webview/compareProtocol.ts';
import {
  blindComparison,
  completeComparison,
  emptyComparison,
  plannedComparison,
  runningComparison,
  severalInputs,
  showComparison,
  sixArms,
} from '../../support/compareViews.ts';
import { panelTests } from '../../support/panelTests.ts';

const withPanel = panelTests('compare');

test('says ready first and offers to compare', async () => {
  await withPanel(async (panel) => {
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await panel.tell(showComparison(emptyComparison));
    await panel.page.locator('[data-action=new]').click();
    assert.deepEqual(await panel.last(), { type: 'action', action: 'new' });
  });
});

test('the plan: runs and metric are chosen by mouse and keyboard, Start starts', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showComparison(plannedComparison));
    await panel.page.getByLabel('20', { exact: true }).check();
    assert.deepEqual(await panel.last(), { type: 'runs', runs: 20 });
    await panel.page.getByLabel('TTLT', { exact: true }).focus();
    await panel.page.keyboard.press('ArrowRight');
    assert.deepEqual(await panel.last(), { type: 'metric', metric: 'first-text' });
    await panel.page.locator('vscode-button[data-action=start]').focus();
    await panel.page.keyboard.press('Space');
    assert.deepEqual(await panel.last(), { type: 'action', action: 'start' });
  });
});

test('every press says what was pressed', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showComparison(completeComparison));
    await panel.page.locator('#runs summary').click();
    const presses: readonly (readonly [string, CompareToHost])[] = [
      ['[data-action=run-more]', { type: 'action', action: 'run-more' }],
      ['[data-action=judge]', { type: 'action', action: 'judge' }],
      ['[data-action=copy]', { type: 'action', action: 'copy' }],
      ['[data-action=undo]', { type: 'action', action: 'undo' }],
      ['[data-action=next-answers]', { type: 'action', action: 'next-answers' }],
      ['[data-keep=B]', { type: 'keep', arm: 'B' }],
      ['table.runs [data-run=run-B0]', { type: 'open-run', run: 'run-B0' }],
    ];
    for (const [selector, message] of presses) {
      await panel.page.locator(selector).click();
      assert.deepEqual(await panel.last(), message, selector);
    }
    await panel.page.locator('.dot[data-run=run-A1]').click({ force: true });
    assert.deepEqual(await panel.last(), { type: 'open-run', run: 'run-A1' });
  });
});

test('every run is a dot, and the arms are a table that is read aloud', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showComparison(completeComparison));
    const { page } = panel;
    assert.equal(await page.locator('.dot').count(), 20);
    assert.equal(await page.locator('.dot.left-out').count(), 2);
    const row = page.getByRole('row', { name: /^B as it stands 10 1\.9 s/ });
    assert.equal(await row.getByRole('rowheader').count(), 1);
    assert.equal(
      await page.getByRole('columnheader', { name: 'Interval' }).first().getAttribute('scope'),
      'col',
    );
    assert.deepEqual(await page.locator('mark').allTextContents(), [
      'of March, as far as can be seen, ',
      ': refund one of them',
    ]);
  });
});

test('several inputs: a table of them, and the answers to each', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showComparison(severalInputs));
    const { page } = panel;
    await page.getByRole('row', { name: /^long mail with its thread 4 9\.4 s/ }).waitFor();
    await page.getByLabel('long mail with its thread', { exact: true }).check();
    assert.deepEqual(await panel.last(), { type: 'input', at: 1 });
  });
});

test('Escape stops only what is under way', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showComparison(completeComparison));
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await panel.tell(showComparison(runningComparison));
    assert.equal(await panel.page.locator('progress').getAttribute('value'), '0.3');
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.last(), { type: 'action', action: 'stop' });
  });
});

test('blind: keys and buttons judge, and no key does where nobody judges', async () => {
  await withPanel(async (panel) => {
    await panel.tell(showComparison(completeComparison));
    await panel.page.keyboard.press('1');
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await panel.tell(showComparison(blindComparison));
    for (const [key, preference] of [
      ['1', 'left'],
      ['2', 'right'],
      ['=', 'tie'],
      ['X', 'neither'],
    ] as const) {
      await panel.page.keyboard.press(key);
      assert.deepEqual(await panel.last(), { type: 'prefer', preference }, key);
    }
    await panel.page.locator('[data-prefer=right]').click();
    assert.deepEqual(await panel.last(), { type: 'prefer', preference: 'right' });
  });
});

test('blind: the next pair is read from its beginning; a page that was away keeps its place and takes no focus', async () => {
  await withPanel(
    async (panel) => {
      const { page } = panel;
      const { blind } = blindComparison;
      assert.ok(blind);
      const long = 'A sentence of an answer that goes on and on.\n'.repeat(40);
      const pair = (position: string) =>
        showComparison({ ...blindComparison, blind: { ...blind, position, left: long, right: long } });
      const focused = async () => await page.evaluate(() => document.activeElement?.id);
      await panel.tell(pair('1 of 10'));
      await page.evaluate(() => scrollTo({ top: 100 }));
      await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state') ?? '{}').scrollTop === 100);
      await page.reload();
      await page.waitForFunction('posted.length > 0');
      await panel.tell(pair('1 of 10'));
      assert.deepEqual([await page.evaluate(() => scrollY), await focused()], [100, '']);
      await panel.tell(pair('2 of 10'));
      assert.deepEqual([await page.evaluate(() => scrollY), await focused()], [0, 'blind-title']);
    },
    { width: 400, height: 400 },
  );
});

test('the verdict is said aloud when it comes, not when it is shown again', async () => {
  await withPanel(async (panel) => {
    const announced = { ...completeComparison, announcement: 'B is faster.' };
    await panel.tell(showComparison(announced));
    assert.equal(await panel.text('[role=status]'), '');
    await panel.tell(showComparison(announced));
    assert.equal(await panel.text('[role=status]'), 'B is faster.');
  });
});

test('a page that was away shows the same place and the open runs', async () => {
  await withPanel(
    async (panel) => {
      const { page } = panel;
      await panel.tell(showComparison(completeComparison));
      await page.locator('#runs summary').click();
      await panel.settled();
      await page.evaluate(() => scrollTo({ top: 120 }));
      await page.waitForFunction(() => JSON.parse(sessionStorage.getItem('state') ?? '{}').scrollTop === 120);
      await page.reload();
      await page.waitForFunction('posted.length > 0');
      await panel.tell(showComparison(completeComparison));
      assert.equal(await page.evaluate(() => scrollY), 120);
      assert.equal(await page.locator('#runs[open]').count(), 1);
    },
    { width: 400, height: 400 },
  );
});

// In every text that is no id of this project.
function hostile<T>(value: T): T {
  const bad = '<img src=x onerror="posted.push(1)"><script>posted.push(2)</script>"\'`\u202e';
  const kept = ['type', 'id', 'action', 'tone', 'kind', 'preference', 'key', 'value', 'runs', 'metric'];
  return JSON.parse(JSON.stringify(value), (key, found) => {
    if (typeof found !== 'string') return found;
    return kept.includes(key) ? found : bad;
  });
}

test('texts and ids of any kind stay text', async () => {
  await withPanel(async (panel) => {
    for (const view of [plannedComparison, severalInputs, sixArms, blindComparison]) {
      await panel.tell(hostile(showComparison(view)));
      assert.match(
        (await panel.page.locator('#root').textContent()) ?? '',
        /<img src=x onerror="posted\.push\(1\)">/,
      );
      assert.equal(await panel.page.locator('#root :is(script, img, iframe, style)').count(), 0);
    }
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
  });
});
