/** Commands about runs; permanent ids. */
export const runCommandIds = [
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
  'promptTuner.showLatencyTable',
  'promptTuner.filterRuns',
  'promptTuner.exportRuns',
  'promptTuner.copyRun',
  'promptTuner.copyRunWithTexts',
  'promptTuner.linkPrompt',
  'promptTuner.measureBaseline',
  'promptTuner.clearHistory',
  'promptTuner.showLog',
  'promptTuner.openSamplePrompts',
  'promptTuner.sampleRun',
] as const;

/** Commands about hints; permanent ids. */
export const hintCommandIds = [
  'promptTuner.checkPrompt',
  'promptTuner.showHints',
  'promptTuner.fixAllHints',
  'promptTuner.applySuggestions',
  'promptTuner.clearHints',
] as const;

/** Every command that a person can call, the same list as in `package.json`. */
export const commandIds = [...runCommandIds, ...hintCommandIds] as const;

/** One of {@link runCommandIds}. */
export type RunCommandId = (typeof runCommandIds)[number];

/** One of {@link hintCommandIds}. */
export type HintCommandId = (typeof hintCommandIds)[number];

/** One of {@link commandIds}. */
export type CommandId = (typeof commandIds)[number];
