import type { Delimiter } from './delimiters.ts';

/** The run of `*`, `_` or `~` at this position: where emphasis may begin and end by § 6.2 of CommonMark 0.31. */
export function readDelimiterRun(source: string, position: number): Delimiter {
  const mark = source[position] ?? '';
  let length = 1;
  while (source[position + length] === mark) length++;
  const before = kindOf(charBefore(source, position));
  const after = kindOf(charAt(source, position + length));
  const left = after === 'word' || (after === 'punctuation' && before !== 'word');
  const right = before === 'word' || (before === 'punctuation' && after !== 'word');
  const inWords = mark !== '_';
  return {
    kind: 'delimiter',
    mark,
    length,
    canOpen: left && (inWords || !right || before === 'punctuation'),
    canClose: right && (inWords || !left || after === 'punctuation'),
  };
}

type CharKind = 'space' | 'punctuation' | 'word';

function kindOf(char: string): CharKind {
  if (char === '' || /\s/.test(char)) return 'space';
  return /[\p{P}\p{S}]/u.test(char) ? 'punctuation' : 'word';
}

function charAt(source: string, position: number): string {
  const code = source.codePointAt(position);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(source: string, position: number): string {
  const low = source.charCodeAt(position - 1);
  return charAt(source, low >= 0xdc00 && low <= 0xdfff ? position - 2 : position - 1);
}
