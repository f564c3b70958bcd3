import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import { promptLiterals } from '../../../../src/adapters/literals/codeLiterals.ts';
import { keepParsed } from '../../../../src/adapters/sources/keptCode.ts';
import { randomSeed } from '../../randomSeed.ts';

const pieces = ['A_PROMPT = ', '"a"', "f'{b}'", '"""', '\n', '(', ')', '# prompt\n', 'x = 1\n', ' + ', '\\'];
const program = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

test('no language whose strings are read: nothing is parsed', () => {
  assert.equal(keepParsed('markdown', 'prompt = "a"', null), null);
});

test('a text that is the same is not parsed again', () => {
  const before = keepParsed('python', 'A_PROMPT = "a"', null);
  assert.ok(before !== null && keepParsed('python', 'A_PROMPT = "a"', before) === before);
});

const seed = randomSeed;
test(`from version to version the same prompts are found as anew (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(program, { minLength: 2, maxLength: 5 }), (versions) => {
      let kept = null;
      for (const text of versions) {
        kept = keepParsed('python', text, kept);
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
