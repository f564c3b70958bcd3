// The pattern of cl100k never makes one token piece of what lies on both sides of these places, so the counts of the
// segments add up to the count of the whole: after a line break before something that is not white space, and before a
// single space between two words.
const lineEnd = /\n(?=\S)/g;
const wordEnd = /(?<=\S) (?=\p{L})/gu;

const longLine = 4_000;
// Data without a space is cut anywhere, at the price of a token or two for each cut.
const anywhere = /[\s\S]{1,15600}/gu;

/** Cuts a text where its token count may be cut too: at lines, and long lines again at words. */
export function* segments(text: string): Generator<string, void, void> {
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    yield* words(text.slice(start, match.index + 1));
    start = match.index + 1;
  }
  if (start < text.length) yield* words(text.slice(start));
}

/** Longest run of one kind of characters that the tokenizer gets: its time grows with the square of the length. */
const longestRun = 400;

const longRun = new RegExp(
  `(\\p{L}{${longestRun}}|[^\\s\\p{L}\\p{N}]{${longestRun}}|\\s{${longestRun}})`,
  'u',
);

/** Cuts long runs of letters, signs or white space into pieces of 400; anything else stays whole. */
export function withoutLongRuns(text: string): readonly string[] {
  return text.length <= longestRun ? [text] : text.split(longRun).filter((piece) => piece !== '');
}

function* words(line: string): Generator<string, void, void> {
  if (line.length <= longLine) {
    yield line;
    return;
  }
  let start = 0;
  for (const match of line.matchAll(wordEnd)) {
    if (match.index - start < longLine) continue;
    yield* line.slice(start, match.index).match(anywhere) ?? [];
    start = match.index;
  }
  yield* line.slice(start).match(anywhere) ?? [];
}
