import type { PromptKind, Span } from '../prompt/promptDocument.ts';
import type { PromptDocument } from './document.ts';
import type { RuleId } from './finding.ts';
import { lineEnd } from './lines.ts';
import { maskOf } from './mask.ts';

/** Whether a finding of a rule is switched off where it is; an empty range stands for the whole document. */
export type Disabled = (rule: RuleId, start: number, end: number) => boolean;

const directive = /^<!--\s*prompt-tuner-(disable-next-line|disable-file|disable|enable)\b([^>]*?)-->$/;
// What stands behind two dashes is a remark.
const remark = /(?:^|\s)--\s.*$/s;

interface Area {
  /** Null for all rules. */
  readonly rule: string | null;
  readonly start: number;
  end: number;
}

/** A rule that a comment names, or null for all of them, and where: its id, else the comment. */
interface NamedRule {
  readonly form: string;
  readonly comment: Span;
  readonly rule: string | null;
  readonly start: number;
  readonly end: number;
}

function* namedRules({ text, mask }: Pick<PromptDocument, 'text' | 'mask'>): Iterable<NamedRule> {
  for (const comment of mask.spans) {
    const { kind, start, end } = comment;
    if (kind !== 'comment' || mask.within(start, start + 1).some((span) => span.kind === 'code')) continue;
    const [, form, names = ''] = directive.exec(text.slice(start, end)) ?? [];
    if (form === undefined) continue;
    const offset = end - '-->'.length - names.length;
    const ids = [...names.replace(remark, '').matchAll(/[^\s,]+/g)];
    if (ids.length === 0) yield { form, comment, rule: null, start, end };
    for (const { index, 0: rule } of ids) {
      yield { form, comment, rule, start: offset + index, end: offset + index + rule.length };
    }
  }
}

/** What the comments of {@link disabledIn} name as rules, whether there are such or not, and where. */
export function directiveIds(text: string, kind: PromptKind): readonly (Span & { readonly id: string })[] {
  if (!text.includes('prompt-tuner-')) return [];
  return [...namedRules({ text, mask: maskOf(text, kind) })].flatMap(({ rule, start, end }) =>
    rule === null ? [] : [{ id: rule, start, end }],
  );
}

/**
 * Reads the comments by which a text switches rules off: `prompt-tuner-disable PT05` from there on, up to
 * `prompt-tuner-enable`; `prompt-tuner-disable-next-line` and `prompt-tuner-disable-file`. Several ids may be named,
 * and a remark behind ` -- `; no id means all. A comment in code is none.
 */
export function disabledIn(document: Pick<PromptDocument, 'text' | 'mask'>): Disabled {
  const { text } = document;
  const areas: Area[] = [];
  for (const { form, rule, comment } of namedRules(document)) {
    const { start, end } = comment;
    if (form === 'disable') areas.push({ rule, start: end, end: text.length });
    else if (form === 'disable-file') areas.push({ rule, start: 0, end: text.length });
    else if (form === 'disable-next-line') areas.push({ rule, ...nextLine(text, end) });
    else close(areas, rule, start);
  }
  if (areas.length === 0) return () => false;
  return (rule, start, end) =>
    areas.some((area) => {
      if (area.rule !== null && area.rule !== rule) return false;
      if (start === end) return area.end === text.length || area.rule === rule;
      return start < area.end && end > area.start;
    });
}

/** Whether a comment is one of those that {@link disabledIn} reads. */
export function isDirective(comment: string): boolean {
  return directive.test(comment);
}

/** The line behind the one that an offset is on; empty where there is none. */
function nextLine(text: string, offset: number): Span {
  const start = Math.min(lineEnd(text, offset) + 1, text.length);
  return { start, end: lineEnd(text, start) };
}

/** Ends what is still switched off: one rule, or all of them. */
function close(areas: readonly Area[], rule: string | null, at: number): void {
  for (const area of areas) {
    if (area.end > at && area.start > 0 && (rule === null || area.rule === rule)) area.end = at;
  }
}
