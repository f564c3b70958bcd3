import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { TextSpan } from '../../../src/vscode/prompt.ts';
import { moveSpan, type Replacement } from '../../../src/vscode/spanTracking.ts';
import { type Random, seeded, whole } from '../../simulator/distribution.ts';
import { randomSeed } from '../randomSeed.ts';

/** Reads a text with a span between «» and a replacement written as [old|new]. */
function readMarks(marked: string): { text: string; span: TextSpan; edit: Replacement & { text: string } } {
  let text = '';
  const at: Record<string, number> = {};
  let inserted = '';
  for (let i = 0; i < marked.length; i++) {
    const character = marked.charAt(i);
    if (character === '|') {
      const close = marked.indexOf(']', i);
      at[']'] = text.length;
      inserted = marked.slice(i + 1, close).replaceAll(/[«»]/g, '');
      i = close;
    } else if ('«»['.includes(character)) at[character] = text.length;
    else text += character;
  }
  const offset = at['['] ?? 0;
  return {
    text,
    span: { start: at['«'] ?? 0, end: at['»'] ?? 0 },
    edit: { offset, length: (at[']'] ?? 0) - offset, inserted: inserted.length, text: inserted },
  };
}

function moved(marked: string): string {
  const { text, span, edit } = readMarks(marked);
  const after = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
  const { start, end } = moveSpan(span, edit);
  return `${after.slice(0, start)}«${after.slice(start, end)}»${after.slice(end)}`;
}

suite('a selection after an edit', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['a[|X]b«cde»f', 'aXb«cde»f'],
    ['[ab|]«cde»f', '«cde»f'],
    ['[ab|XYZ]«cde»f', 'XYZ«cde»f'],
    ['ab«cde»f[|X]g', 'ab«cde»fXg'],
    ['ab«cde»[fg|]', 'ab«cde»'],
    ['ab«cde»[fg|X]', 'ab«cde»X'],
    ['ab«cde»[fg|XYZ]', 'ab«cde»XYZ'],
    ['ab«c[|X]de»f', 'ab«cXde»f'],
    ['ab«c[d|]e»f', 'ab«ce»f'],
    ['ab«c[d|XYZ]e»f', 'ab«cXYZe»f'],
    ['ab«[cde|]»f', 'ab«»f'],
    ['ab«[cde|X]»f', 'ab«X»f'],
    ['ab«[|X]cde»f', 'ab«Xcde»f'],
    ['ab«cde[|X]»f', 'ab«cdeX»f'],
    ['ab«cd[e»f|]g', 'ab«cd»g'],
    ['ab«cd[e»f|XYZ]g', 'ab«cdXYZ»g'],
    ['a[b«c|]de»f', 'a«de»f'],
    ['a[b«c|XYZ]de»f', 'a«XYZde»f'],
    ['a[b«cde»f|]g', 'a«»g'],
    ['a[b«cde»f|X]g', 'a«X»g'],
    ['ab«»[|X]c', 'ab«X»c'],
    ['ab«»[c|X]d', 'ab«»Xd'],
    ['a[b|X]«»c', 'aX«»c'],
    ['a[b«»c|X]d', 'a«X»d'],
  ];
  for (const [before, after] of rows) {
    test(`${before} → ${after}`, () => assert.equal(moved(before), after));
  }
});

/** The same from what is left of the text before, in and after the span: what is typed in it or over a part of it stays in it. */
function movedNaively(text: string, span: TextSpan, edit: Replacement, inserted: string): string {
  const { offset, length } = edit;
  const end = offset + length;
  const left = (from: number, to: number) =>
    text.slice(from, Math.max(from, Math.min(to, offset))) +
    text.slice(Math.min(to, Math.max(from, end)), to);
  const typed = (from: number, to: number) =>
    text.slice(from, Math.max(from, offset)) + inserted + text.slice(Math.min(to, end), to);
  const touches =
    length === 0 ? offset >= span.start && offset <= span.end : offset < span.end && end > span.start;
  const place = touches ? 'in' : end <= span.start ? 'before' : 'after';
  return [
    (place === 'before' ? typed : left)(0, span.start),
    '«',
    (place === 'in' ? typed : left)(span.start, span.end),
    '»',
    (place === 'after' ? typed : left)(span.end, text.length),
  ].join('');
}

test(`random edits move a selection as a naive model does (seed ${randomSeed})`, () => {
  const random: Random = seeded(randomSeed);
  for (let round = 0; round < 500; round++) {
    let text = 'abcdefghijklmnopqrstuvwxyz'.slice(0, whole(random, 0, 26));
    const start = whole(random, 0, text.length);
    let span: TextSpan = { start, end: whole(random, start, text.length) };
    for (let step = 0; step < 8; step++) {
      const offset = whole(random, 0, text.length);
      const inserted = 'XYZÄ'.slice(0, whole(random, 0, 4));
      const edit = {
        offset,
        length: whole(random, 0, Math.min(6, text.length - offset)),
        inserted: inserted.length,
      };
      const expected = movedNaively(text, span, edit, inserted);
      const before = `${text} ${JSON.stringify({ span, edit })}`;
      span = moveSpan(span, edit);
      text = text.slice(0, offset) + inserted + text.slice(offset + edit.length);
      const marked = `${text.slice(0, span.start)}«${text.slice(span.start, span.end)}»${text.slice(span.end)}`;
      assert.equal(marked, expected, before);
    }
  }
});
