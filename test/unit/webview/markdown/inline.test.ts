import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInline } from '../../../../src/webview/common/markdown/parseInline.ts';
import { inlineHtml } from './tree.ts';

const cases: readonly (readonly [markdown: string, html: string])[] = [
  ['*a* _b_ **c** __d__', '<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>'],
  ['***a** b*', '<em><strong>a</strong> b</em>'],
  ['*a **b*** c', '<em>a <strong>b</strong></em> c'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['**unclosed *and', '**unclosed *and'],
  ['*[a*](https://b.c)', '*<a href="https://b.c">a*</a>'],
  ['~~old~~ ~5 to ~6', '<del>old</del> ~5 to ~6'],
  ['`a` ``b ` c`` `` ` ``', '<code>a</code> <code>b ` c</code> <code>`</code>'],
  ['`unclosed *a*', '`unclosed <em>a</em>'],
  ['\\*a\\* \\a', '*a* \\a'],
  ['a\\\nb  \nc\nd', 'a<br />\nb<br />\nc\nd'],
  ['&amp; &#35; &#x22; &nosuch; &', '&amp; # &quot; &amp;nosuch; &amp;'],
  ['[a](https://b.c "title") [d](<https://e.f/g h>)', '<a href="https://b.c">a</a> d (https://e.f/g h)'],
  ['[a [b] c](https://d.e/f(g))', '<a href="https://d.e/f(g)">a [b] c</a>'],
  ['[**a**](https://b.c)', '<a href="https://b.c"><strong>a</strong></a>'],
  ['[[a](https://b.c)](https://d.e)', '[<a href="https://b.c">a</a>](<a href="https://d.e">https://d.e</a>)'],
  ['[a](javascript:alert) [b](command:x) [c](./d.md)', 'a (javascript:alert) b (command:x) c (./d.md)'],
  ['[a](JaVaScRiPt&colon;x) [b](&#106;avascript:x)', 'a (JaVaScRiPt&amp;colon;x) b (javascript:x)'],
  ['[a](https://b.c\u202e)', '<a href="https://b.c\u202e">a</a>'],
  ['[a]', '[a]'],
  ['![a *b*](https://c.d/e.png)', '<img src="https://c.d/e.png" alt="a b" />'],
  [
    '<https://a.b> <javascript:a> <b@c.d>',
    '<a href="https://a.b">https://a.b</a> &lt;javascript:a&gt; &lt;b@c.d&gt;',
  ],
  [
    'see https://a.b/c_d_e?f=(g), or (https://h.i).',
    'see <a href="https://a.b/c_d_e?f=(g)">https://a.b/c_d_e?f=(g)</a>, or (<a href="https://h.i">https://h.i</a>).',
  ],
  ['http://a.b', 'http://a.b'],
  ['<b title="*">a</b>*', '&lt;b title=&quot;*&quot;&gt;a&lt;/b&gt;*'],
];

for (const [markdown, html] of cases) {
  test(JSON.stringify(markdown), () => assert.equal(inlineHtml(parseInline(markdown)), html));
}
