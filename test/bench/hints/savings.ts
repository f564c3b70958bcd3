import { fixAll } from '../../../src/core/hints/fixAll.ts';
import { lint } from '../../../src/core/hints/lint.ts';
import { maskOf } from '../../../src/core/hints/mask.ts';
import type { LintOptions } from '../../../src/core/hints/options.ts';
import type { TokenCounter } from '../../../src/core/tokens/rawInput.ts';
import { atLeast, atMost, type Figure, medianOf, reported } from '../figure.ts';
import type { CollectedPrompt } from './prompts.ts';

const actAs = /\bI (?:want|would like) you to act as\b/i;

interface Fixed {
  readonly prompt: CollectedPrompt;
  readonly before: number;
  readonly after: number;
}

/** What Fix All saves, what it must not do, and how often each rule speaks. */
export function savings(prompts: readonly CollectedPrompt[], count: TokenCounter): readonly Figure[] {
  const fixed = (tier: 'safe' | 'suggestion'): readonly Fixed[] =>
    prompts.map((prompt) => ({
      prompt,
      before: count(prompt.text),
      after: count(fixAll(prompt.text, optionsFor(prompt, count), tier).text),
    }));
  const safe = fixed('safe');
  const all = fixed('suggestion');
  const roles = all.filter(({ prompt }) => actAs.test(prompt.text.slice(0, 600)));
  return [
    reported('prompts', prompts.length, ''),
    atLeast('safe: mean saving of a prompt', mean(safe.map(percent)), '%', 0.8),
    reported('safe: median saving of a prompt', medianOf(safe.map(percent)), '%'),
    atLeast('safe: share of all tokens', share(safe), '%', 0.5),
    atLeast('with suggestions: mean saving of a prompt', mean(all.map(percent)), '%', 2),
    reported('with suggestions: median saving of a prompt', medianOf(all.map(percent)), '%'),
    reported('with suggestions: share of all tokens', share(all), '%'),
    atLeast(
      `with suggestions: median of ${roles.length} "act as" prompts`,
      medianOf(roles.map(percent)),
      '%',
      6,
    ),
    ...promises(prompts, count),
    ...perRule(prompts, count),
  ];
}

function promises(prompts: readonly CollectedPrompt[], count: TokenCounter): readonly Figure[] {
  let useless = 0;
  let intruding = 0;
  let unsettled = 0;
  for (const prompt of prompts) {
    const options = optionsFor(prompt, count);
    const mask = maskOf(prompt.text, prompt.kind);
    for (const { tier, replacement, start, end, savedTokens } of lint(prompt.text, options).findings) {
      if (tier !== 'safe' || replacement === null) continue;
      if (savedTokens < 1) useless += 1;
      if (mask.touches(start, end, ['heading'])) intruding += 1;
    }
    for (const tier of ['safe', 'suggestion'] as const) {
      const once = fixAll(prompt.text, options, tier).text;
      if (fixAll(once, options, tier).text !== once) unsettled += 1;
    }
  }
  return [
    atMost('safe fixes that save nothing', useless, '', 0),
    atMost('safe fixes inside a protected span', intruding, '', 0),
    atMost('prompts that a second Fix All changes', unsettled, '', 0),
  ];
}

function perRule(prompts: readonly CollectedPrompt[], count: TokenCounter): readonly Figure[] {
  const tally = new Map<string, { findings: number; tokens: number }>();
  for (const prompt of prompts) {
    for (const { rule, tier, savedTokens } of lint(prompt.text, optionsFor(prompt, count)).findings) {
      const key = `${rule} ${tier}`;
      const entry = tally.get(key) ?? { findings: 0, tokens: 0 };
      entry.findings += 1;
      entry.tokens += savedTokens;
      tally.set(key, entry);
    }
  }
  return [...tally]
    .sort()
    .flatMap(([key, { findings, tokens }]) => [
      reported(`${key}: findings`, findings, ''),
      ...(tokens > 0 ? [reported(`${key}: tokens saved`, tokens, '')] : []),
    ]);
}

function optionsFor({ kind }: CollectedPrompt, count: TokenCounter): LintOptions {
  return { kind, rules: {}, model: null, count };
}

function percent({ before, after }: Fixed): number {
  return before === 0 ? 0 : ((before - after) / before) * 100;
}

function share(fixed: readonly Fixed[]): number {
  const sum = (pick: (one: Fixed) => number): number => fixed.reduce((total, one) => total + pick(one), 0);
  return ((sum(({ before }) => before) - sum(({ after }) => after)) / sum(({ before }) => before)) * 100;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
