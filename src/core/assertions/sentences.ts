// A point behind these ends no sentence, unless nothing follows.
const abbreviations = new Set(
  'dr mr mrs ms prof st sr jr vs cf fig pp approx dept inc ltd e.g i.e z.b d.h u.a bzw ca'.split(' '),
);

// Longer than any abbreviation: what is as long as this is none.
const longestWord = 12;

const fence = /^ {0,3}(`{3,}|~{3,}).*$[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gm;
const heading = /^\s*#{1,6}\s/;
const item = /^\s*(?:[-*+•]|\d{1,3}[.)]|\|)\s/;
// Looked for from the first point of a row alone: an answer that runs away may hold a hundred thousand.
const ends = /(?<![.!?…])([.!?…]+)["'”’»)\]*_]*(?=\s|$)|[。！？]+/gu;

/**
 * Counts the sentences of an answer, code blocks left out: whatever ends in `.`, `!`, `?` or their like before white space,
 * and what is left of a paragraph, heading or list item without one. A point behind an abbreviation, an initial or before a
 * small letter ends nothing.
 */
export function countSentences(text: string): number {
  let count = 0;
  for (const block of blocksOf(text.replace(fence, '\n\n'))) count += inBlock(block);
  return count;
}

/** Paragraphs, headings, list items and rows of tables, each on one line. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  let open = false;
  for (const quoted of text.split(/\r?\n/)) {
    const line = quoted.replace(/^\s*>\s?/, '');
    const isHeading = heading.test(line);
    const isEmpty = line.trim() === '';
    if (open && !isEmpty && !isHeading && !item.test(line)) blocks.push(`${blocks.pop()} ${line.trim()}`);
    else if (!isEmpty) blocks.push(line.replace(/^\s*\d{1,3}[.)]\s/, '').trim());
    open = !isEmpty && !isHeading;
  }
  return blocks;
}

function inBlock(block: string): number {
  let count = 0;
  let from = 0;
  for (const match of block.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (match[1] === '.' && goesOn(block.slice(from, match.index), block.slice(end))) continue;
    if (hasWords(block.slice(from, end))) count += 1;
    from = end;
  }
  return count + (hasWords(block.slice(from)) ? 1 : 0);
}

function goesOn(before: string, after: string): boolean {
  if (after.trim() === '') return false;
  if (/^\s+\p{Ll}/u.test(after)) return true;
  const word = /[\p{L}.]+$/u.exec(before.slice(-longestWord))?.[0] ?? '';
  return /^\p{Lu}$/u.test(word) || abbreviations.has(word.toLowerCase());
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
