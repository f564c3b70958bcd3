import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { AppendView, HostToOutput, OutputToHost } from '../../src/webview/protocol.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPanelPage, type PanelPage, type PanelPageOptions } from '../support/panelPage.ts';
import { emptyView, endedView, failedView, sampleBlocks, show, writingView } from '../support/panelViews.ts';
import { seededRandom } from '../support/randomCuts.ts';

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(async () => await browser.close());

async function withPanel(
  use: (panel: PanelPage) => Promise<void>,
  options: PanelPageOptions = {},
): Promise<void> {
  const panel = await openPanelPage(browser, options);
  try {
    await use(panel);
    assert.deepEqual(await panel.misdeeds(), []);
  } finally {
    await panel.close();
  }
}

const text = async (panel: PanelPage, selector: string) =>
  ((await panel.page.locator(selector).textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
const last = async (panel: PanelPage): Promise<OutputToHost | undefined> => (await panel.posted()).at(-1);
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

test('says ready first and shows the empty state', async () => {
  await withPanel(async (panel) => {
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await panel.send(show(emptyView));
    await panel.page.getByRole('heading', { name: 'No run yet' }).waitFor();
    assert.equal(await panel.page.locator('body').getAttribute('data-phase'), 'idle');
  });
});

test('tells phase, end state and failure on the body', async () => {
  await withPanel(async (panel) => {
    const data = () => panel.page.evaluate(() => ({ ...document.body.dataset }));
    await panel.send(show(writingView));
    await panel.settled();
    assert.deepEqual(await data(), { phase: 'writing' });
    await panel.send({ type: 'progress', view: failedView, append: [] });
    await panel.settled();
    assert.deepEqual(await data(), { phase: 'ended', endState: 'failed', failure: 'rejected-key' });
    assert.equal(await text(panel, '[data-figure="ttft"] .value'), '–');
    assert.match(await text(panel, '#state'), /Key rejected.*Replace Key….*does not accept this key/);
  });
});

test('every press says what was pressed', async () => {
  await withPanel(async (panel) => {
    await panel.send(
      show({ ...endedView, state: { ...endedView.state, buttons: failedView.state.buttons } }, sampleBlocks),
    );
    await panel.settled();
    const presses: readonly (readonly [string, OutputToHost])[] = [
      ['[data-action="enter-key"]', { type: 'action', action: 'enter-key' }],
      ['[data-action="run-again"]', { type: 'action', action: 'run-again' }],
      ['[data-chip="model"]', { type: 'chip', chip: 'model' }],
      ['[data-action="dismiss-notice"]', { type: 'action', action: 'dismiss-notice' }],
      ['#answer .link', { type: 'open-link', url: 'https://example.com/incidents/42' }],
    ];
    for (const [selector, message] of presses) {
      await panel.page.locator(selector).click();
      assert.deepEqual(await last(panel), message, selector);
    }
    await panel.page.locator('#answer [data-copy-code]').click();
    const copied = await last(panel);
    assert.ok(copied?.type === 'copy-code' && copied.text.startsWith('export function total('));
  });
});

test('the menu opens, walks and presses by keyboard, and Escape closes it without stopping the run', async () => {
  await withPanel(async (panel) => {
    const buttons = writingView.state.buttons;
    await panel.send(show({ ...endedView, state: { ...endedView.state, buttons } }));
    const more = panel.page.getByRole('button', { name: 'More' });
    await more.press('Enter');
    await panel.page.getByRole('menuitem', { name: 'Repeat Exactly' }).waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.page.locator('#more-menu').waitFor({ state: 'hidden' });
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await more.press('Enter');
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await last(panel), { type: 'action', action: 'open-as-document' });
  });
});

test('Escape stops a run that can be stopped, and nothing else', async () => {
  await withPanel(async (panel) => {
    await panel.send(show(writingView));
    await panel.settled();
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await last(panel), { type: 'action', action: 'stop' });
    await panel.send({ type: 'progress', view: endedView, append: [] });
    await panel.settled();
    await panel.page.keyboard.press('Escape');
    assert.equal((await panel.posted()).length, 2);
  });
});

test('a number explains itself to the keyboard', async () => {
  await withPanel(async (panel) => {
    await panel.send(show(endedView));
    const figure = panel.page.locator('[data-figure="ttft"]');
    await figure.focus();
    const tip = figure.locator('.tip');
    await tip.waitFor({ state: 'visible' });
    const id = (await figure.getAttribute('aria-describedby')) ?? '';
    assert.match(await text(panel, `#${id}`), /^Time to first token/);
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await last(panel), { type: 'explain', figure: 'ttft' });
  });
});

test('the request is asked for when its fold opens, a language at a time', async () => {
  await withPanel(async (panel) => {
    await panel.send(show(endedView));
    await panel.page.locator('#request summary').click();
    await panel.page.locator('#request[open]').waitFor();
    assert.deepEqual(await last(panel), { type: 'request-opened', language: 'json' });
    await panel.send({ type: 'request', language: 'json', code: '{ "model": "x" }' });
    await panel.page.locator('#request-code', { hasText: '"model"' }).waitFor();
    await panel.page.getByRole('tab', { name: 'JSON' }).press('ArrowRight');
    assert.deepEqual(await last(panel), { type: 'request-opened', language: 'curl' });
    await panel.page.locator('[data-copy-request]').click();
    assert.deepEqual(await last(panel), { type: 'copy-request', language: 'curl' });
  });
});

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
      await panel.send(show(writingView), append(paragraphs(40), true));
      await panel.settled();
      assert.ok(await endInSight(panel));
      await panel.send(append(paragraphs(20)));
      await panel.settled();
      assert.ok(await endInSight(panel));
      await panel.page.mouse.move(300, 300);
      await panel.page.mouse.wheel(0, -400);
      const jump = panel.page.getByRole('button', { name: 'Jump to End' });
      await jump.waitFor();
      await panel.settled();
      const before = await scrollTop(panel);
      await panel.send(append(paragraphs(20)));
      await panel.settled();
      assert.equal(await scrollTop(panel), before);
      assert.ok(!(await endInSight(panel)));
      await jump.click();
      await jump.waitFor({ state: 'detached' });
      await panel.send(append(paragraphs(20)));
      await panel.settled();
      assert.ok(await endInSight(panel));
    },
    { height: 600 },
  );
});

test('a page that was away shows the same place, the same folds and the same view of the answer', async () => {
  await withPanel(
    async (panel) => {
      const blocks = [{ kind: 'text', name: null, text: paragraphs(100) }] as const;
      await panel.send(show(endedView, blocks));
      await panel.settled();
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
      await panel.send(show(endedView, blocks));
      await panel.settled();
      assert.equal(await panel.page.locator('#details[open]').count(), 1);
      assert.equal(await panel.page.locator('#answer pre.plain').textContent(), paragraphs(100));
      assert.ok(Math.abs((await scrollTop(panel)) - before) <= 2);
    },
    { height: 600 },
  );
});

test('the announcement is made once, when the run ends', async () => {
  await withPanel(async (panel) => {
    const status = panel.page.locator('[role=status]');
    await panel.send(show(writingView));
    await panel.settled();
    assert.equal((await status.textContent())?.trim(), '');
    assert.equal(await panel.page.locator('.answer').getAttribute('aria-busy'), 'true');
    await panel.send({ type: 'progress', view: endedView, append: [] });
    await panel.settled();
    assert.match((await status.textContent()) ?? '', /^Complete\. First text 2\.41 s/);
    await panel.send(show(endedView));
    await panel.settled();
    assert.equal((await status.textContent())?.trim(), '');
  });
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
