import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../test/support/paths.ts';
import { translatableStrings } from '../test/support/translatableStrings.ts';

type Texts = Readonly<Record<string, string>>;

const [language, ...flags] = process.argv.slice(2);
if (language === undefined) {
  process.stderr.write(
    'npm run l10n -- LANGUAGE [--add FILE]\n\n' +
      'Sorts the translation of a language, drops what the extension no longer says, and prints as JSON what is\n' +
      'missing in l10n/bundle.l10n.LANGUAGE.json and package.nls.LANGUAGE.json. --add takes translations from a\n' +
      'JSON file, English text or key to translation.\n',
  );
  process.exit(2);
}

const added = flags[0] === '--add' && flags[1] !== undefined ? read(flags[1]) : {};
const manifest = read(join(projectRoot, 'package.nls.json'));
const english = Object.fromEntries([...translatableStrings()].sort().map((text) => [text, text]));
mkdirSync(join(projectRoot, 'l10n'), { recursive: true });
const missing = {
  ...merge(join(projectRoot, `l10n/bundle.l10n.${language}.json`), english),
  ...merge(join(projectRoot, `package.nls.${language}.json`), manifest),
};
process.stdout.write(`${JSON.stringify(missing, null, 2)}\n`);

/** Writes what a file and the added texts know of the English ones; returns what neither knows. */
function merge(file: string, texts: Texts): Texts {
  const known: Texts = { ...(existsSync(file) ? read(file) : {}), ...added };
  const entries = Object.keys(texts).flatMap((key) => {
    const text = known[key];
    return text === undefined ? [] : [[key, text] as const];
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  return Object.fromEntries(Object.entries(texts).filter(([key]) => known[key] === undefined));
}

function read(file: string): Texts {
  return JSON.parse(readFileSync(file, 'utf8')) as Texts;
}
