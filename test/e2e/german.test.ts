import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, describeRuns, runKey } from '../support/runWindow.ts';

describeRuns('in German', { language: 'de' }, (window) => {
  test('a run speaks German, numbers included', async () => {
    const { openText, output, simulator, workbench, page } = window();
    await simulator.script([answerOf('Der Bodensee.', { ttftMs: 60 })]);
    await openText('lake.prompt.md', 'Please could you name a lake in order to help me.');
    await workbench.press(runKey);
    await output.shows({ end: 'complete', answer: 'Der Bodensee.' });
    assert.match(await output.text('#state'), /^Vollständig TTFT /);
    assert.match(await output.text('[data-figure="cost"]'), /^Kosten 0,0+\d+\s\$/);
    await page.locator('.codelens-decoration', { hasText: '2 Hinweise' }).waitFor();
    await workbench.screenshot('german');
  });
});
