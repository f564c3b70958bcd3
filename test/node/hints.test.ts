import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { projectRoot } from '../support/paths.ts';
import { runToEnd } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-hints-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const file = join(folder, 'letter.prompt.md');
const text = 'Read the letter in order to answer it.\n';
writeFileSync(file, text);

const hints = (...args: readonly string[]) =>
  runToEnd(process.execPath, ['scripts/hints.ts', ...args], { cwd: projectRoot });

suite('npm run hints', () => {
  test('one JSON line a finding', async () => {
    const { code, output } = await hints('--json', file);
    const lines = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      [code, lines.filter(({ tier }) => tier === 'safe')],
      [
        0,
        [
          {
            file,
            rule: 'PT01',
            tier: 'safe',
            start: 16,
            end: 27,
            text: 'in order to',
            replacement: 'to',
            savedTokens: 2,
          },
        ],
      ],
    );
  });

  for (const tier of ['safe', 'suggestions']) {
    test(`one JSON line a file with its text before and after: ${tier}`, async () => {
      const { code, output } = await hints('--fix', tier, '--json', file);
      assert.deepEqual(
        [code, JSON.parse(output)],
        [
          0,
          { file, before: text, after: 'Read the letter to answer it.\n', tokensBefore: 9, tokensAfter: 7 },
        ],
      );
    });
  }

  test('a file that is not there is told, and the others are read', async () => {
    const none = join(folder, 'none.md');
    const { code, output } = await hints('--json', none, file);
    assert.equal(code, 2);
    assert.match(output, /^Cannot read .+none\.md: ENOENT/m);
    assert.match(output, /^\{"file":".+letter\.prompt\.md"/m);
  });

  for (const args of [[], ['--fix', 'all', file]]) {
    test(`without a file or with another tier it says what it takes: ${args.length} words`, async () => {
      const { code, output } = await hints(...args);
      assert.deepEqual([code, output.startsWith('Usage: npm run -s hints')], [2, true]);
    });
  }
});
