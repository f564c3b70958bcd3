import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResponsePlan } from '../../simulator/plan.ts';
import type { Milestone } from '../../simulator/record.ts';
import { answerOf, type RunWindow, runKey, sentRuns } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

const prompt = 'Write a long story.';
const story = 'Once upon a time there was a story that nobody heard to its end.';
const heldStory = answerOf(story, { charsPerDelta: 6, hold: 6 });

const ways: Readonly<Record<string, (window: RunWindow) => Promise<void>>> = {
  'the button in the panel': ({ output }) => output.press('stop'),
  'the status bar': ({ page }) => page.locator('.statusbar-item[id$="promptTuner.status"]').click(),
  'the command': ({ workbench }) => workbench.runCommand('Prompt Tuner: Stop Run'),
  'Escape in the panel': async ({ output, workbench }) => {
    await output.focus();
    await workbench.press('Escape');
  },
};

interface State {
  readonly plan: ResponsePlan;
  readonly phase: 'waiting' | 'thinking' | 'writing' | 'retrying';
  /** The last point that the run reaches by itself. */
  readonly reached: Milestone;
  readonly events?: number;
  readonly kept?: string;
}

const states: Readonly<Record<string, State>> = {
  'before any answer': { plan: { kind: 'no-headers' }, phase: 'waiting', reached: 'request' },
  'while it thinks': {
    plan: { kind: 'hang', afterEvents: 3, answer: { thinking: 'hidden', thinkingTokens: 100, text: story } },
    phase: 'thinking',
    reached: 'event',
    events: 3,
  },
  'while it writes': { plan: heldStory, phase: 'writing', reached: 'event', events: 6, kept: 'Once upon' },
  'before the next attempt': {
    plan: { kind: 'error', status: 529, type: 'overloaded_error', message: 'Overloaded', retryAfter: 30 },
    phase: 'retrying',
    reached: 'end',
  },
};

describeSharedRuns('stop', {}, (vscode) => {
  for (const [name, stop] of Object.entries(ways)) {
    test(`by ${name}: the connection is closed and what came is kept`, async () => {
      const window = vscode();
      const { simulator, output, openText, workbench } = window;
      await simulator.script([heldStory]);
      await openText('stopped.prompt.md', prompt);
      await workbench.press(runKey);
      await output.shows({ phase: 'writing', answer: 'Once upon' });
      await stop(window);
      await simulator.waitFor('closed', 1);
      const panel = await output.shows({ phase: 'ended', end: 'cancelled', state: 'Stopped' });
      const kept = (await panel.locator('#answer').textContent()) ?? '';
      assert.ok(story.startsWith(kept.trim()) && kept.startsWith('Once upon'), kept);
      assert.equal(
        await output.text('.state-detail'),
        'What had arrived is kept. Tokens written until then are billed.',
      );
      assert.equal(await output.figure('ttlt'), '–');
    });
  }

  for (const [name, { plan, phase, reached, events, kept }] of Object.entries(states)) {
    test(`${name}: the run ends at once and nothing more is sent`, async () => {
      const { simulator, output, openText, workbench } = vscode();
      await simulator.script([plan]);
      await openText('stopped.prompt.md', prompt);
      await workbench.press(runKey);
      await simulator.waitFor(reached, 1, { events: events ?? 1 });
      await output.shows({ phase });
      await output.press('stop');
      await output.shows({
        phase: 'ended',
        end: 'cancelled',
        state: 'Stopped',
        ...(kept === undefined ? {} : { answer: kept }),
      });
      if (kept === undefined) assert.equal(await output.text('.state-detail'), 'Nothing had arrived yet.');
      if (reached !== 'end') await simulator.waitFor('closed', 1);
      assert.equal((await sentRuns(simulator)).length, 1);
    });
  }

  test('a run given up before it is sent leaves the answer before it, which can be run again', async () => {
    const { simulator, output, openText, workbench, page } = vscode();
    await simulator.script([answerOf('Once upon a time.'), answerOf('Once more.')]);
    await openText('told.prompt.md', prompt);
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'Once upon a time.' });
    await openText('asked.prompt.md', 'Write about {{hero}}.');
    await workbench.press(runKey);
    await output.shows({ title: 'asked.prompt.md', phase: 'connecting' });
    await page.locator('.quick-input-widget', { hasText: '“hero”' }).waitFor();
    await workbench.press('Escape');
    await output.shows({ title: 'told.prompt.md', end: 'complete', answer: 'Once upon a time.' });
    await output.press('run-again');
    await output.shows({ title: 'told.prompt.md', end: 'complete', answer: 'Once more.' });
    const [first, second] = (await sentRuns(simulator)).map(({ body }) => body);
    assert.deepEqual(second, first);
  });

  test('Escape in the editor leaves the run alone', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script([heldStory]);
    await openText('stopped.prompt.md', prompt);
    await workbench.press(runKey);
    await output.shows({ phase: 'writing', answer: 'Once upon' });
    await workbench.press('Escape', 'Escape');
    await simulator.release();
    await output.shows({ end: 'complete', answer: 'to its end.' });
  });
});
