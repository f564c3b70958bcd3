import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutputToHost } from '../../../src/webview/protocol.ts';
import { panelTests } from '../../support/panelTests.ts';
import {
  emptyView,
  endedView,
  failedView,
  sampleBlocks,
  show,
  writingView,
} from '../../support/panelViews.ts';

const withPanel = panelTests('output');

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
    await panel.tell(show(writingView));
    assert.deepEqual(await data(), { phase: 'writing' });
    await panel.tell({ type: 'progress', view: failedView, append: [] });
    assert.deepEqual(await data(), { phase: 'ended', endState: 'failed', failure: 'rejected-key' });
    assert.equal(await panel.text('[data-figure="ttft"] .value'), '–');
    assert.match(await panel.text('#state'), /Key rejected.*does not accept this key.*Replace Key…/);
  });
});

test('every press says what was pressed', async () => {
  await withPanel(async (panel) => {
    await panel.tell(
      show({ ...endedView, state: { ...endedView.state, buttons: failedView.state.buttons } }, sampleBlocks),
    );
    const presses: readonly (readonly [string, OutputToHost])[] = [
      ['[data-action="enter-key"]', { type: 'action', action: 'enter-key' }],
      ['[data-action="apply-hint"]', { type: 'action', action: 'apply-hint' }],
      ['[data-action="dismiss-hint"]', { type: 'action', action: 'dismiss-hint' }],
      ['[data-action="run-again"]', { type: 'action', action: 'run-again' }],
      ['[data-chip="model"]', { type: 'chip', chip: 'model' }],
      ['[data-action="dismiss-notice"]', { type: 'action', action: 'dismiss-notice' }],
      ['#answer .link', { type: 'open-link', url: 'https://example.com/incidents/42' }],
    ];
    for (const [selector, message] of presses) {
      await panel.page.locator(selector).click();
      assert.deepEqual(await panel.last(), message, selector);
    }
    await panel.page.locator('#answer [data-copy-code]').click();
    const copied = await panel.last();
    assert.ok(copied?.type === 'copy-code' && copied.text.startsWith('export function total('));
    assert.equal(await panel.text('[role=status]'), 'Copied');
  });
});

test('a second copy is said aloud like the first one', async () => {
  await withPanel(async (panel) => {
    await panel.tell(show(endedView, sampleBlocks));
    const copy = panel.page.locator('#answer [data-copy-code]');
    const status = panel.page.locator('[role=status]');
    await copy.click();
    assert.equal(await panel.text('[role=status]'), 'Copied');
    await status.filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
    await copy.click();
    assert.equal(await panel.text('[role=status]'), 'Copied');
    assert.equal((await panel.posted()).filter(({ type }) => type === 'copy-code').length, 2);
  });
});

test('the menu opens, walks and presses by keyboard, and Escape closes it without stopping the run', async () => {
  await withPanel(async (panel) => {
    const buttons = writingView.state.buttons;
    await panel.send(show({ ...endedView, state: { ...endedView.state, buttons } }));
    const more = panel.page.getByRole('button', { name: 'More' });
    await more.press('Enter');
    const first = panel.page.locator('[role=menuitem]:focus', { hasText: 'Repeat Exactly' });
    await first.waitFor();
    await panel.page.keyboard.press('Escape');
    await panel.page.locator('#more-menu').waitFor({ state: 'hidden' });
    assert.deepEqual(await panel.posted(), [{ type: 'ready' }]);
    await more.press('Enter');
    await first.waitFor();
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.last(), { type: 'action', action: 'open-as-document' });
  });
});

test('Escape stops a run that can be stopped, and nothing else', async () => {
  await withPanel(async (panel) => {
    await panel.tell(show(writingView));
    await panel.page.keyboard.press('Escape');
    assert.deepEqual(await panel.last(), { type: 'action', action: 'stop' });
    await panel.tell({ type: 'progress', view: endedView, append: [] });
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
    assert.match(await panel.text(`#${id}`), /^Time to first token/);
    await panel.page.keyboard.press('Tab');
    await panel.page.keyboard.press('Enter');
    assert.deepEqual(await panel.last(), { type: 'explain', figure: 'ttft' });
  });
});

test('the request is asked for when its fold opens, a language at a time', async () => {
  await withPanel(async (panel) => {
    await panel.send(show(endedView));
    await panel.page.locator('#request summary').click();
    await panel.page.locator('#request[open]').waitFor();
    await panel.settled();
    assert.deepEqual(await panel.last(), { type: 'request-opened', language: 'json' });
    await panel.send({ type: 'request', language: 'json', code: '{ "model": "x" }' });
    await panel.page.locator('#request-code', { hasText: '"model"' }).waitFor();
    await panel.page.getByRole('tab', { name: 'JSON' }).press('ArrowRight');
    assert.deepEqual(await panel.last(), { type: 'request-opened', language: 'curl' });
    await panel.page.locator('[data-copy-request]').click();
    assert.deepEqual(await panel.last(), { type: 'copy-request', language: 'curl' });
  });
});

test('thinking that the API hides is told, not offered to read', async () => {
  await withPanel(async (panel) => {
    const title = 'Thinking: hidden by the API, 1,167 tokens, billed';
    const blocks = [{ kind: 'thinking', name: null, text: '' }, ...sampleBlocks.slice(1)] as const;
    await panel.tell(show({ ...endedView, thinking: title }, blocks));
    assert.equal(await panel.text('#thinking'), title);
    assert.equal(await panel.page.locator('details#thinking').count(), 0);
  });
});

test('an answer without text has nothing to show raw', async () => {
  await withPanel(async (panel) => {
    const tool = { kind: 'tool', name: 'find_invoice', text: '{"month":"March"}' } as const;
    const visible = async () => await panel.page.locator('[data-toggle-raw]').isVisible();
    await panel.tell(show(endedView, [tool]));
    assert.equal(await visible(), false);
    await panel.tell(show(endedView, [tool, { kind: 'text', name: null, text: 'It was paid twice.' }]));
    assert.equal(await visible(), true);
  });
});

test('the announcement is made once, when the run ends', async () => {
  await withPanel(async (panel) => {
    const status = panel.page.locator('[role=status]');
    await panel.tell(show(writingView));
    assert.equal((await status.textContent())?.trim(), '');
    assert.equal(await panel.page.locator('.answer').getAttribute('aria-busy'), 'true');
    await panel.tell({ type: 'progress', view: endedView, append: [] });
    assert.match((await status.textContent()) ?? '', /^Complete\. First text 2\.41 s/);
    await panel.tell(show(endedView));
    assert.equal((await status.textContent())?.trim(), '');
  });
});
