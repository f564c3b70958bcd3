import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../../src/core/random.ts';
import { plainText } from '../../../../src/webview/common/markdown/inline.ts';
import { MarkdownStream } from '../../../../src/webview/common/markdown/markdownStream.ts';
import { randomSeed } from '../../randomSeed.ts';
import { markdownToHtml } from './tree.ts';

const snippets = [
  '# head *a*\n',
  'text with `code`, **bold** and [a link](https://a.b/c)\n',
  '\n',
  '- item\n',
  '  - inner\n',
  '1. one\n',
  '> quote\n',
  'lazy\n',
  '```js\n',
  'code();\n',
  '```\n',
  '~~~\n',
  '| a | b |\n',
  '|---|--:|\n',
  '| 1 | 2 |\n',
  '---\n',
  '===\n',
  '<div>\n',
  '</answer>\n',
  '    indented\n',
  '\tafter a tab\n',
  'é𝄞 and ⟨signs⟩\r\n',
  'long '.repeat(300),
  '**',
  '- [x] done\n',
];

test(`the page depends on the text alone, not on how it was split (seed ${randomSeed})`, () => {
  const random = seededRandom(randomSeed);
  const pick = (below: number) => Math.floor(random() * below);
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 12 }, () => snippets[pick(snippets.length)]).join('');
    const pieces: string[] = [];
    for (let start = 0; start < text.length; ) {
      const end = start + 1 + pick(pick(4) === 0 ? 200 : 6);
      pieces.push(text.slice(start, end));
      start = end;
    }
    assert.equal(markdownToHtml(pieces), markdownToHtml([text]), JSON.stringify(text));
    assert.equal(markdownToHtml(pieces, false), markdownToHtml([text], false), JSON.stringify(text));
  }
});

test('no character is parted where running text goes on as literal text', () => {
  for (const before of ['a', 'ab']) {
    const text = before + '𝄞'.repeat(9_000);
    for (const size of [1_000, 1_001, text.length]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.slice(index * size, (index + 1) * size),
      );
      const [running, literal] = runningAndLiteral(pieces);
      assert.equal(running + literal, text);
      assert.ok(literal !== '' && !/\p{Cs}/u.test(`${running}|${literal}`), `${before} by ${size}`);
    }
  }
});

const long: Readonly<Record<string, (length: number) => string>> = {
  'a paragraph without end': (length) => 'word *and* '.repeat(length / 11),
  'an unclosed fence': (length) => `\`\`\`\n${'code\n'.repeat(length / 5)}`,
  'a list without end': (length) => '- item\n'.repeat(length / 7),
  'a table without end': (length) => `| a |\n|---|\n${'| b |\n'.repeat(length / 6)}`,
  'a line of a fence without end': (length) => `\`\`\`\n${'x'.repeat(length)}`,
  'lines that go on lazily': (length) => `> a\n${'b\n'.repeat(length / 2)}`,
};

for (const [name, make] of Object.entries(long)) {
  test(`the work for ${name} grows with its length, not faster`, () => {
    const short = charactersBuilt(make(40_000));
    const fivefold = charactersBuilt(make(200_000));
    assert.ok(fivefold <= short * 6, `${short} characters, then ${fivefold}`);
  });
}

/** The text of a paragraph that is read as Markdown, and what goes on as it is. */
function runningAndLiteral(pieces: readonly string[]): readonly [running: string, literal: string] {
  let running = '';
  let literal = '';
  const stream = new MarkdownStream<object>(
    {
      open: () => ({}),
      remove: () => {},
      loosen: () => {},
      inline: (_node, items) => {
        running = plainText(items);
      },
      cells: () => {},
      append: (_node, piece) => {
        literal += piece;
      },
      tail: () => {},
    },
    {},
  );
  for (const piece of pieces) stream.write(piece);
  stream.end();
  return [running, literal];
}

/** How many characters the page is given for a text that comes in pieces of 400, rendered after each. */
function charactersBuilt(text: string): number {
  let built = 0;
  const count = (value: unknown) => {
    built += JSON.stringify(value).length;
  };
  const stream = new MarkdownStream<object>(
    {
      open: () => ({}),
      remove: () => {},
      loosen: () => {},
      inline: (_node, items) => count(items),
      cells: (_node, cells) => count(cells),
      append: (_node, piece) => count(piece),
      tail: (_node, piece) => count(piece),
    },
    {},
  );
  for (let start = 0; start < text.length; start += 400) {
    stream.write(text.slice(start, start + 400));
    stream.render();
  }
  stream.end();
  return built;
}
