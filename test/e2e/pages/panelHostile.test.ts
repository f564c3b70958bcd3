import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PanelPage } from '../../support/panelPage.ts';
import { panelTests } from '../../support/panelTests.ts';
import { endedView, show, writingView } from '../../support/panelViews.ts';

const withPanel = panelTests('output');

async function withAnswer(text: string, use: (panel: PanelPage) => Promise<void>): Promise<void> {
  await withPanel(async (panel) => {
    await panel.tell(show(endedView, [{ kind: 'text', name: null, text }]));
    await use(panel);
  });
}

const answerText = async (panel: PanelPage) => (await panel.page.locator('#answer').textContent()) ?? '';
const count = async (panel: PanelPage, selector: string) =>
  await panel.page.locator(`#answer ${selector}`).count();

test('a remote image is not loaded and its address is shown', async () => {
  await withAnswer(
    '![a chart](https://evil.example/x.png) ![](data:image/png;base64,AAAA)',
    async (panel) => {
      assert.equal(
        (await answerText(panel)).trim(),
        '[image: a chart] https://evil.example/x.png [image: ] (data:image/png;base64,AAAA)',
      );
      assert.equal(await count(panel, 'img'), 0);
    },
  );
});

test('HTML of every kind is text', async () => {
  const html = [
    '<script>posted.push("pwned")</script>',
    '<img src=x onerror="posted.push(1)">',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body { display: none }</style>',
    'inline <b onclick="x()">bold</b> and <svg/onload=alert(1)>',
  ].join('\n\n');
  await withAnswer(html, async (panel) => {
    assert.equal(await count(panel, ':is(script, img, iframe, style, b, svg)'), 0);
    const text = await answerText(panel);
    for (const line of html.split('\n\n')) assert.ok(text.includes(line), line);
    assert.deepEqual(
      (await panel.posted()).filter(({ type }) => type !== 'ready'),
      [],
    );
  });
});

test('only https links can be pressed, and pressing one only asks the host', async () => {
  const text =
    '[run](command:workbench.action.quit) [js](javascript:alert(1)) [http](http://a.example) ' +
    '<command:x> [data](data:text/html,x) [file](file:///etc/passwd) [good](https://good.example/a?b=c)';
  await withAnswer(text, async (panel) => {
    assert.equal(await count(panel, 'a'), 0);
    assert.equal(await count(panel, '[href]'), 0);
    const links = panel.page.locator('#answer [role=link]');
    assert.deepEqual(await links.allTextContents(), ['good']);
    assert.match(await answerText(panel), /run \(command:workbench\.action\.quit\)/);
    await links.focus();
    await panel.page.keyboard.press('Enter');
    assert.deepEqual((await panel.posted()).at(-1), { type: 'open-link', url: 'https://good.example/a?b=c' });
  });
});

test('an unclosed fence swallows nothing and keeps everything', async () => {
  const code = Array.from({ length: 5_000 }, (_, line) => `line ${line} <b>`).join('\n');
  await withAnswer(`before\n\n\`\`\`js\n${code}`, async (panel) => {
    assert.equal(await panel.page.locator('#answer code').textContent(), `${code}\n`);
    assert.ok(await panel.page.locator('#request').isVisible());
  });
});

test('a thousand levels of nesting are cut, not lost', async () => {
  const lists = Array.from({ length: 1_000 }, (_, level) => `${'  '.repeat(level)}- item${level}`).join('\n');
  const text = `${'> '.repeat(1_000)}quoted\n\n${lists}\n\n${'*a **b '.repeat(1_000)}${'** c*'.repeat(1_000)}\n\n${'['.repeat(1_000)}x${'](y)'.repeat(1_000)}`;
  await withAnswer(text, async (panel) => {
    const shown = await answerText(panel);
    for (const part of ['quoted', 'item0', 'item500', 'item999']) assert.ok(shown.includes(part), part);
    const depth = await panel.page.evaluate(() => {
      let deepest = 0;
      for (const element of document.querySelectorAll('#answer *')) {
        let depth = 0;
        for (let up: Element | null = element; up !== null; up = up.parentElement) depth++;
        deepest = Math.max(deepest, depth);
      }
      return deepest;
    });
    assert.ok(depth < 100, `${depth} levels`);
  });
});

test('a table of 10,000 cells has every cell and all heads', async () => {
  const rows = Array.from(
    { length: 2_500 },
    (_, row) => `| ${[0, 1, 2, 3].map((c) => `r${row}c${c}`).join(' | ')} |`,
  );
  await withAnswer(`| a | b | c | d |\n|---|---|---|---|\n${rows.join('\n')}`, async (panel) => {
    assert.equal(await count(panel, 'td'), 10_000);
    assert.deepEqual(await panel.page.locator('#answer tr:last-of-type td').last().textContent(), 'r2499c3');
    assert.equal(await count(panel, 'thead'), 50);
  });
});

test('an answer of 5 MB is shown whole, as plain text beyond the limit, and the page still answers', async () => {
  const line = 'A line of an endless answer, **bold** in parts.\n\n';
  const text = line.repeat(Math.ceil(5_000_000 / line.length));
  await withAnswer(text, async (panel) => {
    await panel.page.locator('.long-answer').waitFor({ state: 'attached' });
    assert.equal(await count(panel, '.long-answer'), 1);
    const rest = await panel.page.evaluate(
      () => document.querySelector('#answer pre.plain')?.textContent ?? '',
    );
    assert.ok(text.endsWith(rest) && rest.length > 3_000_000, `${rest.length} characters`);
    await panel.page.locator('#request summary').press('Enter');
    assert.deepEqual((await panel.posted()).at(-1), { type: 'request-opened', language: 'json' });
  });
});

test('messages that make no sense do no harm', async () => {
  await withPanel(async (panel) => {
    await panel.tell(
      show(writingView),
      { type: 'progress', view: null, append: [{ position: 7, create: null, text: 'nowhere' }] },
      {
        type: 'progress',
        view: null,
        append: [{ position: 0, create: { kind: 'tool', name: '<b>x</b>' }, text: '{"a":"<script>"}' }],
      },
    );
    assert.match(await answerText(panel), /Tool call: <b>x<\/b>.*\{"a":"<script>"\}/);
  });
});
