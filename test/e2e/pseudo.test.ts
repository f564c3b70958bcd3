import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { CompareDriver } from '../support/compareDriver.ts';
import { HistoryDriver } from '../support/historyDriver.ts';
import {
  type PseudoExtension,
  pseudoExtension,
  pseudoLanguage,
  untranslated,
} from '../support/pseudoLanguage.ts';
import { answerOf, openRunWindow, type RunWindow, runKey } from '../support/runWindow.ts';

const file = 'lake.prompt.md';
const answer = '7411 88';

// Names, ids, units and dates, which no translation of ours changes.
const kept = [
  file,
  'Claude Haiku 5.5',
  'claude-haiku-5-5',
  'Claude Sonnet 5.5',
  'claude-sonnet-5-5',
  /\b(?:JSON|cURL|Python|TypeScript|standard|server|ms)\b/g,
  /\b(?:req_\w+|http:\S+)/g,
  /\b(?:[A-Z][a-z]{2} \d+|\d\d:\d\d [AP]M)/g,
];

describe('in another language', () => {
  let extension: PseudoExtension;
  let window: RunWindow;
  before(async () => {
    extension = pseudoExtension();
    window = await openRunWindow({
      language: pseudoLanguage,
      extensionDevelopmentPath: extension.path,
      settings: { 'promptTuner.compare.confirmCost': 100 },
    });
  });
  after(async () => {
    await window?.close();
    extension?.remove();
  });

  test('a run: nothing in the panel is left in English, and nothing is cut', async () => {
    const { simulator, openText, workbench, output, page } = window;
    await simulator.script([answerOf(answer, { ttftMs: 60 })]);
    await openText(file, 'Please could you describe the lake in order to help me.');
    await workbench.press(runKey);
    const panel = await output.shows({ end: 'complete', answer });
    await (await output.find('[data-figure="ttlt"]')).waitFor();
    await output.open('details');
    await workbench.screenshot('pseudo-run');
    assert.deepEqual(await strange(panel), []);
    assert.deepEqual(await cut(panel), []);
    const line = page.locator('.codelens-decoration a');
    // Run, tokens, hints, Compare.
    await line.nth(3).waitFor();
    const lenses = await line.allInnerTexts();
    assert.deepEqual(
      lenses.map(foreign).filter((text) => text !== ''),
      [],
    );
  });

  test('a failed run', async () => {
    const { simulator, workbench, output } = window;
    await simulator.script([{ kind: 'error', status: 404, type: 'not_found_error', message: '404' }]);
    await workbench.focusTextEditor();
    await workbench.press(runKey);
    const panel = await output.shows({ end: 'failed' });
    await workbench.screenshot('pseudo-failed');
    assert.deepEqual(await strange(panel), []);
    assert.deepEqual(await cut(panel), []);
  });

  test('the latency of the prompt', async () => {
    const { workbench, page } = window;
    await page.locator('.activitybar [class*="promptTuner"]').first().click();
    const history = new HistoryDriver(workbench);
    await history.find('[role="option"]');
    const panel = await history.frame('[role="option"]');
    await workbench.screenshot('pseudo-latency');
    assert.deepEqual(await strange(panel), []);
    assert.deepEqual(await cut(panel), []);
  });

  test('the plan and the outcome of a measurement', async () => {
    const { simulator, workbench, output } = window;
    await (await output.find('[data-action="measure"]')).click();
    const plan = await workbench.webview('.plan li');
    await workbench.screenshot('pseudo-plan');
    assert.deepEqual(await strange(plan), []);
    assert.deepEqual(await cut(plan), []);
    await simulator.script(Array.from({ length: 10 }, () => answerOf(answer)));
    await plan.locator('[data-action="start"]').click();
    const outcome = await workbench.webview('body:has(.headline):has([data-action="run-again"])');
    await workbench.screenshot('pseudo-outcome');
    assert.deepEqual(await strange(outcome), []);
    assert.deepEqual(await cut(outcome), []);
  });

  test('the plan and the verdict of two models', async () => {
    const { simulator, workbench, page } = window;
    // The output's tab is the first of its group.
    await page.locator('.editor-group-container').last().locator('.tab').first().click();
    await (await window.output.find('[data-action="compare"]')).click();
    const box = page.locator('.quick-input-widget:visible');
    // Its words are translated, the model that it names is not.
    await box.locator('.monaco-list-row', { hasText: 'claude-haiku-5-5' }).first().click();
    const compare = new CompareDriver(workbench);
    await compare.pickSeveral('claude-sonnet-5-5');
    const plan = await compare.frame('.plan li:nth-child(3)');
    await workbench.screenshot('pseudo-compare-plan');
    assert.deepEqual(await strange(plan), []);
    assert.deepEqual(await cut(plan), []);
    await simulator.script(Array.from({ length: 20 }, () => answerOf(answer)));
    await compare.action('start');
    const verdict = await compare.frame('body:has(.headline):has([data-action="judge"])');
    await (await compare.find('#runs summary')).click();
    await workbench.screenshot('pseudo-compare-verdict');
    assert.deepEqual(await strange(verdict), []);
    assert.deepEqual(await cut(verdict), []);
    await compare.action('judge');
    const judging = await compare.frame('#blind-title');
    assert.deepEqual(await strange(judging), []);
    assert.deepEqual(await cut(judging), []);
  });
});

/** The texts of a page, tips and labels included, of which letters are left in English. */
async function strange(frame: Frame): Promise<readonly string[]> {
  const texts = await frame.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest('script, style, #answer, code, pre') !== null) continue;
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
        found.push(element.getAttribute(name) ?? '');
      }
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
    }
    return found;
  });
  return [...new Set(texts.map(foreign))].filter((text) => text !== '');
}

function foreign(text: string): string {
  const left = kept.reduce<string>((rest, name) => rest.replaceAll(name, ''), untranslated(text));
  return /\p{L}{2,}/u.test(left) ? left : '';
}

/** What has more text than room, where the rest is not shown. */
async function cut(frame: Frame): Promise<readonly string[]> {
  return await frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const hides = ['hidden', 'clip'].includes(overflowX) && textOverflow !== 'ellipsis';
        return hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => `${element.localName}.${element.className}: ${element.textContent.slice(0, 80)}`),
  );
}
