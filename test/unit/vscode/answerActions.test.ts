import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

const { commands, window } = await import('vscode');
const { openLink } = await import('../../../src/vscode/answerActions.ts');

/** What is asked about a link, and what is opened where the person says so. */
async function pressed(url: string) {
  const asked: string[] = [];
  const opened: unknown[] = [];
  Object.assign(window, {
    showInformationMessage: async (_: string, { detail }: { detail: string }, open: string) => {
      asked.push(detail);
      return open;
    },
  });
  Object.assign(commands, { executeCommand: async (...call: readonly unknown[]) => opened.push(...call) });
  await openLink(url);
  return { asked, opened };
}

const links: Readonly<Record<string, string>> = {
  'https://example.com/a?b=c#d': 'https://example.com/a?b=c#d',
  'https://example.com/a%2Fb?q=a%26b%2Bc%20d': 'https://example.com/a%2Fb?q=a%26b%2Bc%20d',
  'HTTPS://Example.com': 'https://example.com/',
  'https://exаmple.com/': 'https://xn--exmple-4nf.com/',
};
const refused = ['http://example.com/', 'command:workbench.action.quit', 'file:///etc/hosts', 'no link', ''];

suite('a link of the answer', () => {
  for (const [url, address] of Object.entries(links)) {
    test(`${url} opens what is shown`, async () => {
      assert.deepEqual(await pressed(url), { asked: [address], opened: ['vscode.open', address] });
    });
  }
  for (const url of refused) {
    test(`${url || 'of nothing'} is not opened`, async () => {
      await assert.rejects(pressed(url), { name: 'UserError' });
    });
  }
});
