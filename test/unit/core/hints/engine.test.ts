import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { documentedRules as rules } from '../../../../src/core/hints/documentedRules.ts';
import type { Finding } from '../../../../src/core/hints/finding.ts';
import { applyEdits, fixAll } from '../../../../src/core/hints/fixAll.ts';
import { lint } from '../../../../src/core/hints/lint.ts';
import { Linter } from '../../../../src/core/hints/linter.ts';
import { maskOf } from '../../../../src/core/hints/mask.ts';
import type { LintOptions } from '../../../../src/core/hints/options.ts';
import { randomSeed } from '../../randomSeed.ts';

// Every whole word and mark counts, so that most edits save something.
const count = (text: string): number => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]|\s{2,}/gu)?.length ?? 0;
const allOn = Object.fromEntries(rules.map(({ id, tier }) => [id, tier]));
const model = { thinks: true, literal: true };

const shown = rules.flatMap(({ examples: { fixes, flags, leaves } }) => [
  ...fixes.map(({ before }) => before),
  ...flags,
  ...leaves,
]);
const hostile = [
  '```js\nconst a = "in order to";\n```',
  '---\nname: x\n---\n',
  '<example>\nPlease note that it is so.\n</example>',
  `Use \`make use of\` and {{name}} in order to greet $\{user}, 3 times at most.`,
  'He said "make sure to go" in order to leave. See https://example.com/in order to.',
  '| a | b |\n|---|---|\n| in order to | 2 |',
  '\ud800 in order to \udc00',
  '# Make sure to read',
  'Assurez-vous de lire le texte avant de répondre.',
  '> Make sure to quote.',
  'User: Please make sure to help.\nAssistant: Sure.',
  '\r\nMake sure\r\nto stop in order\r\nto rest.\r\n',
  '1. Take a deep breath.\n2. Think step by step.\n',
  '',
];
const separators = ['\n\n', '\n', ' ', '\n- ', '\n## ', '\n1. ', '\r\n'];

const documents: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...shown) },
        { weight: 3, arbitrary: fc.constantFrom(...hostile) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      ),
      fc.constantFrom(...separators),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.flat().join(''));

const kinds = fc.constantFrom<LintOptions['kind'][]>('prompt', 'skill', 'instructions', 'text');
const options: fc.Arbitrary<LintOptions> = fc
  .record({ kind: kinds, every: fc.boolean(), counted: fc.boolean() })
  .map(({ kind, every, counted }) => ({
    kind,
    rules: every ? allOn : {},
    model: every ? model : null,
    count: counted ? count : null,
  }));

/** What a person would count by hand: words that limit, and what stands in marks. */
const kept: Readonly<Record<string, RegExp>> = {
  numbers: /\p{N}+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/giu,
  negations: /\b(?:not|never|no|without|except|unless|cannot)\b|n['’]t\b/gi,
  scope: /\b(?:only|all|any|every|each|always|exactly|both|either|at least|at most)\b/gi,
  modals: /\b(?:must|should|shall|may|might|can|could|would|will)\b/gi,
  variables: /\{\{[^}\n]*\}\}|\$\{[^}\n]*\}/g,
  tags: /<\/?\w+>/g,
  urls: /https?:\/\/\S+/g,
  code: /(?<!`)`[^`\n]+`(?!`)/g,
  quotes: /"[^"\n]*"/g,
};

/** Words that deny or limit nothing where they stand. */
const idioms =
  /\bor not\b|\b(?:do not|don['’]t)(?= forget to)|\bany(?= and all)|\beach(?= and every)|\bunless(?= and until)|\bno(?= circumstances?)/gi;

function keptIn(text: string, kinds: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      [...text.matchAll(kept[kind] ?? /$^/g)].map(([found]) => found.toLowerCase()).sort(),
    ]),
  );
}

const edits = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ replacement }) => replacement !== null);

function holds(name: string, property: fc.IProperty<never> | fc.IRawProperty<unknown>, numRuns = 300): void {
  it(`${name} (SEED=${randomSeed})`, () => fc.assert(property, { seed: randomSeed, numRuns }));
}

describe('hints of any text', () => {
  holds(
    'are in order, inside the text and never overlap',
    fc.property(documents, options, (text, how) => {
      let reached = 0;
      for (const { start, end } of lint(text, how).findings) {
        assert.ok(start >= reached && end >= start && end <= text.length, `${start}–${end}`);
        reached = end;
      }
    }),
  );

  holds(
    'touch nothing protected where they are safe',
    fc.property(documents, options, (text, how) => {
      const mask = maskOf(text, how.kind);
      for (const { tier, start, end, rule } of edits(lint(text, how).findings)) {
        assert.ok(tier !== 'safe' || !mask.touches(start, end, ['heading']), rule);
      }
    }),
  );

  holds(
    'keep numbers, negations, scope, modals and all that is marked where they are safe',
    fc.property(documents, options, (text, how) => {
      const kinds = Object.keys(kept);
      assert.deepEqual(keptIn(fixAll(text, how, 'safe').text, kinds), keptIn(text, kinds));
    }),
  );

  holds(
    'let no number, negation, scope word or mark vanish where they are suggestions',
    fc.property(documents, options, (text, how) => {
      const kinds = Object.keys(kept).filter((kind) => kind !== 'modals');
      const distinct = (found: Readonly<Record<string, readonly string[]>>): readonly string[] =>
        kinds.flatMap((kind) => [...new Set(found[kind])].map((word) => `${kind} ${word}`));
      const after = new Set(distinct(keptIn(fixAll(text, how, 'suggestion').text, kinds)));
      const gone = distinct(keptIn(text.replace(idioms, ''), kinds)).filter((word) => !after.has(word));
      assert.deepEqual(gone, []);
    }),
  );

  holds(
    'are applied once for all',
    fc.property(documents, options, fc.constantFrom('safe', 'suggestion'), (text, how, tier) => {
      const fixed = fixAll(text, how, tier).text;
      assert.equal(fixAll(fixed, how, tier).text, fixed);
    }),
  );

  holds(
    'can be taken back to the letter',
    fc.property(documents, options, (text, how) => {
      let shift = 0;
      const made = edits(lint(text, how).findings);
      const back = made.map(({ start, end, replacement }) => {
        const from = start + shift;
        shift += (replacement ?? '').length - (end - start);
        return { start: from, end: from + (replacement ?? '').length, replacement: text.slice(start, end) };
      });
      assert.equal(applyEdits(applyEdits(text, made), back), text);
    }),
  );

  holds(
    'are the same after any edits as in a text never seen before',
    fc.property(
      documents,
      options,
      fc.array(
        fc.tuple(fc.nat(), fc.nat(20), fc.oneof(fc.constantFrom('x', '\n', '`', '"', ''), documents)),
        {
          maxLength: 6,
        },
      ),
      (text, how, changes) => {
        const linter = new Linter();
        let current = text;
        for (const [at, length, inserted] of [[0, 0, ''] as const, ...changes]) {
          const start = at % (current.length + 1);
          current = current.slice(0, start) + inserted + current.slice(start + length);
          assert.deepEqual(linter.lint(current, how), lint(current, how));
        }
      },
    ),
  );
});
