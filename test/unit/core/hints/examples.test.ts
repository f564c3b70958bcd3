import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentedRules as rules } from '../../../../src/core/hints/documentedRules.ts';
import type { RuleId, Tier } from '../../../../src/core/hints/finding.ts';
import { fixAll } from '../../../../src/core/hints/fixAll.ts';
import { lint } from '../../../../src/core/hints/lint.ts';
import type { LintOptions } from '../../../../src/core/hints/options.ts';
import type { DocumentedRule } from '../../../../src/core/hints/rule.ts';

function alone({ id, tier, examples }: DocumentedRule): LintOptions {
  const { kind = 'prompt', model } = examples;
  const off = rules.map((rule): [RuleId, Tier | 'off'] => [rule.id, 'off']);
  return { kind, model: model ?? null, rules: { ...Object.fromEntries(off), [id]: tier }, count: null };
}

describe('examples of the rules', () => {
  for (const info of rules) {
    const { fixes, flags, leaves } = info.examples;
    describe(`${info.id} ${info.title}`, () => {
      for (const { before, after } of fixes) {
        it(`fixes: ${before}`, () => assert.equal(fixAll(before, alone(info), 'suggestion').text, after));
      }
      for (const text of flags) {
        it(`reports: ${text}`, () => {
          const found = lint(text, alone(info)).findings;
          assert.deepEqual(
            [...new Set(found.map(({ rule, tier }) => `${rule} ${tier}`))],
            [`${info.id} advice`],
          );
        });
      }
      for (const text of leaves) {
        it(`leaves alone: ${text}`, () => assert.deepEqual(lint(text, alone(info)).findings, []));
      }
    });
  }

  it('show each rule at work and at rest', () => {
    const bare = rules.filter(
      ({ examples: { fixes, flags, leaves } }) => fixes.length + flags.length === 0 || leaves.length === 0,
    );
    assert.deepEqual(bare, []);
  });
});
