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
  'promptTuner.compare',
  'promptTuner.measure',
  'promptTuner.makeFaster',
  'promptTuner.showComparison',
  'promptTuner.showLatency',
  'promptTuner.showLatencyTable',
  'promptTuner.exportRuns',
  'promptTuner.copyRun',
  'promptTuner.copyRunWithTexts',
  'promptTuner.linkPrompt',
  'promptTuner.measureBaseline',
  'promptTuner.clearHistory',
  'promptTuner.showLog',
] as const;

/** One of {@link commandIds}. */
export type CommandId = (typeof commandIds)[number];
