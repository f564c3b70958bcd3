import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../support/paths.ts';
import { runToEnd } from '../support/process.ts';
import { sharedData, sharedDataAbsent } from '../support/sharedData.ts';

const fixtures = 'test/fixtures/prompts';

async function prompts(...args: readonly string[]) {
  return await runToEnd(process.execPath, ['scripts/prompts.ts', ...args], { cwd: projectRoot });
}

interface Line {
  readonly file: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

const linesOf = (output: string): readonly Line[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

suite('npm run prompts', () => {
  test('one JSON line a prompt: what would be found and sent', async () => {
    const files = ['desk.py', 'desk.ts', 'letter.prompt.md'].map((name) => `${fixtures}/${name}`);
    const { code, output } = await prompts('--json', ...files);
    assert.equal(code, 0, output);
    const expected = readFileSync(join(projectRoot, fixtures, 'expected.jsonl'), 'utf8');
    assert.deepEqual(linesOf(output), linesOf(expected));
  });

  test('a file with an error is not sent, and says where the error is', async () => {
    const { code, output } = await prompts('--json', `${fixtures}/broken.prompt.md`, `${fixtures}/desk.ts`);
    assert.equal(code, 1);
    assert.match(output, /broken\.prompt\.md:3:1: error: \{"kind":"syntax"/);
    assert.deepEqual(new Set(linesOf(output).map(({ file }) => file)), new Set([`${fixtures}/desk.ts`]));
  });

  test('every prompt of the collection goes through, without its front matter', async (t) => {
    const folder = sharedData('prompts');
    if (folder === null) {
      t.skip(sharedDataAbsent);
      return;
    }
    const files = readdirSync(folder).map((name) => join(folder, name));
    const { code, output } = await prompts('--json', ...files);
    assert.equal(code, 0, output.slice(-2000));
    const found = new Map(linesOf(output).map(({ file, messages }) => [file, messages]));
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      assert.deepEqual(
        found.get(file)?.map(({ content }) => content),
        [file.endsWith('.md') ? bodyOf(text) : text],
        file,
      );
    }
  });
});

/** The text below the second of two lines of three dashes, the first of which begins the file. */
function bodyOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end < 0) return text;
  return lines
    .slice(end + 1)
    .join('\n')
    .replace(/^(?:[ \t]*\r?\n)*/, '');
}
