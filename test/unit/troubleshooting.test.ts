import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { settingDefaults } from '../../src/vscode/settings.ts';
import { projectRoot } from '../support/paths.ts';
import { translatableStrings } from '../support/translatableStrings.ts';

const page = readFileSync(join(projectRoot, 'docs/troubleshooting.md'), 'utf8');
const texts = [...translatableStrings()].map(withoutValues);

// What stands in bold in a table; in lists it is a heading.
const quoted = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words ?? ''));

describe('docs/troubleshooting.md quotes what the extension says', () => {
  for (const words of quoted) {
    it(words, () => assert.ok(texts.some((text) => text.includes(words))));
  }
});

describe('docs/troubleshooting.md', () => {
  it('names settings that exist', () => {
    const named = [...page.matchAll(/`(promptTuner\.[\w.]+)`/g)].map(([, id]) => id ?? '');
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((id) => !Object.hasOwn(settingDefaults, id)),
      [],
    );
  });
});

function withoutValues(text: string): string {
  return text.replaceAll(/\{\d+\}/g, '…');
}
