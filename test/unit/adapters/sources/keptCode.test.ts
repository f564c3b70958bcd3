import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import { promptLiterals } from '../../../../src/adapters/literals/codeLiterals.ts';
import { keepParsed } from '../../../../src/adapters/sources/keptCode.ts';
import { programText } from '../../../bench/sources/programText.ts';
import { randomSeed } from '../../randomSeed.ts';

const pieces = ['A_PROMPT = ', '"a"', "f'{b}'", '"""', '\n', '(', ')', '# prompt\n', 'x = 1\n', ' + ', '\\'];
const program = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const always = () => true;

test('no language whose strings are read: nothing is parsed', async () => {
  assert.equal(await keepParsed('markdown', 'prompt = "a"', null, always), null);
});

test('a text that is the same is not parsed again', async () => {
  const before = await keepParsed('python', 'A_PROMPT = "a"', null, always);
  assert.ok(before !== null && (await keepParsed('python', 'A_PROMPT = "a"', before, always)) === before);
});

test('a long text is given up as soon as it is not wanted any more', async () => {
  const text = programText('python', 20_000, { prompts: true });
  let asked = 0;
  const twice = () => ++asked < 2;
  assert.deepEqual([await keepParsed('python', text, null, twice), asked], [null, 2]);
});

const seed = randomSeed;
test(`from version to version the same prompts are found as anew (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(program, { minLength: 2, maxLength: 5 }), async (versions) => {
      let kept = null;
      for (const text of versions) {
        kept = await keepParsed('python', text, kept, always);
        assert.ok(kept !== null);
        assert.deepEqual(
          promptLiterals(kept, 'strict').map(({ identity, literal }) => [identity, literal.text.text]),
          promptLiterals(parseCode('python', text), 'strict').map(({ identity, literal }) => [
            identity,
            literal.text.text,
          ]),
        );
      }
    }),
    { seed, numRuns: 300 },
  );
});
