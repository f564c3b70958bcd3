import type { TokenCounter } from '../../tokens/rawInput.ts';
import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, type DocumentRule, ruleFacts } from '../rule.ts';
import type { TextEdit } from '../saving.ts';

// Numbers may be a table or a list of data.
const betweenWords = /^[\p{L}.!?:;,)] {2}[\p{L}(]$/u;

/** Spaces at line ends, blank lines beyond one, doubled spaces, and the indentation of a text lifted out of a program. */
export const whitespace: DocumentRule = {
  info: ruleFacts('PT17', 'safe'),
  *find(document, { count }) {
    const { text } = document;
    for (const { start, paragraph } of document.paragraphs) {
      for (const gap of gapsIn(paragraph)) {
        const end = start + gap.end;
        if (isBreak(text, start + gap.start, end)) continue;
        yield { tier: 'safe', start: start + gap.start, end, replacement: gap.replacement };
      }
    }
    yield* markerGaps(document);
    yield* blankLines(document);
    yield* liftedIndent(document, count);
  },
};

const spareSpace = / (?:[ \n\r]|$)|\t/;

/** Doubled spaces within lines and spaces at their ends. */
const gapsIn = perParagraph(({ text, contentStart, mask }: Paragraph): readonly TextEdit[] => {
  if (!spareSpace.test(text) || isAligned(text)) return [];
  const found: TextEdit[] = [];
  for (const { index, 0: spaces } of text.matchAll(/[ \t]+/g)) {
    const end = index + spaces.length;
    if (index < contentStart || text[index - 1] === '\n') continue;
    if (mask.touches(index - 1, end + 1, ['heading'])) continue;
    const after = text.slice(end, end + 2);
    const atEnd = after === '' || after.startsWith('\n') || after === '\r\n';
    if (atEnd) found.push({ start: index, end, replacement: '' });
    else if (spaces === '  ' && betweenWords.test(text.slice(Math.max(0, index - 1), end + 1))) {
      found.push({ start: index, end, replacement: ' ' });
    }
  }
  return found;
});

/** Two spaces or more at the end of a line break it in Markdown where the paragraph goes on; a bullet begins a new one. */
function isBreak(text: string, start: number, end: number): boolean {
  const goesOn = /^\r?\n[ \t]*(?![-*+•][ \t]|\d{1,3}[.)][ \t]|#{1,6} )\S/.test(text.slice(end, end + 80));
  return goesOn && end - start > 1;
}

/** More than one space behind the markers of a list in which nothing is indented to match. */
function* markerGaps({ paragraphs, mask }: PromptDocument): Iterable<Candidate> {
  for (let index = 0; index < paragraphs.length; index++) {
    const { start, paragraph } = paragraphs[index] as PlacedParagraph;
    const gap = markerGap(paragraph);
    if (gap === null || mask.touches(start, start + gap.end)) continue;
    const beside = [paragraphs[index - 1], paragraphs[index + 1]];
    if (beside.some((other) => other !== undefined && /^[ \t]/.test(other.paragraph.text))) continue;
    yield { tier: 'safe', start: start + gap.start, end: start + gap.end, replacement: ' ' };
  }
}

const markerGap = perParagraph(({ kind, text }: Paragraph): TextEdit | null => {
  const match =
    kind === 'item' && text.includes('  ') && !text.includes('\n')
      ? /^(?:[-*+•]|\d{1,3}[.)])( {2,4})(?=\S)/.exec(text)
      : null;
  const spaces = match?.[1]?.length ?? 0;
  if (match === null) return null;
  return { start: match[0].length - spaces, end: match[0].length, replacement: ' ' };
});

/** Whether lines have a gap at the same column, or one wider than a slip of the keyboard. */
function isAligned(text: string): boolean {
  if (/\S(?:[ ]{4,}|\t+)\S/.test(text)) return true;
  const columns = new Set<number>();
  for (const line of text.split('\n')) {
    for (const { index, 0: gap } of line.matchAll(/(?<=\S) {2,}(?=\S)/g)) {
      const column = index + gap.length;
      if (columns.has(column)) return true;
      columns.add(column);
    }
  }
  return false;
}

/** Runs of more than one blank line, and spaces in blank lines. */
function* blankLines({ text, mask, paragraphs }: PromptDocument): Iterable<Candidate> {
  let before = 0;
  for (const { start, paragraph } of paragraphs) {
    if (before > 0 && start - before > 2 && !mask.touches(before - 1, start + 1, ['heading'])) {
      const gap = text.slice(before, start);
      const breakOf = gap.includes('\r\n') ? '\r\n' : '\n';
      const kept = gap.split('\n').length > 2 ? breakOf + breakOf : breakOf;
      const indent = gap.slice(gap.lastIndexOf('\n') + 1);
      if (gap !== kept + indent)
        yield { tier: 'safe', start: before, end: start, replacement: kept + indent };
    }
    before = start + paragraph.text.length;
  }
  // What ends in a colon may be waiting for text to be put behind it.
  const end = text.slice(before);
  const isOpen =
    before === 0 || text[before - 1] === ':' || mask.touches(before - 1, text.length, ['heading']);
  if (!isOpen && end.trim() === '' && end !== '\n' && end !== '\r\n' && end !== '') {
    yield { tier: 'safe', start: before, end: text.length, replacement: end.includes('\n') ? '\n' : '' };
  }
}

/** Indentation by four columns or more that all lines share: the text was a string of a program. */
function* liftedIndent(
  { text, lines, mask, kind, paragraphs }: PromptDocument,
  count: TokenCounter | null,
): Iterable<Candidate> {
  // One paragraph at the margin tells that it is none, and most documents have one.
  if (paragraphs.some(({ paragraph }, i) => i > 0 && !paragraph.text.startsWith('    '))) return;
  if (
    kind === 'code' ||
    mask.spans.some((span) => span.kind === 'code' && text.slice(span.start, span.end).includes('\n'))
  ) {
    return;
  }
  const filled = lines.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const indents = filled.map(({ start, end }) => /^ */.exec(text.slice(start, end))?.[0].length ?? 0);
  const [first = 0, ...rest] = indents;
  const opening = filled[0] === undefined ? '' : text.slice(filled[0].start, filled[0].end);
  if (first === 0 && /^(?:[-*+•#]|\d+[.)])\s|:\s*$/.test(opening)) return;
  const shared = Math.min(...(first === 0 ? rest : indents));
  if (filled.length < 3 || !Number.isFinite(shared) || shared < 4) return;
  const moved = first === 0 ? filled.slice(1) : filled;
  // Where some lines are data they would have to stay, and lines that hang together would not any more.
  const isWhole = moved.every(({ start }) => !mask.touches(start, start + shared));
  const tier = isWhole ? 'safe' : 'suggestion';
  const margin = new RegExp(`^ {${shared}}`, 'gm');
  const edits: { readonly start: number; end: number; saves: boolean }[] = [];
  for (const { start } of moved) {
    if (mask.within(start, start + 1).some((span) => span.kind !== 'data-block')) continue;
    const saves = count === null || savesAtMargin(text, start, shared, count);
    const last = edits.at(-1);
    // A line that saves nothing by itself moves with a neighbour, or it would be left behind.
    if (last !== undefined && !(saves && last.saves) && !mask.touches(last.end, start)) {
      last.end = start + shared;
      last.saves ||= saves;
    } else edits.push({ start, end: start + shared, saves });
  }
  for (const { start, end } of edits) {
    const replacement = text.slice(start, end).replace(margin, '');
    yield { tier, start, end, replacement, worksOn: 'data-block' };
  }
}

function savesAtMargin(text: string, start: number, indent: number, count: TokenCounter): boolean {
  const line = text.slice(start, start + indent + 20).split('\n')[0] ?? '';
  return count(`\n${line.slice(indent)}`) < count(`\n${line}`);
}
