import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { metricTexts } from '../../../../src/vscode/output/metricTexts.ts';
import { figureIds } from '../../../../src/webview/protocol.ts';
import { figureHeading, metricsDoc } from '../../../support/metricsDoc.ts';

/** The anchor that GitHub and VS Code's Markdown preview give a heading. */
function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s+/g, '-');
}

const aSentence = /^[A-Z].*[^.]\.$/;
const sentences = (text: string) => text.split(/(?<=\.) /);

test('each number of the panel has its text, in the panel’s order', () => {
  assert.deepEqual(Object.keys(metricTexts), [...figureIds]);
});

suite('the text of a number', () => {
  for (const id of figureIds) {
    const { label, hover, from, to, leftOut, absentWhen } = metricTexts[id];
    test(`${id} has a short label without a period`, () => assert.match(label, /^[^.]{1,20}$/));

    test(`${id} is explained in one sentence`, () => {
      assert.match(hover, aSentence);
      assert.equal(sentences(hover).length, 1);
    });

    test(`${id} starts and ends somewhere, or is no time`, () => {
      if (from === '–') assert.equal(to, '–');
      else for (const text of [from, to]) assert.match(text, aSentence);
    });

    test(`${id} says what it leaves out`, () => assert.match(leftOut, aSentence));

    test(`${id} goes on after “Absent when”`, () => assert.match(absentWhen, /^(?:[a-z]).*[^.]\.$/));
  }
});

suite('docs/metrics.md', () => {
  test('is what npm run docs makes', () => {
    const written = readFileSync(new URL('../../../../docs/metrics.md', import.meta.url), 'utf8');
    assert.equal(written, metricsDoc());
  });

  test('has a heading for each number whose anchor is the number’s id, once', () => {
    const anchors = [...metricsDoc().matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
    assert.equal(new Set(anchors).size, anchors.length);
    assert.deepEqual(
      anchors.filter((anchor) => (figureIds as readonly string[]).includes(anchor)),
      [...figureIds],
    );
  });

  for (const id of figureIds) {
    test(`says all of ${id} in its section`, () => {
      const section =
        metricsDoc()
          .split(`## ${figureHeading(id)}\n`)[1]
          ?.split('\n## ')[0] ?? '';
      const texts = Object.values(metricTexts[id]).filter((text) => text !== metricTexts[id].label);
      assert.deepEqual(
        texts.filter((text) => !section.includes(text)),
        [],
      );
    });
  }

  test('links to sections that exist', () => {
    const doc = metricsDoc();
    const anchors = [...doc.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
    const links = [...doc.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter((anchor) => !anchors.includes(anchor ?? '')),
      [],
    );
  });
});
