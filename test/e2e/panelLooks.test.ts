import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import type { HostToOutput } from '../../src/webview/protocol.ts';
import { panelTests } from '../support/panelTests.ts';
import {
  emptyView,
  endedView,
  failedView,
  needsKeyView,
  referenceView,
  sampleBlocks,
  show,
  writingView,
} from '../support/panelViews.ts';
import { projectRoot } from '../support/paths.ts';
import { themeKinds } from '../support/themes.ts';

const states: Readonly<Record<string, readonly HostToOutput[]>> = {
  empty: [show(emptyView)],
  'needs-key': [show(needsKeyView)],
  writing: [show(writingView, [{ kind: 'text', name: null, text: 'A first line\n\n- and a li' }])],
  ended: [show(endedView, sampleBlocks)],
  reference: [
    show(referenceView, [{ kind: 'text', name: null, text: 'The report describes two problems.' }]),
  ],
  failed: [show(failedView)],
};

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const withPanel = panelTests('output');

for (const theme of themeKinds) {
  for (const [name, messages] of Object.entries(states)) {
    test(`${theme}, ${name}: accessible, nothing wider than 300 px, no rule broken`, async () => {
      await withPanel(
        async (panel) => {
          await panel.send(...messages);
          await panel.settled();
          for (const fold of ['#thinking', '#request', '#details']) {
            const summary = panel.page.locator(`${fold} > summary`);
            if ((await summary.count()) > 0) await summary.click();
          }
          await panel.send({
            type: 'request',
            language: 'json',
            code: '{\n  "model": "claude-haiku-4-5"\n}',
          });
          await panel.settled();
          assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth), 300);
          const picture = `screenshots/panel-${name}-${theme}-300.png`;
          await panel.page.screenshot({ path: `${projectRoot}/${picture}`, fullPage: true });
          await panel.page.evaluate(axe.source);
          const { violations } = await panel.page.evaluate<AxeResult>('axe.run()');
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
          );
          assert.deepEqual(found, []);
        },
        { theme, width: 300, height: 900 },
      );
    });
  }
}

test('the keyboard reaches everything in the order of reading', async () => {
  await withPanel(async (panel) => {
    await panel.send(show(failedView, sampleBlocks.slice(1)));
    await panel.settled();
    const seen: string[] = [];
    for (let presses = 0; presses < 60; presses++) {
      await panel.page.keyboard.press('Tab');
      const at = await panel.page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const { chip, figure, action, explain, language, url } = (element as HTMLElement).dataset;
        const name = chip ?? figure ?? action ?? explain ?? language ?? url;
        return name ?? element.id ?? element.textContent?.trim() ?? element.localName;
      });
      if (at === null) break;
      seen.push(at === '' ? 'other' : at);
    }
    const order = ['model', 'enter-key', 'ttft', 'cost', 'run-again', 'https://example.com/incidents/42'];
    const places = order.map((name) => seen.indexOf(name));
    assert.ok(!places.includes(-1), `${order} in ${seen}`);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.equal(new Set(seen.filter((name) => name === 'model')).size, 1);
  });
});

test('with reduced motion nothing moves', async () => {
  await withPanel(async (panel) => {
    await panel.page.emulateMedia({ reducedMotion: 'reduce' });
    await panel.send(show(writingView));
    await panel.settled();
    const animation = await panel.page.evaluate(() => {
      const icon = document.querySelector('#state .state-icon');
      return icon === null ? '' : getComputedStyle(icon).animationName;
    });
    assert.equal(animation, 'none');
  });
});
