import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../support/paths.ts';
import { runToEnd } from '../support/process.ts';
import { verdictLine } from '../support/verdictLine.ts';

const comparison = (unit: string): object => ({
  metric: 'any',
  unit,
  arms: [
    { name: 'A', samples: [9, 8, 9, 7, 8, 9, 9, 8] },
    { name: 'B', samples: [5, 4, 6, 5, 4, 5, 5, 6] },
  ],
  seed: 1,
});

test('a file of comparisons is judged line by line; a line that makes no sense is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-verdict-'));
  try {
    const file = join(folder, 'comparisons.jsonl');
    const [first, last] = [comparison('ms'), comparison('tokens')];
    writeFileSync(file, [JSON.stringify(first), '', '{"unit":"ms"}', JSON.stringify(last), ''].join('\r\n'));
    const script = join(projectRoot, 'scripts/verdict.ts');
    const { code, output } = await runToEnd(process.execPath, [script, '--json', file], { cwd: projectRoot });
    const lines = output.split('\n').filter((line) => line !== '');
    assert.deepEqual(
      [code, lines.toSorted()],
      [
        2,
        [
          JSON.stringify(verdictLine(first)),
          `${file}:3: "arms" must be a list of at least one arm`,
          JSON.stringify(verdictLine(last)),
        ].toSorted(),
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('without a file it says how it is used', async () => {
  const script = join(projectRoot, 'scripts/verdict.ts');
  const { code, output } = await runToEnd(process.execPath, [script], { cwd: projectRoot });
  assert.deepEqual(
    [code, output],
    [2, 'Usage: npm run -s verdict -- --json FILE   (one comparison a line; see docs/comparing.md)\n'],
  );
});
