import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { descriptionOf, type Weights, weightsOf } from '../../../../src/core/hints/weights.ts';

const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const rows: Readonly<Record<string, Weights>> = {
  '---\nname: a\ndescription: Writes two letters.\n---\n\nWrite them now.': { description: 3, body: 3 },
  '---\ndescription: "Writes: two letters."\n---\nWrite.': { description: 3, body: 1 },
  '---\ndescription: >\n  Writes two\n  letters.\nname: a\n---\nWrite.': { description: 3, body: 1 },
  '---\ndescription: Writes two\n  letters.\nname: a\n---\nWrite.': { description: 3, body: 1 },
  '---\nname: a\n---\nWrite.': { description: null, body: 1 },
  '---\ndescription:\nname: a\n---\nWrite.': { description: null, body: 1 },
  '---\ndescription: Writes.\n---\n': { description: 1, body: 0 },
  'description: no front matter': { description: null, body: 4 },
};

suite('weights of a skill', () => {
  for (const [text, weights] of Object.entries(rows)) {
    test(text, () => assert.deepEqual(weightsOf(text, 'skill', words), weights));
  }

  test('a description is read on one line, without quotation marks', () => {
    assert.equal(
      descriptionOf("---\ndescription: |-\n  Writes\n\n  'letters'.\n---\n", 'skill'),
      "Writes 'letters'.",
    );
  });
});
