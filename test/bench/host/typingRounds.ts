/** What typing took in one round: ms from the press of each key to its edit in the extension host. */
export interface TypingRound {
  readonly hints: boolean;
  readonly times: readonly number[];
}
