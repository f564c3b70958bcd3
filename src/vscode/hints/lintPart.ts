import type { Finding } from '../../core/hints/finding.ts';
import { type LintResult, lint } from '../../core/hints/lint.ts';
import type { LintOptions } from '../../core/hints/options.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';

/** Looks at a part of a text as if it were all; what is found stands at its place in the whole. */
export function lintPart(text: string, { start, end }: Span, options: LintOptions): LintResult {
  const { findings, dropped } = lint(text.slice(start, end), options);
  const lines = text.slice(0, start).split('\n').length - 1;
  return { findings: findings.map((finding) => moved(finding, start, lines)), dropped };
}

function moved(finding: Finding, by: number, lines: number): Finding {
  const { start, end, insertions, data } = finding;
  const facts = Object.entries(data).map(
    ([name, fact]) => [name, /line$/i.test(name) ? Number(fact) + lines : fact] as const,
  );
  return {
    ...finding,
    start: start + by,
    end: end + by,
    insertions: insertions.map((insertion) => ({ ...insertion, at: insertion.at + by })),
    data: Object.fromEntries(facts),
  };
}
