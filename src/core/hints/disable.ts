import type { PromptDocument } from './document.ts';
import type { RuleId } from './finding.ts';

/** Whether a finding of a rule is switched off where it is; an empty range stands for the whole document. */
export type Disabled = (rule: RuleId, start: number, end: number) => boolean;

const directive = /^<!--\s*prompt-tuner-(disable-next-line|disable-file|disable|enable)\b([^>]*?)-->$/;
const ruleId = /\bPT\d{2,}\b/g;

interface Area {
  /** Null for all rules. */
  readonly rule: string | null;
  readonly start: number;
  end: number;
}

/**
 * Reads the comments by which a text switches rules off: `prompt-tuner-disable PT05` from there on, up to
 * `prompt-tuner-enable`; `prompt-tuner-disable-next-line` and `prompt-tuner-disable-file`. Several ids may be named;
 * none means all. A comment in code is none.
 */
export function disabledIn({ text, mask }: Pick<PromptDocument, 'text' | 'mask'>): Disabled {
  const areas: Area[] = [];
  for (const { kind, start, end } of mask.spans) {
    if (kind !== 'comment' || mask.within(start, start + 1).some((span) => span.kind === 'code')) continue;
    const [, form, names = ''] = directive.exec(text.slice(start, end)) ?? [];
    if (form === undefined) continue;
    const named: readonly (string | null)[] = names.match(ruleId) ?? [null];
    for (const rule of named) {
      if (form === 'disable') areas.push({ rule, start: end, end: text.length });
      else if (form === 'disable-file') areas.push({ rule, start: 0, end: text.length });
      else if (form === 'disable-next-line') areas.push({ rule, ...nextLine(text, end) });
      else close(areas, rule, start);
    }
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

function nextLine(text: string, from: number): { readonly start: number; readonly end: number } {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return { start: text.length, end: text.length };
  const end = text.indexOf('\n', feed + 1);
  return { start: feed + 1, end: end === -1 ? text.length : end };
}

/** Ends what is still switched off: one rule, or all of them. */
function close(areas: readonly Area[], rule: string | null, at: number): void {
  for (const area of areas) {
    if (area.end > at && area.start > 0 && (rule === null || area.rule === rule)) area.end = at;
  }
}
