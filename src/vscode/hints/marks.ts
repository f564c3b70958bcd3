import type { Finding } from '../../core/hints/finding.ts';
import { rankOf } from './ruleInfo.ts';

/** Orders findings: first what shortens the answer, then the largest saving, then by place. */
export function strongestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) =>
      Number(rankOf(b.rule) === 2) - Number(rankOf(a.rule) === 2) ||
      b.savedTokens - a.savedTokens ||
      rankOf(b.rule) - rankOf(a.rule) ||
      a.start - b.start,
  );
}

/** The findings that get a mark in the text, the strongest: advice on the whole document and white space get none. */
export function marked(findings: readonly Finding[], text: string, maximum: number): readonly Finding[] {
  const visible = findings.filter(
    ({ scope, start, end }) => scope === 'span' && text.slice(start, end).trim() !== '',
  );
  return strongestFirst(visible).slice(0, maximum);
}
