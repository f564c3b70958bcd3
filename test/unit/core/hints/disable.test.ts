import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { directiveIds, disabledIn } from '../../../../src/core/hints/disable.ts';
import { maskOf } from '../../../../src/core/hints/mask.ts';

/** Marks the words `x` at which PT05 is off with «», and those at which PT06 is with ‹›. */
function marked(text: string): string {
  const isDisabled = disabledIn({ text, mask: maskOf(text, 'prompt') });
  return text.replace(/\bx\b/g, (word, offset: number) => {
    const outer = isDisabled('PT05', offset, offset + 1) ? '«»' : '';
    const inner = isDisabled('PT06', offset, offset + 1) ? '‹›' : '';
    return `${outer.charAt(0)}${inner.charAt(0)}${word}${inner.charAt(1)}${outer.charAt(1)}`;
  });
}

const rows: readonly string[] = [
  'x\n<!-- prompt-tuner-disable -->\n«‹x›»\n<!-- prompt-tuner-enable -->\nx',
  'x\n<!-- prompt-tuner-disable PT05 -->\n«x»\n\n«x»',
  '<!-- prompt-tuner-disable PT05, PT06 -->\n«‹x›»\n<!-- prompt-tuner-enable PT06 -->\n«x»',
  '<!-- prompt-tuner-disable-next-line PT05 -->\n«x»\nx',
  '<!-- prompt-tuner-disable-next-line -->\n«‹x›»\nx',
  '‹x›\n<!-- prompt-tuner-disable-file PT06 -->\n‹x›',
  '«‹x›»\n<!--prompt-tuner-disable-file-->\n<!-- prompt-tuner-enable -->\n«‹x›»',
  'x <!-- prompt-tuner-disable PT05 --> «x»',
  '```\n<!-- prompt-tuner-disable -->\n```\nx',
  'Write `<!-- prompt-tuner-disable -->` to switch hints off: x',
  '<!-- prompt-tuner-disabled -->\nx',
  '<!-- prompt-tuner-disable-next-line PT05 -->',
  '<!-- prompt-tuner-disable PT5, pt05 and PT05x -->\nx',
  '<!-- prompt-tuner-disable PT05 -- the order of PT06 -->\n«x»',
  '<!-- prompt-tuner-disable -- all of it -->\n«‹x›»',
];

suite('rules switched off by comments', () => {
  for (const row of rows) {
    test(row, () => assert.equal(marked(row.replace(/[«»‹›]/g, '')), row));
  }

  const advice: Readonly<Record<string, boolean>> = {
    '<!-- prompt-tuner-disable PT22 -->\nText.': true,
    'Text.\n<!-- prompt-tuner-disable-file PT22 -->': true,
    'Text.\n<!-- prompt-tuner-disable -->\nText.': true,
    '<!-- prompt-tuner-disable -->\nText.\n<!-- prompt-tuner-enable -->\nText.': false,
    '<!-- prompt-tuner-disable PT05 -->\nText.': false,
  };
  for (const [text, off] of Object.entries(advice)) {
    test(`advice on the whole document is ${off ? 'off' : 'on'}: ${text}`, () => {
      assert.equal(disabledIn({ text, mask: maskOf(text, 'prompt') })('PT22', 0, 0), off);
    });
  }

  // The ids that are found stand in «».
  const named: readonly string[] = [
    '<!-- prompt-tuner-disable «PT99», «PT05» -->',
    'Text. <!-- prompt-tuner-disable-next-line «PT01» -->\n<!--prompt-tuner-enable «PT123»-->',
    '<!-- prompt-tuner-disable-file -->',
    '<!-- prompt-tuner-disable «PT5», «pt05» -- for PT06 -->',
    '<!-- PT99 -->',
    '```\n<!-- prompt-tuner-disable PT99 -->\n```',
  ];
  for (const row of named) {
    test(`names ${row}`, () => {
      const text = row.replace(/[«»]/g, '');
      const found = directiveIds(text, 'prompt').toReversed();
      const marked = found.reduce(
        (rest, { id, start, end }) => `${rest.slice(0, start)}«${id}»${rest.slice(end)}`,
        text,
      );
      assert.equal(marked, row);
    });
  }
});
