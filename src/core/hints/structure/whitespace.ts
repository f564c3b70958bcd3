import type { TokenCounter } from '../../tokens/rawInput.ts';
import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, type DocumentRule, edit, ruleFacts } from '../rule.ts';
import type { TextEdit } from '../saving.ts';

// Numbers may be a table or a list of data.
const betweenWords = /^[\p{L}.!?:;,)] {2}[\p{L}(]$/u;

/** Spaces at line ends, blank lines beyond one, doubled spaces, and the indentation of a text lifted out of a program. */
export const whitespace: DocumentRule = {
  info: ruleFacts('PT17', 'safe'),
  *find(document, { count }) {
    const { text } = document;
    for (const { start: offset, paragraph } of document.paragraphs) {
      for (const { start, end, replacement } of gapsIn(paragraph)) {
        if (end - start > 1 && goesOn.test(text.slice(offset + end, offset + end + 80))) continue;
        yield edit('safe', offset + start, offset + end, replacement);
      }
    }
    yield* markerGaps(document);
    yield* blankLines(document);
    yield* liftedIndent(document, count);
  },
};

// Two spaces or more at the end of a line break it in Markdown where the paragraph goes on; a bullet begins a new one.
const goesOn = /^\r?\n[ \t]*(?![-*+•][ \t]|\d{1,3}[.)][ \t]|#{1,6} )\S/;
const spareSpace = / (?:[ \n\r]|$)|\t/;

/** Doubled spaces within lines and spaces at their ends. */
const gapsIn = perParagraph(({ text, contentStart, mask }: Paragraph): readonly TextEdit[] => {
  if (!spareSpace.test(text) || isAligned(text)) return [];
  const found: TextEdit[] = [];
  for (const { index: start, 0: spaces } of text.matchAll(/[ \t]+/g)) {
    const end = start + spaces.length;
    const after = text.slice(end, end + 2);
    const atEnd = after === '' || after.startsWith('\n') || after === '\r\n';
    const isDoubled = spaces === '  ' && betweenWords.test(text.slice(Math.max(0, start - 1), end + 1));
    if (!(atEnd || isDoubled) || start < contentStart || text[start - 1] === '\n') continue;
    if (mask.touches(start - 1, end + 1, ['heading'])) continue;
    found.push({ start, end, replacement: atEnd ? '' : ' ' });
  }
  return found;
});

/** More than one space behind the markers of a list in which nothing is indented to match. */
function* markerGaps({ paragraphs, mask }: PromptDocument): Iterable<Candidate> {
  for (let index = 0; index < paragraphs.length; index++) {
    const { start, paragraph } = paragraphs[index] as PlacedParagraph;
    const gap = markerGap(paragraph);
    if (gap === null || mask.touches(start, start + gap.end)) continue;
    const beside = [paragraphs[index - 1], paragraphs[index + 1]];
    if (beside.some((other) => /^[ \t]/.test(other?.paragraph.text ?? ''))) continue;
    yield edit('safe', start + gap.start, start + gap.end, ' ');
  }
}

const markerGap = perParagraph(({ kind, text }: Paragraph) => {
  if (kind !== 'item' || !text.includes('  ') || text.includes('\n')) return null;
  const [marker, spaces = ''] = /^(?:[-*+•]|\d{1,3}[.)])( {2,4})(?=\S)/.exec(text) ?? [];
  return marker === undefined ? null : { start: marker.length - spaces.length, end: marker.length };
});

/** Whether lines have a gap at the same column, or one wider than a slip of the keyboard. */
function isAligned(text: string): boolean {
  if (/\S(?:[ ]{4,}|\t+)\S/.test(text)) return true;
  const columns = text
    .split('\n')
    .flatMap((line) =>
      Array.from(line.matchAll(/(?<=\S) {2,}(?=\S)/g), ({ index, 0: gap }) => index + gap.length),
    );
  return new Set(columns).size < columns.length;
}

/** Runs of more than one blank line, and spaces in blank lines. */
function* blankLines({ text, mask, paragraphs }: PromptDocument): Iterable<Candidate> {
  let before = 0;
  for (const { start, paragraph } of paragraphs) {
    if (before > 0 && start - before > 2 && !mask.touches(before - 1, start + 1, ['heading'])) {
      const gap = text.slice(before, start);
      const feed = gap.includes('\r\n') ? '\r\n' : '\n';
      const [, ...lines] = gap.split('\n');
      const kept = (lines.length > 1 ? feed + feed : feed) + lines.at(-1);
      if (gap !== kept) yield edit('safe', before, start, kept);
    }
    before = start + paragraph.text.length;
  }
  // What ends in a colon may be waiting for text to be put behind it.
  const end = text.slice(before);
  if (before === 0 || text[before - 1] === ':' || mask.touches(before - 1, text.length, ['heading'])) return;
  if (end.trim() === '' && !/^(?:\r?\n)?$/.test(end)) {
    yield edit('safe', before, text.length, end.includes('\n') ? '\n' : '');
  }
}

/** Indentation by four columns or more that all lines share: the text was a string of a program. */
function* liftedIndent(
  { text, lines, mask, kind, paragraphs }: PromptDocument,
  count: TokenCounter | null,
): Iterable<Candidate> {
  // One paragraph at the margin tells that it is none, and most documents have one.
  if (kind === 'code' || paragraphs.some(({ paragraph }, i) => i > 0 && !paragraph.text.startsWith('    ')))
    return;
  if (mask.spans.some((span) => span.kind === 'code' && text.slice(span.start, span.end).includes('\n')))
    return;
  const filled = lines
    .map(({ start, end }) => ({ start, line: text.slice(start, end) }))
    .filter(({ line }) => line.trim() !== '');
  const atMargin = filled[0]?.line.startsWith(' ') === false;
  const moved = atMargin ? filled.slice(1) : filled;
  const shared = Math.min(...moved.map(({ line }) => line.search(/[^ ]|$/)));
  if (filled.length < 3 || shared < 4) return;
  if (atMargin && /^(?:[-*+•#]|\d+[.)])\s|:\s*$/.test(filled[0]?.line ?? '')) return;
  // Where some lines are data they would have to stay, and lines that hang together would not any more.
  const isWhole = moved.every(({ start }) => !mask.touches(start, start + shared));
  const edits: { readonly start: number; end: number; saves: boolean }[] = [];
  for (const { start, line } of moved) {
    if (mask.within(start, start + 1).some((span) => span.kind !== 'data-block')) continue;
    const words = line.slice(shared, shared + 20);
    const saves = count === null || count(`\n${words}`) < count(`\n${line.slice(0, shared + 20)}`);
    const end = start + shared;
    const last = edits.at(-1);
    // A line that saves nothing by itself moves with a neighbour, or it would be left behind.
    if (last && !(saves && last.saves) && !mask.touches(last.end, start)) {
      last.end = end;
      last.saves ||= saves;
    } else edits.push({ start, end, saves });
  }
  const margin = new RegExp(`^ {${shared}}`, 'gm');
  for (const { start, end } of edits) {
    yield edit(isWhole ? 'safe' : 'suggestion', start, end, text.slice(start, end).replace(margin, ''), {
      worksOn: 'data-block',
    });
  }
}
