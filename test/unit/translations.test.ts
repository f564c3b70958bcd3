import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../support/paths.ts';
import { translatableStrings } from '../support/translatableStrings.ts';

type Texts = Readonly<Record<string, string>>;

const read = (file: string) => JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as Texts;
const manifest = read('package.nls.json');
const strings = Object.fromEntries([...translatableStrings()].map((text) => [text, text]));

const languages = globSync('l10n/bundle.l10n.*.json', { cwd: projectRoot }).map(
  (file) => file.split('.').at(-2) ?? '',
);

for (const language of languages) {
  suite(`the translation to ${language}`, () => {
    const files: readonly (readonly [string, Texts, Texts])[] = [
      ['what the extension says', strings, read(`l10n/bundle.l10n.${language}.json`)],
      ['what package.json says', manifest, read(`package.nls.${language}.json`)],
    ];
    for (const [name, english, translated] of files) {
      test(`${name}: every text, and none that is gone (npm run l10n -- ${language})`, () => {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      });

      test(`${name}: the same places for values`, () => {
        const places = (texts: Texts) =>
          Object.fromEntries(Object.keys(english).map((key) => [key, placesOf(texts[key] ?? '')]));
        assert.deepEqual(places(translated), places(english));
      });
    }
  });
}

function placesOf(text: string): readonly string[] {
  return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();
}
