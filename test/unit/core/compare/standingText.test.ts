import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { standingText } from '../../../../src/core/compare/standingText.ts';

suite('where one of two texts stands', () => {
  const texts = ['Name a river.', 'Name a river. Be brief.'];
  // «…» is what is found, | where the selection began; neither is part of the text.
  const rows: readonly string[] = [
    'x = "|«Name a river.»"',
    'x = "|«Name a river. Be brief.»"',
    '# new line\nx| = "«Name a river.»"',
    '|«Name a river.» Be kind. Name a river.',
    '| Name a river. Name a river.',
    '|Name a star.',
    '|',
  ];
  for (const row of rows) {
    test(row, () => {
      const source = row.replace(/[«»|]/g, '');
      const start = row.replace(/[«»]/g, '').indexOf('|');
      const found = standingText(source, start, texts);
      const shown =
        found === null
          ? source
          : `${source.slice(0, found.start)}«${source.slice(found.start, found.end)}»${source.slice(found.end)}`;
      assert.equal(shown, row.replace('|', ''));
    });
  }
});

test('an empty text stands nowhere', () => assert.equal(standingText('a', 0, ['']), null));
