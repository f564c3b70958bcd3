/** A text that a prompt can be held against. */
export interface EarlierText {
  readonly label: string;
  readonly text: string;
}

/** A way to such a text, as the quick pick lists it; null where the person gave up. */
export interface TextSource {
  readonly label: string;
  readonly description: string;
  /** What the prompt may become rather than what it was, so that it stands second. */
  readonly isLater?: true;
  readonly read: () => Promise<EarlierText | null>;
}
