import { documentedRules as rules } from '../../src/core/hints/documentedRules.ts';
import type { DocumentedRule } from '../../src/core/hints/rule.ts';

/** The pages of `docs/rules` by their names: one a rule, and the index. */
export function ruleDocs(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ...rules.map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule)]),
  ]);
}

const tierTexts = {
  safe: 'safe: part of *Fix All Safe Hints*',
  suggestion: 'suggestion: one click each',
  advice: 'advice: no edit of its own',
} as const;

function rulePage(rule: DocumentedRule): string {
  const { id, title, why, evidence, tier, examples, offFor, defaultOn } = rule;
  const { fixes, flags, leaves } = examples;
  return joined([
    `# ${id} ${title}`,
    why,
    [
      `- Furthest tier: ${tierTexts[tier]}.`,
      `- By default: ${defaultOn ? 'on' : 'off'}.`,
      ...(offFor.length === 0 ? [] : [`- Silent in: ${offFor.join(', ')}.`]),
      ...(examples.kind === undefined
        ? []
        : [`- The examples are of a document of kind \`${examples.kind}\`.`]),
      ...(examples.model === undefined ? [] : ['- The examples are for a model of a literal generation.']),
    ].join('\n'),
    '## What is known',
    evidence,
    ...section(
      '## Changes',
      fixes.map(({ before, after }) => `${block(before)}\n\nbecomes\n\n${block(after)}`),
    ),
    ...section('## Reports without an edit', flags.map(block)),
    ...section('## Leaves alone', leaves.map(block)),
    '## Switching it off',
    `In a document: \`<!-- prompt-tuner-disable ${id} -->\` from there on, \`prompt-tuner-disable-next-line\` for one line, \`prompt-tuner-disable-file\` for all of it. Everywhere: \`"promptTuner.hints.rules": { "${id}": "off" }\`; the setting also takes \`advice\`, \`suggestion\` and \`safe\`.`,
  ]);
}

function indexPage(): string {
  return joined([
    '# Rules',
    'A hint is what a rule finds in a prompt. *Safe* edits keep every number, negation, scope word, modal verb, variable, tag, address, piece of code and quotation; a *suggestion* may drop a word of these where the document says it again or means nothing by it; *advice* has no edit. Savings are counted on the text before and after.',
    [
      '| Rule | | Furthest tier | By default |',
      '| --- | --- | --- | --- |',
      ...rules.map(
        ({ id, title, tier, defaultOn }) =>
          `| [${id}](${id}.md) | ${title} | ${tier} | ${defaultOn ? 'on' : 'off'} |`,
      ),
    ].join('\n'),
  ]);
}

function section(heading: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [heading, ...parts];
}

/** A fenced block whose fence is longer than any within. */
function block(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function joined(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
