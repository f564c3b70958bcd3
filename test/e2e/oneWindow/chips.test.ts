import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { ChipId } from '../../../src/webview/protocol.ts';
import { answerOf, type RunWindow, runKey, sentRuns } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

type Body = Readonly<Record<string, unknown>>;

interface Change {
  readonly chip: ChipId;
  /** How the person chooses it. */
  readonly choose: string;
  readonly shown: string;
  /** What the next request has more than the one before. */
  readonly sent: Body;
}

const changes: Readonly<Record<string, Change>> = {
  'a lower effort': {
    chip: 'effort',
    choose: 'low',
    shown: 'Effort low',
    sent: { output_config: { effort: 'low' } },
  },
  'no thinking': {
    chip: 'thinking',
    choose: 'off',
    shown: 'Thinking off',
    sent: { thinking: { type: 'disabled' }, max_tokens: 4_096 },
  },
  'fewer tokens': {
    chip: 'max-tokens',
    choose: '1234',
    shown: 'Max tokens 1,234',
    sent: { max_tokens: 1_234 },
  },
  'a system prompt': {
    chip: 'system',
    choose: 'Answer in French.',
    shown: 'System Answer in French.',
    sent: { system: 'Answer in French.' },
  },
  'another model': {
    chip: 'model',
    choose: 'claude-sonnet-5-5',
    shown: 'Model Claude Sonnet 5.5',
    sent: { model: 'claude-sonnet-5-5' },
  },
};

describeSharedRuns('chips', {}, (vscode) => {
  for (const [name, { chip, choose, shown, sent }] of Object.entries(changes)) {
    test(`${name}: the next request has it until it is reset`, async () => {
      const { simulator, output, openText, workbench } = vscode();
      await simulator.script(['One.', 'Two.', 'Three.'].map((text) => answerOf(text)));
      await openText(`${chip}.prompt.md`, 'Name a river.');
      await workbench.press(runKey);
      await output.shows({ title: `${chip}.prompt.md`, end: 'complete', answer: 'One.' });
      const before = await output.text(`[data-chip="${chip}"]`);
      await change(vscode(), chip, choose);
      await output.find(`[data-chip="${chip}"].changed`);
      assert.equal(await output.text(`[data-chip="${chip}"]`), shown);
      await output.press('run-again');
      await output.shows({ end: 'complete', answer: 'Two.' });
      await output.press('reset-chips');
      await output.find(`[data-chip="${chip}"]:not(.changed)`);
      assert.equal(await output.text(`[data-chip="${chip}"]`), before);
      await output.press('run-again');
      await output.shows({ end: 'complete', answer: 'Three.' });

      const [first, second, third] = (await sentRuns(simulator)).map(({ body }) => body as Body);
      assert.deepEqual(second, { ...first, ...sent });
      assert.deepEqual(third, first);
    });
  }

  test('the other role: marked until it is reset', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('One.')]);
    await openText('role.prompt.md', 'Name a pond.');
    await workbench.press(runKey);
    await output.shows({ title: 'role.prompt.md', end: 'complete', answer: 'One.' });
    await output.find('[data-chip="role"]:not(.changed)');
    await output.pressChip('role');
    await output.find('[data-chip="role"].changed');
    assert.equal(await output.text('[data-chip="role"]'), 'Sent as system prompt');
    await output.press('reset-chips');
    await output.find('[data-chip="role"]:not(.changed)');
    assert.equal(await output.text('[data-chip="role"]'), 'Sent as user message');
  });

  test('a change holds for its prompt alone', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script(['One.', 'Two.', 'Three.'].map((text) => answerOf(text)));
    await openText('own.prompt.md', 'Name a lake.');
    await workbench.press(runKey);
    await output.shows({ title: 'own.prompt.md', end: 'complete', answer: 'One.' });
    await change(vscode(), 'max-tokens', '777');
    await output.find('[data-chip="max-tokens"].changed');
    await openText('other.prompt.md', 'Name a sea.');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'Two.' });
    await output.find('[data-chip="max-tokens"]:not(.changed)');
    await workbench.focusEditor();
    await workbench.openFile('own.prompt.md');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'Three.' });
    await output.find('[data-chip="max-tokens"].changed');
    const [first, second, third] = (await sentRuns(simulator)).map(({ body }) => body as Body);
    assert.deepEqual([second?.max_tokens, third?.max_tokens], [first?.max_tokens, 777]);
  });

  test('what can’t be meant is refused in the box, and Escape changes nothing', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await simulator.script([answerOf('One.'), answerOf('Two.')]);
    await openText('refused.prompt.md', 'Name a hill.');
    await workbench.press(runKey);
    await output.shows({ title: 'refused.prompt.md', end: 'complete', answer: 'One.' });
    await output.pressChip('max-tokens');
    await workbench.answer('0');
    await page.locator('.quick-input-message', { hasText: /^A whole number from 1 to 64,000\./ }).waitFor();
    await workbench.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Two.' });
    const [first, second] = (await sentRuns(simulator)).map(({ body }) => body as Body);
    assert.deepEqual(second, first);
  });

  test('a temperature that the model does not take is marked and left out', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf('One.'), answerOf('Two.')]);
    await openText('warm.prompt.md', 'Name a wind.');
    await workbench.press(runKey);
    await output.shows({ title: 'warm.prompt.md', end: 'complete', answer: 'One.' });
    await change(vscode(), 'temperature', '0.2');
    await output.find('[data-chip="temperature"].changed.omitted');
    assert.match(
      await output.text('#tip-chip-temperature'),
      /^Changed here for this prompt\. Not sent: this model does not take it\.$/,
    );
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Two.' });
    const [first, second] = (await sentRuns(simulator)).map(({ body }) => body as Body);
    assert.deepEqual(second, first);
  });

  test('the pick of a model lists what the API offers now, with context, price and retirement', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await simulator.script([answerOf('One.')]);
    await openText('pick.prompt.md', 'Name a star.');
    await workbench.press(runKey);
    await output.shows({ title: 'pick.prompt.md', end: 'complete', answer: 'One.' });
    await simulator.clear();
    await output.pressChip('model');
    await page
      .locator('.quick-input-widget input[placeholder="Models of your key, or type an id"]')
      .waitFor();
    await simulator.waitFor('end', 1, { path: '/v1/models' });
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const row = async (id: string) => {
      await page.locator('.quick-input-widget .quick-input-box input').fill(id);
      await rows.filter({ hasText: id }).first().waitFor();
      return plain((await rows.filter({ hasText: id }).first().textContent()) ?? '');
    };
    // 400,000 by the API, which the built-in table does not say.
    assert.match(
      await row('claude-haiku-5-5'),
      /Claude Haiku 5\.5\s*claude-haiku-5-5\s*400,000 tokens of context · \$0\.10 in, \$0\.50 out per million tokens/,
    );
    assert.match(await row('claude-sonnet-4-5'), /200,000 tokens of context .* · retires Nov 30, 2026/);
    await page.locator('.quick-input-widget .quick-input-box input').fill('claude-opus-4-1');
    await rows.first().waitFor({ state: 'detached' });
    await workbench.press('Escape');
  });
});

async function change({ output, workbench, page }: RunWindow, chip: ChipId, choose: string): Promise<void> {
  await output.pressChip(chip);
  const box = page.locator('.quick-input-widget .quick-input-box input');
  await box.waitFor();
  if (chip === 'model') await liveList(page).waitFor();
  await box.fill(choose);
  const list = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: choose });
  await list.or(page.locator('.quick-input-widget:not(:has(.monaco-list-row))')).first().waitFor();
  await workbench.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

// The box of the model pick once it holds what the API offers now.
function liveList(page: Page): Locator {
  return page.locator('.quick-input-widget input[placeholder="Models of your key, or type an id"]');
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
