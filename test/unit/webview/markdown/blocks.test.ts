import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownToHtml } from './tree.ts';

// In the notation of the CommonMark specification; HTML is `<html>` because it is shown as text.
const cases: readonly (readonly [markdown: string, html: string])[] = [
  ['one\ntwo\n\nthree', '<p>one\ntwo</p>\n<p>three</p>\n'],
  ['# one #\n## two', '<h1>one</h1>\n<h2>two</h2>\n'],
  ['#hashtag', '<p>#hashtag</p>\n'],
  ['one\n===\ntwo\n---', '<h1>one</h1>\n<h2>two</h2>\n'],
  ['***\n- - -', '<hr />\n<hr />\n'],
  ['> a\nb\n> > c', '<blockquote>\n<p>a\nb</p>\n<blockquote>\n<p>c</p>\n</blockquote>\n</blockquote>\n'],
  ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n'],
  ['- a\n\n- b', '<ul>\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ul>\n'],
  [
    '- a\n  - b\n    - c\n- d',
    '<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul></li>\n</ul></li>\n<li>d</li>\n</ul>\n',
  ],
  ['7. a\n8. b\n\n   c', '<ol start="7">\n<li><p>a</p></li>\n<li><p>b</p>\n<p>c</p></li>\n</ol>\n'],
  ['- a\n+ b', '<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n'],
  ['in 1986. A year\n1986. A year', '<p>in 1986. A year\n1986. A year</p>\n'],
  ['- [ ] todo\n- [x] done', '<ul>\n<li>[ ] todo</li>\n<li>[x] done</li>\n</ul>\n'],
  ['-', '<ul>\n<li></li>\n</ul>\n'],
  ['```js\na *b*\n\n  c\n```\nd', '<pre><code class="language-js">a *b*\n\n  c\n</code></pre>\n<p>d</p>\n'],
  ['~~~~ text\n```\n~~~\n~~~~', '<pre><code class="language-text">```\n~~~\n</code></pre>\n'],
  ['````\n```\ncode\n```\n````', '<pre><code>```\ncode\n```\n</code></pre>\n'],
  ['```\nunclosed', '<pre><code>unclosed\n</code></pre>\n'],
  ['- a\n  ```\n  \tb\n  ```', '<ul>\n<li>a\n<pre><code>\tb\n</code></pre></li>\n</ul>\n'],
  ['```\n\tmake:\n```', '<pre><code>\tmake:\n</code></pre>\n'],
  ['    code\n\n    more\ntext', '<pre><code>code\n\nmore\n</code></pre>\n<p>text</p>\n'],
  [
    '| a | b |\n|:-:|--:|\n| 1 | 2 | 3 |\n| `x\\|y` |\nz',
    '<table center right>\nhead: a | b\nrow: 1 | 2\nrow: <code>x|y</code> | \nrow: z | \n</table>\n',
  ],
  [
    'intro\na | b\n--|--\n1 | 2\n\nafter',
    '<p>intro</p>\n<table - ->\nhead: a | b\nrow: 1 | 2\n</table>\n<p>after</p>\n',
  ],
  ['a | b\n--|', '<p>a | b\n--|</p>\n'],
  ['<div>\n*a*\n</div>\n\n*b*', '<html>&lt;div&gt;\n*a*\n&lt;/div&gt;\n</html>\n<p><em>b</em></p>\n'],
  [
    '<answer>\n*a*\n</answer>',
    '<html>&lt;answer&gt;\n</html>\n<p><em>a</em></p>\n<html>&lt;/answer&gt;\n</html>\n',
  ],
  ['<!-- a\n\nb -->\nc', '<html>&lt;!-- a\n\nb --&gt;\n</html>\n<p>c</p>\n'],
  ['a\r\n\r\nb', '<p>a</p>\n<p>b</p>\n'],
];

for (const [markdown, html] of cases) {
  test(JSON.stringify(markdown), () => assert.equal(markdownToHtml([markdown]), html));
}

test('a line of marks alone is not shown before it is clear what it means', () => {
  for (const marks of ['-', '**', '```', '#', '1.', '| - |']) {
    assert.equal(markdownToHtml([`text\n\n${marks}`], false), '<p>text</p>\n', marks);
  }
  assert.equal(markdownToHtml(['text\n\n1.']), '<p>text</p>\n<ol>\n<li></li>\n</ol>\n');
});

test('what the unfinished line seemed to be is taken back', () => {
  assert.equal(
    markdownToHtml(['- a\n- b', 'c\n\n', 'd'], false),
    '<ul>\n<li>a</li>\n<li>bc</li>\n</ul>\n<p>d</p>\n',
  );
  assert.equal(
    markdownToHtml(['a | b', '\n--|--', '\nx'], false),
    '<table - ->\nhead: a | b\nrow: x | \n</table>\n',
  );
});
