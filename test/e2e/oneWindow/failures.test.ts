import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FailureKind } from '../../../src/core/failure.ts';
import type { ErrorPlan } from '../../simulator/plan.ts';
import { answerOf, runKey, sentRuns } from '../../support/runWindow.ts';
import { describeSharedRuns } from '../../support/sharedWindow.ts';

interface HttpCase {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly more?: Partial<ErrorPlan>;
  readonly kind: FailureKind;
  readonly headline: string;
  readonly buttons: readonly string[];
}

const once = { shouldRetry: false } as const;

/** What the API answers, and what the panel makes of it. */
const httpCases: readonly HttpCase[] = [
  {
    status: 401,
    type: 'authentication_error',
    message: 'invalid x-api-key',
    kind: 'rejected-key',
    headline: 'Key rejected',
    buttons: ['Enter API Key…', 'Open Console'],
  },
  {
    status: 401,
    type: 'authentication_error',
    message: 'OAuth authentication is currently not supported.',
    kind: 'wrong-key-kind',
    headline: 'Wrong kind of key',
    buttons: ['Enter API Key…', 'Open Console'],
  },
  {
    status: 400,
    type: 'invalid_request_error',
    message: 'Your credit balance is too low to access the Anthropic API.',
    kind: 'no-credit',
    headline: 'No credit left',
    buttons: ['Open Console', 'Run Again'],
  },
  {
    status: 402,
    type: 'billing_error',
    message: 'Payment is required.',
    kind: 'no-credit',
    headline: 'No credit left',
    buttons: ['Open Console', 'Run Again'],
  },
  {
    status: 429,
    type: 'rate_limit_error',
    message: 'This workspace has used up its budget.',
    more: once,
    kind: 'spend-limit',
    headline: 'Spend limit reached',
    buttons: ['Open Console', 'Run Again'],
  },
  {
    status: 403,
    type: 'permission_error',
    message: 'Your key may not use this resource.',
    kind: 'no-permission',
    headline: 'No permission',
    buttons: ['Select Model…', 'Enter API Key…'],
  },
  {
    status: 404,
    type: 'not_found_error',
    message: 'model: claude-haiku-5-5',
    kind: 'unknown-model',
    headline: 'Unknown model',
    buttons: ['Select Model…'],
  },
  {
    status: 429,
    type: 'rate_limit_error',
    message: 'Number of request tokens has exceeded your rate limit.',
    more: { retryAfter: 120 },
    kind: 'rate-limit',
    headline: 'Rate limit reached',
    buttons: ['Run Again'],
  },
  {
    status: 529,
    type: 'overloaded_error',
    message: 'Overloaded',
    more: once,
    kind: 'overloaded',
    headline: 'Overloaded',
    buttons: ['Run Again', 'Select Model…'],
  },
  {
    status: 413,
    type: 'request_too_large',
    message: 'Request exceeds the maximum size.',
    kind: 'too-large',
    headline: 'Request too large',
    buttons: ['Select Model…', 'Copy Request Id'],
  },
  {
    status: 400,
    type: 'invalid_request_error',
    message: 'This organization has been disabled.',
    kind: 'bad-request',
    headline: 'Request refused',
    buttons: ['Select Model…', 'Copy Request Id'],
  },
  {
    status: 500,
    type: 'api_error',
    message: 'Internal server error',
    more: once,
    kind: 'server-error',
    headline: 'Server error',
    buttons: ['Run Again', 'Copy Request Id'],
  },
  {
    status: 418,
    type: 'teapot',
    message: 'short and stout',
    kind: 'unknown',
    headline: 'Failed',
    buttons: ['Run Again', 'Show Log'],
  },
];

describeSharedRuns('failures', {}, (vscode) => {
  for (const { status, type, message, more, kind, headline, buttons } of httpCases) {
    test(`${status} “${message}” is shown as “${headline}”`, async () => {
      const { simulator, output, openText, workbench } = vscode();
      await simulator.script([{ kind: 'error', status, type, message, ...more }]);
      await openText('failing.prompt.md', 'Name a river.');
      await workbench.press(runKey);
      const { requestId } = await simulator.waitFor('end', 1);
      assert.ok(requestId);
      const panel = await output.shows({ end: 'failed', state: `“${message}” Request ${requestId}` });
      assert.deepEqual(
        {
          headline: await output.text('.state-text'),
          failure: await panel.locator('body').getAttribute('data-failure'),
          buttons: await output.stateButtons(),
          numbers: await panel.locator('[data-figure]').count(),
        },
        { headline, failure: kind, buttons, numbers: 0 },
      );
      assert.equal((await sentRuns(simulator)).length, 1);
    });
  }

  test('a server that drops the connection is asked three times, then named', async () => {
    const { simulator, output, openText, workbench } = vscode();
    await simulator.script(Array(3).fill({ kind: 'refuse-connection' }));
    await openText('failing.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ end: 'failed', state: 'No connection' });
    assert.deepEqual(await output.stateButtons(), ['Run Again', 'Open Settings']);
    assert.equal((await sentRuns(simulator)).length, 3);
  });

  test('a server that speaks no TLS is no trusted connection', async () => {
    const { simulator, output, openText, workbench, applySettings } = vscode();
    await applySettings({ 'promptTuner.baseUrl': simulator.origin.replace('http:', 'https:') });
    await openText('failing.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ end: 'failed', state: 'No trusted connection' });
  });

  test('a foreign address that does not exist is sent to after a question, and named', async () => {
    const { output, openText, workbench, applySettings, page } = vscode();
    await applySettings({ 'promptTuner.baseUrl': 'https://nowhere.invalid' });
    await openText('failing.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    const dialog = page.locator('.monaco-dialog-box', { hasText: 'Send prompts to nowhere.invalid?' });
    await dialog.getByRole('button', { name: 'Send There' }).click();
    await output.shows({ end: 'failed', state: 'nowhere.invalid not found' });
  });

  test('an address without TLS elsewhere is refused with a way to the setting', async () => {
    const { simulator, openText, workbench, applySettings } = vscode();
    await applySettings({ 'promptTuner.baseUrl': 'http://example.com' });
    await openText('failing.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await workbench.notified('must be an https address, or a loopback one: nothing was sent.');
    assert.deepEqual(await simulator.requests(), []);
  });

  test('a parameter that is refused is left out by a press, and stays out', async () => {
    const { simulator, output, openText, workbench, applySettings } = vscode();
    await applySettings({ 'promptTuner.model': 'claude-haiku-4-5-20251001', 'promptTuner.temperature': 0.3 });
    const message = '`temperature` is not supported here.';
    await simulator.script([
      { kind: 'error', status: 400, type: 'invalid_request_error', message },
      answerOf('Without it.'),
      answerOf('Still without it.'),
    ]);
    await openText('cooler.prompt.md', 'Name a river.');
    await workbench.press(runKey);
    await output.shows({ end: 'failed', state: 'The API does not accept “temperature” as it was sent.' });
    await output.press('run-without-parameter');
    await output.shows({ end: 'complete', answer: 'Without it.' });
    await output.press('run-again');
    await output.shows({ end: 'complete', answer: 'Still without it.' });
    const temperatures = (await sentRuns(simulator)).map(
      ({ body }) => (body as { temperature?: number }).temperature,
    );
    assert.deepEqual(temperatures, [0.3, undefined, undefined]);
  });
});
