import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { clipped, maskFrom } from '../../../../src/core/hints/mask/lookup.ts';
import type { SpanKind } from '../../../../src/core/hints/mask/span.ts';
import { createMasker, maskOf } from '../../../../src/core/hints/mask.ts';
import { seeded, whole } from '../../../simulator/distribution.ts';
import { randomSeed } from '../../randomSeed.ts';

/** Where a row has neither of these marks, nothing of its kind is in it. */
const marks = /[⟦⟧]/g;

/** The text with marks around what is masked as this kind; lines that follow each other are marked as one. */
function marked(text: string, kind: SpanKind): string {
  const spans = maskOf(text, 'prompt').spans.filter((span) => span.kind === kind);
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    result += `${text.slice(at, Math.max(at, start))}⟦${text.slice(Math.max(at, start), end)}⟧`;
    at = end;
  }
  return (result + text.slice(at)).replace(/⟧(\s*)⟦/g, '$1');
}

const rows: Readonly<Record<SpanKind, readonly string[]>> = {
  'front-matter': [
    '⟦---\nname: a\n---⟧\n\nBody.',
    '---\nnot closed',
    'Text.\n---\nname: a\n---\n',
    '⟦---\r\nname: a\r\n---⟧\r\nBody.',
  ],
  code: [
    'Run ⟦`npm test`⟧ and ⟦``a ` b``⟧, not `that.',
    '⟦```js\nlet please;\n```⟧\nafter',
    'text\n⟦~~~\n```\n~~~⟧\nafter',
    '⟦````\n```\n````⟧\nafter',
    'never closed\n⟦```\nplease⟧',
    '⟦```markdown\n```js\nlet a;\n```\nplease\n```\nafter⟧',
    'Text:\n\n⟦    please = 1⟧\n\nafter',
    '- item\n\n    please go on\n    - please nest\n\nafter',
    '- item\n\n⟦      code = 1⟧\n\nafter',
    '  please\nlazy    line',
    '        Please do this.\n\n        Please do that.',
    'Please do this.\n\n        Please do that.\n\n        And that.',
    'First.\n⟦const a = please;⟧\nThen go on; please.',
    'Use ⟦`a\nb`⟧ here.',
  ],
  comment: ['a ⟦<!-- please\n\nnote -->⟧ b', '⟦<!-- never closed⟧\nplease', 'a --> b'],
  'data-block': [
    '<document>⟦Please.⟧</document> Please.',
    '<example>\n<a>⟦x⟧</a></example>'.replace('>\n<a>⟦x⟧</a>', '>⟦\n<a>x</a>⟧'),
    '<rules>\nPlease.\n</rules>',
    '<writing_guidelines>Please.</writing_guidelines>',
    '<output_template>⟦Thank you.⟧</output_template>',
    '<task>Read <input>⟦please⟧</input> please.</task>',
    'Write within <answer> tags. Please.',
    'Write <answer></answer>.',
  ],
  data: [
    'Data:\n⟦{"a": "please",\n "b": 1}⟧\nafter',
    'Data:\n⟦[\n  "please"\n]⟧\nafter',
    '⟦a: 1\nb_c: please\nd: x⟧\n\nRole: You are a poet.\nTask: Write.\nTone: Kind.',
    '⟦id,name,note\n1,Ann,please\n2,Bob,no⟧\n\nafter',
    'Red, green, blue.\nOne, two, three.\nA, b, c.',
    '{{question}} please',
  ],
  'few-shot': [
    '⟦User: please help\nmore of it⟧\n\nPlease.',
    '- Tone: kind\n- ⟦**Input:** please⟧'.replace('- ⟦', '⟦- '),
    '⟦Q: why?\nA: because⟧\n\nPlease.',
    '⟦> please⟧\nafter'.replace('\nafter', '\n\nafter'),
    '## Examples\n\n⟦Please.\n\nThank you.⟧\n\n## Rules\nPlease.',
    '# Steps\n## Example\n⟦Please.⟧\n# Rules\nPlease.',
    'Example:\n\n⟦Please call me.⟧\n\nPlease.',
    'Some examples:\n⟦- please\n- thank you⟧\n\nPlease.',
    'Role: You are a poet.\nGoals:\n- please',
    'Action:\nPlease go on.',
    '1. Rules, for example:\n   ⟦- please⟧\n\n2. Please go on.'.replace('   ⟦', '⟦   '),
    'EXAMPLE:\n⟦Please.\n\nThank you.⟧\n-END EXAMPLE-\nPlease.',
    'Rules, as in the examples above: be kind.',
  ],
  table: ['⟦| a | b |\n|---|---|\n| please | c |⟧\nafter', '⟦a | b\n---|---\nc | d⟧\n\nafter', 'yes | no'],
  scale: [
    '⟦- **CRITICAL**: it breaks\n- **HIGH**: it hurts⟧\n\nA.\nB.\nC.\nD.\nE.\n- **CRITICAL**: do it',
    '⟦1 - very poor\n2 - poor\n3 - fair⟧\n\nVery good.',
    '⟦Rate it on a scale of 1 to 5, 5 being very good.⟧\nVery good.',
    'P1 is high.\nCritical thinking: use it.',
  ],
  foreign: [
    'Answer in one line.\n\n⟦Escribe una respuesta clara para el usuario.⟧\n\nAnswer in one line.',
    '⟦Du bist ein Übersetzer. Antworte nur mit der Übersetzung.⟧',
    '⟦请用中文回答。⟧\nAnswer the question in the text.',
    'Say hola to the user.',
    'Write clean code.\nAvoid bugs.',
  ],
  heading: [
    '⟦# Please note⟧\ntext\n⟦## **B**⟧',
    '⟦Title\n=====⟧\ntext',
    '⟦**Steps**⟧\n- a',
    '#no heading',
    'A text.\n---\nb',
  ],
  tag: ['⟦<rules>⟧be kind⟦</rules>⟧', 'a⟦<br/>⟧b', 'a < b > c', '⟦<a href="x y">⟧b⟦</a>⟧'],
  template: [
    'Ask ⟦{{name}}⟧ for ⟦${a.b}⟧ and ⟦{x}⟧ or ⟦[YOUR NAME]⟧.',
    '⟦{% if a %}⟧please⟦{% endif %}{# note #}⟧',
    'Use ⟦$ARGUMENTS⟧, ⟦$1⟧, ⟦#tool:search⟧, ⟦#file:a.md⟧ and ⟦@workspace⟧.',
    'Write to ⟦<your name>⟧; see [the page](https://example.com).',
    'open ⟦{⟧ alone',
    '⟦{"a": {"b": 1}}⟧ in a line',
  ],
  url: [
    'See ⟦https://example.com/please?a=b⟧, ⟦www.example.org⟧ or ⟦<https://a.b/c>⟧.',
    'Mail ⟦me@example.com⟧.',
    '[please](⟦https://example.com⟧)',
  ],
  path: [
    'Read ⟦src/please/note.md⟧, ⟦./a⟧, ⟦~/b/c⟧, ⟦C:\\please\\d⟧ and ⟦please.md⟧.',
    'Write and/or read it/them. End.Next he/she.',
    '**⟦README.md⟧**: the start',
  ],
  quote: [
    'Say ⟦"please"⟧ and ⟦“thank you”⟧ and ⟦„bitte“⟧.',
    "Don't say ⟦'please wait'⟧; it's the users' choice.",
    'A 5" screen and a 6" one.',
    'One ⟦"lone mark to the end⟧\n\nPlease.',
    'First ⟦"a\nb"⟧ then.',
    'Begin by saying: ⟦Please take a seat.⟧',
    'Il dit ⟦«oui»⟧ ici.',
  ],
};

suite('the mask', () => {
  for (const [kind, texts] of Object.entries(rows)) {
    for (const row of texts) {
      test(`${kind}: ${row}`, () => assert.equal(marked(row.replace(marks, ''), kind as SpanKind), row));
    }
  }

  test('touches and kindAt see the inner span, and only what is not excepted', () => {
    const mask = maskOf('# Ask `me`\ntext', 'prompt');
    assert.deepEqual([mask.kindAt(0), mask.kindAt(6), mask.kindAt(11)], ['heading', 'code', null]);
    assert.equal(mask.touches(2, 5, ['heading']), false);
    assert.equal(mask.touches(2, 7, ['heading']), true);
    assert.equal(mask.touches(11, 15), false);
  });

  test('an empty range touches what lies around it, not beside it', () => {
    const mask = maskFrom([{ kind: 'code', start: 2, end: 4 }]);
    assert.deepEqual(
      [1, 2, 3, 4].map((at) => mask.touches(at, at)),
      [false, false, true, false],
    );
  });

  test('a slice holds what reaches into it, cut at its ends', () => {
    const mask = maskFrom([
      { kind: 'data-block', start: 0, end: 20 },
      { kind: 'url', start: 1, end: 3 },
      { kind: 'code', start: 8, end: 12 },
    ]);
    assert.deepEqual(clipped(mask.within(5, 10), 5, 10), [
      { kind: 'data-block', start: 0, end: 5 },
      { kind: 'code', start: 3, end: 5 },
    ]);
  });
});

suite(`the mask of random texts (seed ${randomSeed})`, () => {
  const pieces = [
    '```',
    '`',
    '"',
    "'",
    '“',
    '”',
    '<a>',
    '</a>',
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '# ',
    '| ',
    '---',
  ];
  const words = [
    'please ',
    'User: ',
    'a/b/c ',
    'https://x.y ',
    '$A ',
    '<!--',
    '-->',
    'Example:',
    '\ud800',
    'não ',
    '1. ',
    '\\',
    '\r\n',
    '\t',
  ];
  const random = seeded(randomSeed);
  const texts = Array.from({ length: 300 }, () =>
    Array.from({ length: whole(random, 0, 60) }, () => [...pieces, ...words][whole(random, 0, 34)]).join(''),
  );

  test('spans are sorted, not empty, inside the text, and of every kind apart', () => {
    for (const text of texts) {
      let last = 0;
      for (const { start, end } of maskOf(text, 'prompt').spans) {
        assert.ok(
          last <= start && start < end && end <= text.length,
          JSON.stringify({ text, last, start, end }),
        );
        last = start;
      }
    }
  });

  test('a reader that has read other versions reads the same', () => {
    const read = createMasker();
    for (const text of texts)
      assert.deepEqual(read(text, 'prompt').spans, maskOf(text, 'prompt').spans, text);
  });
});
