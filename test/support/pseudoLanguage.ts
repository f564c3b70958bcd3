import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './paths.ts';
import { translatableStrings } from './translatableStrings.ts';

/** The language that nobody speaks: English with other letters, longer by a third, in brackets. */
export const pseudoLanguage = 'qps-ploc';

const plain = 'aceinosuyzACEINOSUYZ';
const marked = 'áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ';

/** An extension folder that speaks {@link pseudoLanguage}; the caller removes it. */
export interface PseudoExtension {
  /** Absolute path. */
  readonly path: string;
  remove(): void;
}

/** Copies the built extension and translates all of its texts. */
export function pseudoExtension(): PseudoExtension {
  const path = mkdtempSync(join(tmpdir(), 'prompt-tuner-pseudo-'));
  for (const part of ['dist', 'media', 'docs', 'package.json', 'package.nls.json']) {
    cpSync(join(projectRoot, part), join(path, part), { recursive: true });
  }
  const manifest = JSON.parse(readFileSync(join(path, 'package.nls.json'), 'utf8')) as Record<string, string>;
  mkdirSync(join(path, 'l10n'));
  write(
    join(path, `l10n/bundle.l10n.${pseudoLanguage}.json`),
    [...translatableStrings()].map((text) => [text, text]),
  );
  write(join(path, `package.nls.${pseudoLanguage}.json`), Object.entries(manifest));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function write(file: string, texts: readonly (readonly [string, string])[]): void {
  writeFileSync(file, JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)]))));
}

/** A text in {@link pseudoLanguage}; what stands for a value, in backticks, or as a link stays as it is. */
function pseudo(text: string): string {
  const words = text.replaceAll(/\{\d+\}|`[^`]*`|\]\([^)]*\)|[a-zA-Z]/g, (piece) => {
    const at = piece.length === 1 ? plain.indexOf(piece) : -1;
    return at < 0 ? piece : (marked[at] ?? piece);
  });
  return `⟦${words}${'·'.repeat(Math.ceil(text.length / 3))}⟧`;
}

/** What of a text is in no translated part. */
export function untranslated(text: string): string {
  let depth = 0;
  let left = '';
  for (const character of text) {
    if (character === '⟦') depth += 1;
    else if (character === '⟧') depth = Math.max(0, depth - 1);
    else if (depth === 0) left += character;
  }
  return left.replaceAll(/\s+/g, ' ').trim();
}
