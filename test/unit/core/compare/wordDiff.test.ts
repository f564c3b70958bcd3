import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { isTrimOf, wordDiff } from '../../../../src/core/compare/wordDiff.ts';
import { randomSeed } from '../../randomSeed.ts';

/** A diff in one line: `[-only before-]`, `{+only after+}`. */
const inLine = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');

suite('a diff by words', () => {
  const rows: readonly (readonly [before: string, after: string, line: string])[] = [
    ['', '', ''],
    ['one', 'one', 'one'],
    ['', 'one', '{+one+}'],
    ['one', '', '[-one-]'],
    ['one two', 'one three', 'one [-two-]{+three+}'],
    ['Name three rivers.', 'Name rivers.', 'Name [-three -]rivers.'],
    ['a b c', 'a x b c y', 'a {+x +}b c{+ y+}'],
  ];
  for (const [before, after, line] of rows) {
    test(`“${before}” → “${after}”`, () => assert.equal(inLine(before, after), line));
  }
});

test(`both texts can be read out of it, and it is as short as the longest common part allows (seed ${randomSeed})`, () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      const without = (left: string) =>
        parts
          .filter(({ kind }) => kind !== left)
          .map((part) => part.text)
          .join('');
      assert.deepEqual([without('added'), without('removed')], [before, after]);
      const same = parts.filter(({ kind }) => kind === 'same').map((part) => part.text);
      assert.equal(same.flatMap(tokens).length, longestCommon(tokens(before), tokens(after)));
    }),
    { seed: randomSeed },
  );
});

test('texts that have nothing in common are replaced as a whole, in no time that grows without end', () => {
  const [before, after] = ['a', 'b'].map((word) =>
    Array.from({ length: 5_000 }, (_, at) => word + at).join(' '),
  );
  assert.deepEqual(wordDiff(before ?? '', after ?? ''), [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]);
});

suite('whether a text only lost words', () => {
  const rows: readonly (readonly [before: string, after: string, is: boolean])[] = [
    ['Name three rivers of Europe, please.', 'Name rivers of Europe.', true],
    ['Name three rivers.', 'Name three rivers.', false],
    ['Name three rivers.', 'Name four rivers.', false],
    ['one two three', 'three one', false],
    ['one two', '', true],
  ];
  for (const [before, after, is] of rows) {
    test(`“${before}” → “${after}”`, () => assert.equal(isTrimOf(before, after), is));
  }
});

function tokens(text: string): readonly string[] {
  return text.match(/\w+|\s+/g) ?? [];
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (let at = 1; at <= b.length; at++) {
      const found = word === b[at - 1] ? (row[at - 1] ?? 0) + 1 : 0;
      next.push(Math.max(found, row[at] ?? 0, next[at - 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
