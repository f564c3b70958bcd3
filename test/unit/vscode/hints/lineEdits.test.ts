import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lineEdits, type TextChange } from '../../../../src/vscode/hints/lineEdits.ts';
import { pick, seeded, whole } from '../../../simulator/distribution.ts';
import { randomSeed } from '../../randomSeed.ts';

function applied(text: string, changes: readonly TextChange[]): string {
  return changes.reduceRight(
    (result, change) => result.slice(0, change.start) + change.text + result.slice(change.end),
    text,
  );
}

/** The old text with each replacement as [old|new]. */
function shown(before: string, after: string): string {
  return applied(
    before,
    lineEdits(before, after).map((change) => ({
      ...change,
      text: `[${before.slice(change.start, change.end)}|${change.text}]`,
    })),
  );
}

suite('replacements stay small', () => {
  const rows: readonly (readonly [before: string, after: string, shown: string])[] = [
    ['same\n', 'same\n', 'same\n'],
    ['', 'new\n', '[|new\n]'],
    ['old\n', '', '[old\n|]'],
    ['Read in order to know.\n', 'Read to know.\n', 'Read [in order |]to know.\n'],
    ['a x\nb x\nc\n', 'a\nb\nc\n', 'a[ x|]\nb[ x|]\nc\n'],
    ['a\nb\nb\nc\n', 'a\nb\nc\n', 'a\nb\n[b\n|]c\n'],
    ['a\n\n\n\nb\n', 'a\n\nb\n', 'a\n\n[\n\n|]b\n'],
    ['a\r\nbc  \r\nd', 'a\r\nbc\r\nd', 'a\r\nbc[  |]\r\nd'],
    ['a\nb', 'a\nnew\nb', 'a\n[|new\n]b'],
    ['😀 very\n', '😁 very\n', '[😀|😁] very\n'],
    ['x😀\n', 'y😀\n', '[x|y]😀\n'],
  ];
  for (const [before, after, expected] of rows) {
    test(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      assert.equal(shown(before, after), expected);
      assert.equal(applied(before, lineEdits(before, after)), after);
    });
  }
});

test(`any text becomes any other, in order and without overlap (seed ${randomSeed})`, () => {
  const random = seeded(randomSeed, 'lineEdits');
  const pieces = ['a', 'b', ' ', '\n', '\n', '\r\n', 'word', '😀', '\ud83d', '\n\n'];
  const text = () => Array.from({ length: whole(random, 0, 60) }, () => pick(random, pieces)).join('');
  for (let n = 0; n < 2_000; n++) {
    const before = text();
    const after = n % 2 === 0 ? text() : before.replaceAll(pick(random, pieces), pick(random, pieces));
    const changes = lineEdits(before, after);
    assert.equal(applied(before, changes), after, JSON.stringify([before, after]));
    let end = 0;
    for (const change of changes) {
      assert.ok(change.start >= end && change.end >= change.start, JSON.stringify([before, after]));
      end = change.end;
    }
  }
});
