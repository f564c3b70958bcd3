import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Tree } from '@lezer/common';
import { parser as scriptParser } from '@lezer/javascript';
import { parser as pythonParser } from '@lezer/python';
import fc from 'fast-check';
import { type CodeLanguage, parserOf } from '../../../../src/adapters/literals/languages.ts';
import { programText } from '../../../bench/sources/programText.ts';
import { randomSeed } from '../../randomSeed.ts';
import { programs } from './randomPrograms.ts';

type Parser = typeof pythonParser;

const plain: Readonly<Record<CodeLanguage, Parser>> = {
  python: pythonParser,
  javascript: scriptParser.configure({ dialect: 'jsx' }),
  javascriptreact: scriptParser.configure({ dialect: 'jsx' }),
  typescript: scriptParser.configure({ dialect: 'ts' }),
  typescriptreact: scriptParser.configure({ dialect: 'ts jsx' }),
};

/** Every node with its place, in order. */
function nodesOf(tree: Tree): readonly string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
  return nodes;
}

function checkSame(language: CodeLanguage, text: string): void {
  assert.deepEqual(nodesOf(parserOf(language).parse(text)), nodesOf(plain[language].parse(text)));
}

const cuts = fc.tuple(fc.nat(9), fc.double({ min: 0, max: 1, noNaN: true }));

suite(`parsers (SEED=${randomSeed})`, () => {
  for (const language of ['python', 'typescript', 'typescriptreact', 'javascript'] as const) {
    test(`${language}: a program is read as by the package’s own parser`, () => {
      checkSame(language, programText(language, 400, { prompts: true }));
    });
  }

  test('so is one that is broken off, and one whose text is written twice', () => {
    fc.assert(
      fc.property(programs, cuts, ({ language, source }, [repeat, share]) => {
        const text = source.repeat(1 + (repeat % 3)).slice(0, Math.ceil(source.length * (repeat + share)));
        checkSame(language, text);
      }),
      { seed: randomSeed, numRuns: 1_000 },
    );
  });

  test('the inside of Lezer is the one for which actions are kept', () => {
    const parse = parserOf('python').startParse('a = 1');
    assert.ok('tokens' in parse && Object.hasOwn(Object(parse.tokens), 'addActions'));
  });
});
