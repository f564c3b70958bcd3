import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answered } from '../../../support/answered.ts';

const { answerDifferences } = await import('../../../../src/vscode/compare/views/answerDifferences.ts');
const { compareView } = await import('../../../../src/vscode/compare/views/compareView.ts');

const alike = ['calm', 'calm water', 'calm', 'calm water', 'calm'];
const same = 'The answers of A and B are all the same, to the letter.';
const noMore = 'B’s answers differ from A’s no more than A’s own answers differ';
const more = 'B’s answers differ from A’s more than A’s own answers differ';
const gone =
  'an instruction may have gone with the words that were taken out. Read some of them before you keep it.';

const trimmed = {
  setup: { varied: 'prompt' as const },
  arms: [{ text: 'Describe the lake in one word, please.' }, { text: 'Describe the lake.' }],
};

suite('how much the answers of two arms differ, in one sentence each', () => {
  const cases: readonly (readonly [string, Parameters<typeof answered>, string, boolean])[] = [
    ['all the same', [Array(5).fill('calm'), Array(5).fill('calm')], same, false],
    [
      'as much as the first arm’s own, some to the letter',
      [alike, alike],
      `${noMore} (usually by 0.00, three in four pairs of A’s own by at most 0.50; 0 is the same wording, and 52 % of the pairs are the same to the letter).`,
      false,
    ],
    [
      'nothing in common',
      [alike, Array(5).fill('a deep and cold one')],
      `${more} (usually by 1.00, three in four pairs of A’s own by at most 0.50; 0 is the same wording): read some of them before you keep it.`,
      true,
    ],
    [
      'one in 25 pairs to the letter',
      [
        ['a', 'a', 'a', 'a', 'd'],
        ['d', 'e', 'f', 'g', 'h'],
      ],
      `${noMore} (usually by 1.00, three in four pairs of A’s own by at most 1.00; 0 is the same wording, and 4 % of the pairs are the same to the letter).`,
      false,
    ],
    [
      'after words were taken out',
      [alike, Array(5).fill('a deep and cold one'), trimmed],
      `${more} (usually by 1.00, three in four pairs of A’s own by at most 0.50; 0 is the same wording): ${gone}`,
      true,
    ],
  ];
  for (const [name, of, text, differsMore] of cases) {
    test(name, () => {
      assert.deepEqual(answerDifferences(answered(...of)), [{ text, differsMore }]);
    });
  }

  test('after words were taken out it is the first verdict, and a warning where they differ more', () => {
    const verdicts = (answers: readonly string[]) =>
      compareView(answered(alike, answers, trimmed), 0).verdicts.map(({ tone, text }) => [
        tone,
        text.startsWith(more) || text.startsWith(noMore),
      ]);
    assert.deepEqual(verdicts(Array(5).fill('a deep and cold one'))[0], ['warning', true]);
    assert.deepEqual(verdicts(alike)[0], ['open', true]);
  });
});
