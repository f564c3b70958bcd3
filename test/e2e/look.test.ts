import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { Frame } from 'playwright-core';
import { answerOf, describeRuns, type RunWindow, runKey, sentRuns } from '../support/runWindow.ts';

const themes = {
  dark: { name: 'Default Dark Modern', kind: 'vscode-dark' },
  light: { name: 'Default Light Modern', kind: 'vscode-light' },
  'high-contrast': { name: 'Default High Contrast', kind: 'vscode-high-contrast' },
  'high-contrast-light': { name: 'Default High Contrast Light', kind: 'vscode-high-contrast-light' },
} as const;

// Widths of the window; the panel beside the editor has what is left.
const windows = { wide: 1_600, narrow: 940 } as const;

const answer = `## Verdict

The ticket is for **Identity**: the customer [can't sign in](https://example.com/passkeys).

1. Urgency: \`high\`
2. Third time this month

| Team | Fits |
| --- | --- |
| Identity | yes |
| App | in part |

\`\`\`ts
export const team = 'identity';
\`\`\`

> Sorry that you had to write to us a third time.
`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

describeRuns('look', {}, (vscode) => {
  test('a run breaks no rule of its page', async () => {
    const { simulator, output, workbench, page } = vscode();
    const broken: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted(?:HTML|Script)/i.test(message.text())) broken.push(message.text());
    });
    const thinking = { thinking: 'visible', thinkingText: 'A passkey, so Identity.' } as const;
    await simulator.script([answerOf(answer, thinking)]);
    await workbench.openFile('triage.prompt.md');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'a third time' });
    await output.open('thinking');
    await output.open('details');
    await output.open('request');
    await output.find('#request-code:has-text("max_tokens")');
    const ours = broken.filter((text) => !/workbench\.(?:html|js)/.test(text));
    assert.deepEqual(ours, []);
  });

  for (const [theme, { name, kind }] of Object.entries(themes)) {
    test(`${theme}: accessible and in its place, wide and narrow`, async () => {
      const { workbench, page, applySettings } = vscode();
      await applySettings({ 'workbench.colorTheme': name });
      for (const [size, width] of Object.entries(windows)) {
        await page.setViewportSize({ width, height: 900 });
        const panel = await workbench.webview(`body[data-vscode-theme-kind="${kind}"] #answer h2`);
        await steady(panel);
        await workbench.screenshot(`look-${theme}-${size}`);
        const { shown, needed } = await panel.evaluate(() => ({
          shown: document.documentElement.clientWidth,
          needed: document.documentElement.scrollWidth,
        }));
        assert.ok(needed <= shown, `${needed} px of content in ${shown} px`);
        assert.deepEqual(await serious(panel), [], `${shown} px`);
      }
    });
  }

  test('everything can be done by keyboard alone', async () => {
    const window = vscode();
    const { simulator, output, workbench } = window;
    await simulator.script([answerOf(answer), answerOf('Once more.')]);
    await workbench.openFile('triage.prompt.md');
    await workbench.runCommand('Prompt Tuner: Run Prompt');
    await output.shows({ end: 'complete', answer: 'a third time' });
    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    const panel = await workbench.webview('#answer h2');
    await panel.locator('body:focus-within, body:focus').first().waitFor();
    const wanted = await panel.evaluate(() => {
      const all =
        '[data-chip], [data-figure], [data-action]:not([role=menuitem]), .more, summary, #answer .link';
      return [...document.querySelectorAll<HTMLElement>(all)].map(
        ({ dataset, textContent, ariaLabel }) =>
          dataset.chip ?? dataset.figure ?? dataset.action ?? dataset.url ?? ariaLabel ?? textContent ?? '',
      );
    });
    const seen = await walk(window, panel, () => false);
    assert.deepEqual(
      wanted.filter((name) => !seen.includes(name)),
      [],
      seen.join(', '),
    );

    await workbench.runCommand('Prompt Tuner: Show Output Panel');
    await walk(window, panel, (name) => name === 'run-again');
    await workbench.press('Enter');
    await output.shows({ end: 'complete', answer: 'Once more.' });
    assert.equal((await sentRuns(simulator)).length, 2);
  });
});

// The names of what gets the focus, one Tab after the other, until the focus leaves the panel or `done` says so.
async function walk(
  { page }: RunWindow,
  panel: Frame,
  done: (name: string) => boolean,
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    const name = await panel.evaluate(() => {
      const element = document.activeElement;
      if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body) return null;
      const { chip, figure, action, url } = element.dataset;
      return chip ?? figure ?? action ?? url ?? element.ariaLabel ?? element.textContent ?? '';
    });
    if (name === null) return seen;
    seen.push(name);
    if (done(name)) return seen;
  }
  throw new Error(`The focus never leaves the panel: ${seen.join(', ')}`);
}

// A resized or newly coloured page is looked at when it has been painted so.
async function steady(panel: Frame): Promise<void> {
  await panel.evaluate(async () => {
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

async function serious(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axe);
  const { violations } = await panel.evaluate<AxeResult>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
