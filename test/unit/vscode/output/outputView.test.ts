import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { failureFacts } from '../../../support/gallery/failureFacts.ts';
import { outputStates } from '../../../support/gallery/outputStates.ts';

/** What is said of an end, the numbers that stand there, and what can be done. */
const ends: Readonly<Record<string, readonly [said: string, numbers: number, actions: string]>> = {
  'end-complete': [
    'Complete. TTFT 0.40 s, TTLT 2.0 s, tok/s 75.',
    7,
    'Run Again, Compare…, Measure…, Copy Answer',
  ],
  'end-cancelled': ['Stopped. TTFT 0.40 s.', 7, 'Compare…, Measure…, Copy Answer'],
  'end-refusal': ['Refused. TTLT 0.88 s.', 7, 'Run Again, Compare…, Measure…'],
  'failed-rejected-key': ['Key rejected.', 0, 'Run Again, Compare…, Measure…'],
  'assertions-failed': [
    'Complete. TTFT 0.40 s, TTLT 2.0 s, tok/s 75. 3 of 5 assertions hold.',
    7,
    'Run Again, Compare…, Measure…, Copy Answer',
  ],
};

suite('the end of a run', () => {
  for (const [state, wanted] of Object.entries(ends)) {
    test(state, () => {
      const view = viewOf(state);
      const { announcement, figures, tokens, actions } = view;
      assert.deepEqual(
        [announcement, figures.length + tokens.length, actions.map(({ label }) => label).join(', ')],
        wanted,
      );
    });
  }
});

test('what the server said stands below what to do', () => {
  const { message, requestId } = failureFacts['rejected-key'];
  assert.equal(
    viewOf('failed-rejected-key').state.detail,
    'api.anthropic.com does not accept this key. Enter another one; it may have been revoked.\n' +
      `“${message}” Request ${requestId}`,
  );
});

function viewOf(state: string) {
  const message = outputStates[state]?.messages[0];
  assert.ok(message?.type === 'show');
  return message.view;
}
