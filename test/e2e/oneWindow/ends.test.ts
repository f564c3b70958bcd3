import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EndState } from '../../../src/core/run/endState.ts';
import type { ResponsePlan } from '../../simulator/plan.ts';
import { answerOf, runKey, sentRuns } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const text = 'A river runs through it, and nobody knows where it comes from or where it goes.';

interface EndCase {
  readonly plan: ResponsePlan;
  readonly end: EndState;
  readonly headline: string;
  readonly detail: string | null;
  readonly buttons: readonly string[];
  /** What is to be read of the answer; null for none. */
  readonly kept: string | null;
}

const overloaded = { type: 'overloaded_error', message: 'Overloaded' };
const pieces = { charsPerDelta: 10 };

/** How a response ends, and what the panel makes of it. */
const cases: Readonly<Record<string, EndCase>> = {
  'a stop sequence': {
    plan: answerOf(text, { stopReason: 'stop_sequence', stopSequence: 'END' }),
    end: 'stop-sequence',
    headline: 'Ended at a stop sequence',
    detail: 'It wrote “END”.',
    buttons: [],
    kept: text,
  },
  'a refusal with its category': {
    plan: answerOf('', {
      stopReason: 'refusal',
      noBlocks: true,
      refusal: { category: 'cyber', explanation: null },
    }),
    end: 'refusal',
    headline: 'Refused',
    detail: 'Claude declined to answer this prompt (category: cyber).',
    buttons: ['Select Model…'],
    kept: null,
  },
  'a pause': {
    plan: answerOf(text, { stopReason: 'pause_turn' }),
    end: 'paused',
    headline: 'Paused',
    detail: 'The API paused a long turn; running it on is not supported.',
    buttons: ['Run Again'],
    kept: text,
  },
  'a full context window': {
    plan: answerOf(text, { stopReason: 'model_context_window_exceeded' }),
    end: 'context-exceeded',
    headline: 'Context window exceeded',
    detail: 'Prompt and answer together are longer than the model’s context. Shorten the prompt.',
    buttons: ['Select Model…'],
    kept: text,
  },
  'a call of a tool': {
    plan: answerOf(text, { stopReason: 'tool_use', tools: [{ name: 'weather', input: { city: 'Oslo' } }] }),
    end: 'tool-use',
    headline: 'Asks for a tool',
    detail: 'Claude ended its turn to call a tool; tools are shown, never run.',
    buttons: [],
    kept: text,
  },
  'a body that ends too early': {
    plan: { kind: 'cut', afterEvents: 6, answer: { text, thinking: 'none', ...pieces } },
    end: 'broken',
    headline: 'Connection broke',
    detail: 'The stream ended before the answer did. What had arrived is kept.',
    buttons: ['Run Again'],
    kept: 'A river runs',
  },
  'a connection that breaks': {
    plan: {
      kind: 'reset',
      afterEvents: 6,
      answer: { text: `The sea. ${text}`, thinking: 'none', ...pieces },
    },
    end: 'broken',
    headline: 'Connection broke',
    detail: 'The stream ended before the answer did. What had arrived is kept.',
    buttons: ['Run Again'],
    kept: 'The sea.',
  },
  'an error inside the stream': {
    plan: {
      kind: 'error-event',
      ...overloaded,
      afterEvents: 6,
      answer: { text, thinking: 'none', ...pieces },
    },
    end: 'failed',
    headline: 'Overloaded',
    detail: null,
    buttons: ['Run Again', 'Select Model…'],
    kept: 'A river runs',
  },
};

const settings = { 'promptTuner.silence.noticeSeconds': 4 };

describeSharedRuns('ends', settings, (vscode) => {
  for (const [name, { plan, end, headline, detail, buttons, kept }] of Object.entries(cases)) {
    test(`${name} is shown as “${headline}”`, async () => {
      const { simulator, output, openText, workbench } = vscode();
      await simulator.script([plan]);
      await openText('ended.prompt.md', 'Name a river.');
      await workbench.press(runKey);
      const answer = kept === null ? {} : { answer: kept };
      const panel = await output.shows({ end, state: headline, ...answer });
      assert.equal(await panel.locator('#answer').count(), kept === null ? 0 : 1);
      assert.equal(await output.text('.state-text'), headline);
      if (detail !== null) assert.equal(await output.text('.state-detail'), detail);
      assert.deepEqual(await output.stateButtons(), buttons);
      assert.equal((await sentRuns(simulator)).length, 1);
    });
  }

  test('an answer that is cut runs again with more tokens by a press', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf(text, { stopReason: 'max_tokens' }), answerOf('Whole.')]);
    await openText('cut.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ title: 'cut.', end: 'max-tokens', state: 'Cut at max tokens' });
    assert.equal(await output.text('.state-detail'), 'The answer was longer than 16,000 tokens.');
    await output.press('raise-max-tokens');
    await output.shows({ end: 'complete', answer: 'Whole.' });
    const limits = (await sentRuns(simulator)).map(({ body }) => (body as { max_tokens: number }).max_tokens);
    assert.deepEqual(limits, [16_000, 64_000]);
    await output.find('[data-chip="max-tokens"].changed');
  });

  test('thinking that used the whole budget offers more tokens or less effort', async () => {
    const { simulator, output, openText, workbench } = vscode();
    const thought = { thinking: 'hidden', thinkingTokens: 16_000, stopReason: 'max_tokens' } as const;
    await simulator.script([{ kind: 'answer', text: '', ...thought }, answerOf('Thought less.')]);
    await openText('thought.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ title: 'thought.', end: 'max-tokens', state: 'Thinking used the whole budget' });
    assert.deepEqual(await output.stateButtons(), ['Raise Max Tokens', 'Lower the Effort']);
    await output.press('lower-effort');
    await output.shows({ end: 'complete', answer: 'Thought less.' });
    const efforts = (await sentRuns(simulator)).map(
      ({ body }) => (body as { output_config?: unknown }).output_config,
    );
    assert.deepEqual(efforts, [undefined, { effort: 'low' }]);
  });

  test('after silence the person decides to keep waiting', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([answerOf(text, { ...pieces, hold: 6 })]);
    await openText('silent.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ title: 'silent.', state: 'No sign of life for' });
    assert.deepEqual(await output.stateButtons(), ['Keep Waiting', 'Stop']);
    await output.press('keep-waiting');
    await output.shows({ title: 'silent.', phase: 'writing', state: 'Writing…' });
    await simulator.release();
    await output.shows({ title: 'silent.', end: 'complete', answer: 'where it goes.' });
  });

  test('a model that nobody knows is not sent; a press takes the one that is suggested', async () => {
    const { simulator, output, openText, workbench, applySettings } = vscode();
    await simulator.script([answerOf('From a known one.')]);
    await applySettings({ ...settings, 'promptTuner.model': 'claude-sonnet-9' });
    await openText('nobody.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ title: 'nobody.', phase: 'idle', state: 'Unknown model claude-sonnet-9' });
    assert.deepEqual(await sentRuns(simulator), []);
    assert.deepEqual(await output.stateButtons(), ['Use Claude Sonnet 5.5', 'Select Model…']);
    await output.press('use-suggested-model');
    await output.shows({ end: 'complete', answer: 'From a known one.' });
    const models = (await sentRuns(simulator)).map(({ body }) => (body as { model: string }).model);
    assert.deepEqual(models, ['claude-sonnet-5-5']);
  });

  test('a retired model that a prompt names is not sent; a press takes another, and the prompt stays as it is', async () => {
    const { simulator, output, openText, workbench, workspace, applySettings } = vscode();
    await simulator.script([answerOf('From one that is left.')]);
    await applySettings({ ...settings, 'promptTuner.model': '' });
    const prompt = '---\nmodel: Claude 3.5 Sonnet\n---\nName a river.';
    await openText('retired.prompt.md', prompt);
    await workbench.press(runKey);
    await output.shows({ title: 'retired.', phase: 'idle', state: 'claude-3-5-sonnet is retired' });
    assert.deepEqual(await sentRuns(simulator), []);
    const [use] = await output.stateButtons();
    assert.match(use ?? '', /^Use Claude Sonnet /);
    await output.press('use-suggested-model');
    await output.shows({ end: 'complete', answer: 'From one that is left.' });
    const models = (await sentRuns(simulator)).map(({ body }) => (body as { model: string }).model);
    assert.match(models.join(), /^claude-sonnet-[\d-]+$/);
    assert.equal(readFileSync(join(workspace.path, 'retired.prompt.md'), 'utf8'), prompt);
  });

  test('a silence that lasts ends the run and keeps what had come', async () => {
    const { simulator, output, openText, workbench, applySettings } = vscode();
    await simulator.script([{ kind: 'hang', afterEvents: 6, answer: { text, thinking: 'none', ...pieces } }]);
    await applySettings({ ...settings, 'promptTuner.silence.endSeconds': 2 });
    await openText('stalled.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ title: 'stalled.', end: 'stalled', state: 'Stalled', answer: 'A river runs' });
    assert.deepEqual(await output.stateButtons(), ['Run Again', 'Open Settings']);
    await simulator.waitFor('closed', 1);
  });
});
