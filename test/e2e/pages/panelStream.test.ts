import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../src/core/random.ts';
import type { AppendView, HostToOutput } from '../../../src/webview/protocol.ts';
import type { PanelPage } from '../../support/panelPage.ts';
import { panelTests } from '../../support/panelTests.ts';
import { endedView, sampleBlocks, show, writingView } from '../../support/panelViews.ts';

const withPanel = panelTests('output');

const append = (piece: string, create = false): HostToOutput => ({
  type: 'progress',
  view: null,
  append: [{ position: 0, create: create ? { kind: 'text', name: null } : null, text: piece }],
});
const paragraphs = (count: number) => 'A paragraph of the answer that goes on.\n\n'.repeat(count);
const scrollTop = async (panel: PanelPage) =>
  await panel.page.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
const endInSight = async (panel: PanelPage) =>
  await panel.page.evaluate(
    () => (document.querySelector('#answer')?.getBoundingClientRect().bottom ?? 0) <= innerHeight,
  );

test('showing everything at once is the same as streaming it in any pieces', async (t) => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  t.diagnostic(`seed ${seed}`);
  const random = seededRandom(seed);
  const shown = async (panel: PanelPage) => {
    await panel.settled();
    return await panel.page.evaluate(() => document.querySelector('#answer')?.outerHTML ?? '');
  };
  let whole = '';
  await withPanel(async (panel) => {
    await panel.send(show(endedView, sampleBlocks));
    whole = await shown(panel);
  });
  for (let round = 0; round < 4; round++) {
    await withPanel(async (panel) => {
      await panel.send(show(writingView));
      const pieces = inPieces(random);
      while (pieces.length > 0) await panel.send(...pieces.splice(0, 1 + Math.floor(random() * 40)));
      await panel.send({ type: 'progress', view: endedView, append: [] });
      assert.equal(await shown(panel), whole);
    });
  }
});

test('the end is followed until the person scrolls up, and again after a jump', async () => {
  await withPanel(
    async (panel) => {
      await panel.tell(show(writingView), append(paragraphs(40), true));
      assert.ok(await endInSight(panel));
      await panel.tell(append(paragraphs(20)));
      assert.ok(await endInSight(panel));
      await panel.page.mouse.move(300, 300);
      await panel.page.mouse.wheel(0, -400);
      const jump = panel.page.getByRole('button', { name: 'Jump to End' });
      await jump.waitFor();
      await panel.settled();
      const before = await scrollTop(panel);
      await panel.tell(append(paragraphs(20)));
      assert.equal(await scrollTop(panel), before);
      assert.ok(!(await endInSight(panel)));
      await jump.click();
      await jump.waitFor({ state: 'detached' });
      await panel.tell(append(paragraphs(20)));
      assert.ok(await endInSight(panel));
    },
    { height: 600 },
  );
});

test('a page that was away shows the same place, the same folds and the same view of the answer', async () => {
  await withPanel(
    async (panel) => {
      const blocks = [{ kind: 'text', name: null, text: paragraphs(100) }] as const;
      await panel.tell(show(endedView, blocks));
      await panel.page.locator('#details summary').click();
      await panel.page.locator('[data-toggle-raw]').click();
      await panel.settled();
      const start = await scrollTop(panel);
      await panel.page.mouse.move(300, 300);
      await panel.page.mouse.wheel(0, 700);
      await panel.page.waitForFunction(
        (least) => JSON.parse(sessionStorage.getItem('state') ?? '{}').scrollTop >= least,
        start + 700,
      );
      const before = await scrollTop(panel);
      await panel.page.reload();
      await panel.page.waitForFunction('posted.length > 0');
      await panel.tell(show(endedView, blocks));
      assert.equal(await panel.page.locator('#details[open]').count(), 1);
      assert.equal(await panel.page.locator('#answer pre.plain').textContent(), paragraphs(100));
      assert.ok(Math.abs((await scrollTop(panel)) - before) <= 2);
    },
    { height: 600 },
  );
});

function inPieces(random: () => number): HostToOutput[] {
  return sampleBlocks.flatMap((block, position) => {
    const messages: HostToOutput[] = [];
    for (let start = 0; start < block.text.length; ) {
      const end = start + 1 + Math.floor(random() * 30);
      const create: AppendView['create'] = start === 0 ? { kind: block.kind, name: block.name } : null;
      const piece = { position, create, text: block.text.slice(start, end) };
      messages.push({ type: 'progress', view: null, append: [piece] });
      start = end;
    }
    return messages;
  });
}
