import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { placeIn } from '../../../../src/core/compare/placeIn.ts';
import { randomSeed } from '../../randomSeed.ts';

/** What stands in the other version where «this» stands, or null. */
function found(marked: string, other: string): string | null {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const place = placeIn(marked.replaceAll(/[«»]/g, ''), { start, end }, other);
  return place === null ? null : other.slice(place.start, place.end);
}

suite('where a selection stands in another version', () => {
  const rows: readonly (readonly [marked: string, other: string, found: string | null])[] = [
    ['notes\n«Name a river.»\nend', 'notes\nName a river.\nend', 'Name a river.'],
    ['notes\n«Name a river.»\nend', 'notes\nName three rivers, please.\nend', 'Name three rivers, please.'],
    ['notes\n«Name a river.»\nend', 'other notes\nand more\nName a river.\nend', 'Name a river.'],
    ['notes\n«Name a river.\nSay why.»\nend', 'notes\nName a lake.\nSay why.\nend', 'Name a lake.\nSay why.'],
    ['notes\n«Name a river.\nSay why.»\nend', 'notes\nName a river.\nend', 'Name a river.'],
    [
      'notes\n«Name a river.\nSay why.\n»end',
      'notes\nName a river.\nAnd a lake.\nSay why.\nend',
      'Name a river.\nAnd a lake.\nSay why.\n',
    ],
    ['notes\n«Name a river.\n»end', 'notes\nBe brief.\nName a river.\nend', 'Name a river.\n'],
    [
      'notes\n«Name a river.\nSay why.»\nend',
      'notes\nBe brief.\nName a river.\nSay how.\nend',
      'Name a river.\nSay how.',
    ],
    [
      'notes\n«Name a lake.\nSay why.»\nend',
      'notes\nName a river.\nSay why.\nBe brief.\nend',
      'Name a river.\nSay why.',
    ],
    ['notes\n«Name a river.»\n\nend', 'notes\nName a lake.\nSay why.\n\nend', 'Name a lake.\nSay why.'],
    ['notes\r\n«Name a river.»\r\nend', 'notes\r\nTell of lakes.\r\nend', 'Tell of lakes.'],
    ['«Name a river.»', 'Name a lake.', 'Name a lake.'],
    ['«Name a river.»\nend', 'Tell me of lakes.\nend', 'Tell me of lakes.'],
    ['ask: «name a river» now', 'ask: name three rivers now', 'name three rivers'],
    ['ask: «name a river» now', 'so ask: name a river now please', 'name a river'],
    ['ask: «name a river» now', 'tell of lakes', null],
    ['notes\n«Name a river.»\nend', 'notes\nend', null],
    ['notes\n«Name a river.»\nend', 'notes\n\nend', null],
    ['old\n«Name a river.»\nlines', 'All of it is another text.', null],
    ['old\n«Name a river.»\nlines', '', null],
  ];
  for (const [marked, other, expected] of rows) {
    test(`${JSON.stringify(marked)} in ${JSON.stringify(other)}`, () => {
      assert.equal(found(marked, other), expected);
    });
  }

  test(`changes around it leave it as it is (seed ${randomSeed})`, () => {
    const lines = fc.array(fc.constantFrom('a', 'b c', '', 'd'), { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, lines, lines, (before, after, othersBefore, othersAfter) => {
        const selected = ['Name a river.', 'Say why.'];
        const text = (start: readonly string[], end: readonly string[]) =>
          [...start, ...selected, ...end].join('\n');
        const start = before.map((line) => `${line}\n`).join('').length;
        const span = { start, end: start + selected.join('\n').length };
        const other = text(othersBefore, othersAfter);
        const place = placeIn(text(before, after), span, other);
        assert.ok(place);
        assert.equal(other.slice(place.start, place.end), selected.join('\n'));
      }),
      { seed: randomSeed },
    );
  });
});
