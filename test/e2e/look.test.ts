import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { ConsoleMessage, Frame } from 'playwright-core';
import { CompareDriver } from '../support/compareDriver.ts';
import { HistoryDriver } from '../support/historyDriver.ts';
import { answerOf, describeRuns, type RunWindow, runKey, sentRuns } from '../support/runWindow.ts';

// By the names under which a person finds them.
const themes = {
  dark: { name: 'Dark Modern', kind: 'vscode-dark' },
  light: { name: 'Light Modern', kind: 'vscode-light' },
  'high-contrast': { name: 'Dark High Contrast', kind: 'vscode-high-contrast' },
  'high-contrast-light': { name: 'Light High Contrast', kind: 'vscode-high-contrast-light' },
} as const;

// Widths of the window; the panel beside the editor has what is left.
const windows = { wide: 1_600, narrow: 940 } as const;

const answer = `# Verdict

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
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const settings = { 'promptTuner.compare.runs': 5, 'promptTuner.compare.confirmCost': 100 };

describeRuns('look', { settings }, (vscode) => {
  test('a run breaks no rule of its page', async () => {
    const { simulator, output, workbench, page } = vscode();
    const broken: string[] = [];
    const isBreach = (message: ConsoleMessage) =>
      /Content Security Policy|TrustedHTML|TrustedScript/.test(message.text());
    page.on('console', (message) => {
      if (isBreach(message)) broken.push(message.text());
    });
    const thinking = { thinking: 'visible', thinkingText: 'A passkey, so Identity.' } as const;
    await simulator.script([answerOf(answer, thinking)]);
    await workbench.openFile('triage.prompt.md');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'a third time' });
    await output.open('thinking');
    await output.open('details');
    await output.open('request');
    const code = await output.find('#request-code:has-text("max_tokens")');
    assert.deepEqual(broken, []);
    // A breach would have been heard of.
    const heard = page.waitForEvent('console', isBreach);
    await code.evaluate((element) => element.setAttribute('style', 'color: red'));
    await heard;
  });

  for (const [theme, { name, kind }] of Object.entries(themes)) {
    test(`${theme}: accessible and in its place, wide and narrow`, async () => {
      const { workbench, page } = vscode();
      await pickTheme(vscode(), name);
      for (const [size, width] of Object.entries(windows)) {
        await page.setViewportSize({ width, height: 900 });
        const panel = await workbench.webview(`body[data-vscode-theme-kind="${kind}"] #answer table`);
        await steady(panel);
        await workbench.screenshot(`look-${theme}-${size}`);
        const { shown, needed } = await panel.evaluate(() => ({
          shown: document.documentElement.clientWidth,
          needed: document.documentElement.scrollWidth,
        }));
        assert.ok(needed <= shown, `${needed} px of content in ${shown} px`);
        assert.deepEqual(await violations(panel), [], `${shown} px`);
      }
    });
  }

  test('a comparison and the history beside it are accessible in every theme', async () => {
    const { simulator, workbench, page } = vscode();
    const compare = new CompareDriver(workbench);
    const history = new HistoryDriver(workbench);
    await page.setViewportSize({ width: windows.wide, height: 900 });
    const plans = Array.from({ length: 10 }, (_, at) => answerOf(answer, { ttftMs: 5 + at * 9, gapMs: 0 }));
    await compare.choose('Model…');
    await compare.pickSeveral('claude-sonnet-5-5');
    await compare.find('[data-action="start"]');
    await simulator.script(plans);
    await compare.action('start');
    await compare.verdict();
    await history.open();
    await history.find('[role="option"] .more', 'compared');
    for (const [theme, { name, kind }] of Object.entries(themes)) {
      await pickTheme(vscode(), name);
      const themed = `body[data-vscode-theme-kind="${kind}"]`;
      const panels = [
        await workbench.webview(`${themed} .verdict`),
        await workbench.webview(`${themed} .chart`),
      ];
      for (const panel of panels) {
        await steady(panel);
        assert.deepEqual(await violations(panel), [], theme);
      }
      await workbench.screenshot(`look-compare-${theme}`);
    }
  });

  test('everything can be done by keyboard alone', async () => {
    const window = vscode();
    const { simulator, output, workbench } = window;
    await simulator.script([answerOf('Once.'), answerOf(answer)]);
    await workbench.focusEditor();
    await workbench.openFile('triage.prompt.md');
    await runFromPalette(window, 'Prompt Tuner: Run Prompt');
    const panel = await output.shows({ end: 'complete', answer: 'Once.' });
    await focusPanel(window, panel);
    await walk(window, panel, 'Tab', (name) => name === 'run-again');
    await workbench.press('Enter');
    await output.shows({ end: 'complete', answer: 'a third time' });
    assert.equal((await sentRuns(simulator)).length, 2);

    // Forth and back, since the walk goes on from where the focus was last.
    await focusPanel(window, panel);
    const forth = await walk(window, panel, 'Tab', () => false);
    await focusPanel(window, panel);
    const seen = new Set([...forth, ...(await walk(window, panel, 'Shift+Tab', () => false))]);
    const wanted = await panel.evaluate(() => {
      const all =
        '[data-chip], [data-figure], [data-action]:not([role=menuitem]), .more, summary, #answer .link';
      return [...document.querySelectorAll<HTMLElement>(all)].map(
        ({ dataset, textContent, ariaLabel }) =>
          dataset.chip ?? dataset.figure ?? dataset.action ?? dataset.url ?? ariaLabel ?? textContent ?? '',
      );
    });
    const missed = wanted.filter((name) => !seen.has(name));
    assert.deepEqual(missed, [], [...seen].join(', '));
    assert.ok(wanted.length > 15, wanted.join(', '));
  });
});

async function pickTheme({ workbench, page }: RunWindow, name: string): Promise<void> {
  await workbench.press('ControlOrMeta+K', 'ControlOrMeta+T');
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await box.waitFor();
  await box.fill(name);
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { has: page.getByText(name, { exact: true }) })
    .waitFor();
  await workbench.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

// Other commands may stand above the one that is meant: the arrow keys walk to it.
async function runFromPalette({ workbench, page }: RunWindow, title: string): Promise<void> {
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await workbench.press('F1');
  await box.waitFor();
  await box.fill(`>${title}`);
  const meant = `:is([aria-label="${title}"], [aria-label^="${title},"])`;
  await page.locator(`.quick-input-list .monaco-list-row${meant}`).waitFor();
  const reached = page.locator(`.quick-input-list .monaco-list-row.focused${meant}`);
  while ((await reached.count()) === 0) await workbench.press('ArrowDown');
  await workbench.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

async function focusPanel(window: RunWindow, panel: Frame): Promise<void> {
  await runFromPalette(window, 'Prompt Tuner: Show Output Panel');
  while (!(await panel.evaluate(() => document.hasFocus()))) await window.page.waitForTimeout(50);
}

// The names of what gets the focus, one press after the other, until the focus leaves the panel or `done` says so.
async function walk(
  { page }: RunWindow,
  panel: Frame,
  key: 'Tab' | 'Shift+Tab',
  done: (name: string) => boolean,
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press(key);
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

async function violations(panel: Frame): Promise<readonly string[]> {
  await panel.evaluate(axe);
  const found = await panel.evaluate<AxeResult>('axe.run()');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
