/** Id of a rule, such as `PT01`; used in settings, comments and records, so permanent. */
export type RuleId = `PT${string}`;

/** How far a rule may go: in Fix All, one click each, or no edit at all. */
export type Tier = 'safe' | 'suggestion' | 'advice';

/** What a finding is about: words at a place, or the whole document, which draws no squiggle. */
export type Scope = 'span' | 'document';

/** A text that an advice offers to put into the document, such as a limit of the answer's length. */
export interface Insertion {
  /** Which of the rule's offers it is, such as `sentences`. */
  readonly id: string;
  /** UTF-16 offset. */
  readonly at: number;
  readonly text: string;
}

/** What a rule reports: facts, no sentences. Offsets count UTF-16 units of the document, end exclusive. */
export interface Finding {
  readonly rule: RuleId;
  readonly tier: Tier;
  readonly scope: Scope;
  readonly start: number;
  readonly end: number;
  /** What the span becomes, empty for a deletion; null where the rule has no edit of its own. */
  readonly replacement: string | null;
  /** Offers of an advice; empty for most. */
  readonly insertions: readonly Insertion[];
  /** Raw tokens of the local tokenizer that the edit saves, counted on the text before and after; 0 without an edit. */
  readonly savedTokens: number;
  /** Facts for the sentence that tells of it, by the rule's own names. */
  readonly data: Readonly<Record<string, string | number>>;
}
