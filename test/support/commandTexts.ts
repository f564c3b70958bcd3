import type { CommandId } from '../../src/vscode/commandIds.ts';

/** What each command does, as the table of `README.md` says it. */
export const commandTexts: Readonly<Record<CommandId, string>> = {
  'promptTuner.run': 'runs the selection, the prompt under the cursor, or the prompt document',
  'promptTuner.runLast': 'runs the last prompt with the text that stands there now',
  'promptTuner.stop':
    'closes the connection and keeps what had arrived; `Escape` does so too while the panel has the focus',
  'promptTuner.showOutput': 'opens the panel and gives it the focus',
  'promptTuner.selectModel':
    'picks the model of all prompts that name none; the panel’s model chip picks it for one prompt',
  'promptTuner.setApiKey': 'asks for a key, checks it, keeps it for the current address',
  'promptTuner.clearApiKey': 'forgets the key of the current address',
  'promptTuner.countTokens': 'has the API count the prompt’s request; free of charge',
  'promptTuner.preview': 'shows the request that a run would send, and follows the prompt; sends nothing',
  'promptTuner.compare':
    'plans a comparison of the prompt with an earlier text, another model or another parameter',
  'promptTuner.measure': 'plans several runs of the prompt as it stands',
  'promptTuner.makeFaster': 'tells what could make the shown run faster, by the time that each touches',
  'promptTuner.showComparison': 'opens an earlier comparison',
  'promptTuner.showLatencyTable':
    'opens the medians of the prompt, or of all prompts, as a read-only Markdown document',
  'promptTuner.filterRuns': 'narrows the list of runs by model, end or time',
  'promptTuner.exportRuns': 'writes the listed runs into a CSV, JSON Lines or Markdown file; numbers only',
  'promptTuner.copyRun': 'copies the shown run: numbers, parameters, date, commit, prompt hash',
  'promptTuner.copyRunWithTexts': 'copies the same with both texts',
  'promptTuner.linkPrompt':
    'joins the history of a prompt with an earlier one, such as before it was moved outside of VS Code',
  'promptTuner.measureBaseline': 'measures what remains of a model’s latency without input and output',
  'promptTuner.clearHistory': 'deletes all runs for good',
  'promptTuner.showLog': 'opens the extension’s log',
  'promptTuner.openSamplePrompts':
    'opens three prompts to try, copied into the extension’s own storage; what you change in them stays',
  'promptTuner.sampleRun': 'plays a recorded run in the panel; needs no key and sends nothing',
  'promptTuner.checkPrompt': 'gives any text, or a selection of it, the hints that prompt files get',
  'promptTuner.showHints': 'lists all hints of the document',
  'promptTuner.fixAllHints': 'applies every safe fix, with one undo',
  'promptTuner.applySuggestions': 'shows the text before and after all suggestions, then applies them',
  'promptTuner.clearHints': 'takes away the hints of *Check Prompt for Verbosity*',
};
