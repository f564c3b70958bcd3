/** Every command that a person can call; permanent ids, the same list as in `package.json`. */
export const commandIds = [
  'promptTuner.run',
  'promptTuner.runLast',
  'promptTuner.stop',
  'promptTuner.showOutput',
  'promptTuner.selectModel',
  'promptTuner.setApiKey',
  'promptTuner.clearApiKey',
  'promptTuner.countTokens',
  'promptTuner.preview',
  'promptTuner.showLog',
] as const;

/** One of {@link commandIds}. */
export type CommandId = (typeof commandIds)[number];
