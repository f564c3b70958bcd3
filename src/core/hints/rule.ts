import type { PromptKind } from '../prompt/promptDocument.ts';
import type { Paragraph, PromptDocument } from './document.ts';
import type { Finding, Insertion, RuleId, Scope, Tier } from './finding.ts';
import type { SpanKind } from './mask/span.ts';
import type { LintModel, LintOptions } from './options.ts';

/** A text and what the rule makes of it. */
export interface FixExample {
  readonly before: string;
  readonly after: string;
}

/** Texts of our own that show what a rule does; the tests hold it to them. */
export interface RuleExamples {
  /** What it changes, with this rule alone at work. */
  readonly fixes: readonly FixExample[];
  /** What it reports without an edit. */
  readonly flags: readonly string[];
  /** What it must leave alone. */
  readonly leaves: readonly string[];
  /** What the document is for these examples; a `prompt` where absent. */
  readonly kind?: PromptKind;
  /** The model that they are for; none where absent. */
  readonly model?: LintModel;
}

/** What the engine needs to know of a rule. */
export interface RuleFacts {
  readonly id: RuleId;
  /** The furthest that any of its findings goes; single findings may go less far. */
  readonly tier: Tier;
  readonly defaultOn: boolean;
  /** Kinds of documents where it stays silent. */
  readonly offFor: readonly PromptKind[];
  /** Place among hints of equal saving, highest first: 2 for what shortens the answer, 1 for structure, 0 for wording. */
  readonly rank: 0 | 1 | 2;
}

/** Facts of a rule; one of wording that is on everywhere needs no more than its id and its furthest tier. */
export function ruleFacts(
  id: RuleId,
  tier: Tier,
  { defaultOn = true, offFor = [], rank = 0 }: Partial<RuleFacts> = {},
): RuleFacts {
  return { id, tier, defaultOn, offFor, rank };
}

/** What is told of a rule; apart from the engine, which works without. */
export interface RuleText {
  readonly title: string;
  readonly why: string;
  /** What is known of its effect, with its source. */
  readonly evidence: string;
}

/** A rule as hovers see it. */
export interface RuleInfo extends RuleFacts, RuleText {}

/** A rule as `docs/rules` and tests see it. */
export interface DocumentedRule extends RuleInfo {
  readonly examples: RuleExamples;
}

/** Words and signs that an edit keeps: as many of each after it as before. */
export type Kept =
  | 'numbers'
  | 'negations'
  | 'scope'
  | 'modals'
  | 'variables'
  | 'tags'
  | 'urls'
  | 'code'
  | 'quotes';

/** What a rule proposes, before the engine checks it, counts it and settles overlaps. */
export interface Candidate {
  readonly tier: Tier;
  /** `span` where absent. */
  readonly scope?: Scope;
  readonly start: number;
  readonly end: number;
  /** What the span becomes, empty for a deletion; null for advice. */
  readonly replacement: string | null;
  readonly insertions?: readonly Insertion[];
  readonly data?: Finding['data'];
  /** The one kind of protected span that a structural rule works on; a wording rule has none. */
  readonly worksOn?: SpanKind;
  /** What a suggestion may drop here because the document says it again; never the last number, negation or scope word. */
  readonly relaxes?: readonly Kept[];
  /** The words dropped limit nothing, as in `whether or not`, so that they may be the last of their kind. */
  readonly idiom?: true;
}

/** A candidate that replaces what stands in a range, by nothing where it is empty. */
export function edit(
  tier: Tier,
  start: number,
  end: number,
  replacement: string,
  more?: Partial<Candidate>,
): Candidate {
  return { tier, start, end, replacement, ...more };
}

/** Advice on so many characters from an offset on. */
export function adviceAt(start: number, length: number, data?: Finding['data']): Candidate {
  return { tier: 'advice', start, end: start + length, replacement: null, ...(data && { data }) };
}

/** A rule that needs no more than one paragraph; offsets count from the paragraph's start. */
export interface SpanRule {
  readonly info: RuleFacts;
  /** Found in every paragraph that the rule speaks of; most have nothing of it and need no further look. */
  readonly sign: RegExp;
  /** Whether it speaks to this model; to every one where absent. */
  suits?(options: LintOptions): boolean;
  find(paragraph: Paragraph): Iterable<Candidate>;
}

/** A rule that looks at the whole document; offsets count from the document's start. */
export interface DocumentRule {
  readonly info: RuleFacts;
  find(document: PromptDocument, options: LintOptions): Iterable<Candidate>;
}
