import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { documentedRules as rules } from '../../../../src/core/hints/documentedRules.ts';
import { documentRules } from '../../../../src/core/hints/structure/structureRules.ts';
import {
  phraseRules,
  spanRules,
  wordingDocumentRules,
} from '../../../../src/core/hints/wording/wordingRules.ts';
import { projectRoot } from '../../../support/paths.ts';
import { ruleDocs } from '../../../support/ruleDocs.ts';

describe('the table of rules', () => {
  it('tells of every rule of the engine, in the order of their ids', () => {
    const engine = [...phraseRules, ...spanRules, ...wordingDocumentRules, ...documentRules];
    assert.deepEqual(
      rules.map(({ id }) => id),
      [...new Set(engine.map(({ info }) => info.id))].sort(),
    );
  });

  it('gives rules that share an id the same facts', () => {
    const facts = new Map<string, unknown>();
    for (const { info } of [...phraseRules, ...spanRules, ...wordingDocumentRules, ...documentRules]) {
      assert.deepEqual(facts.get(info.id) ?? info, info);
      facts.set(info.id, info);
    }
  });

  it('is what docs/rules was made of: npm run docs', () => {
    const folder = join(projectRoot, 'docs/rules');
    const written = new Map(
      readdirSync(folder)
        .sort()
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    assert.deepEqual(written, new Map([...ruleDocs()].sort(([a], [b]) => (a < b ? -1 : 1))));
  });
});
