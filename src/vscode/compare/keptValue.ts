/** A value of an arm that was put somewhere. */
export interface KeptValue {
  /** Where, in words. */
  readonly where: string;
  /** Takes it back. */
  readonly undo: () => Promise<void>;
}
