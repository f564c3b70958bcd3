/** The function that runs a request, in a chunk of its own: too heavy for activation. */
export async function loadRunRequest() {
  return (await import('../adapters/claude/runRequest.ts')).runRequest;
}

/** The function that lists models. */
export async function loadListModels() {
  return (await import('../adapters/claude/listModels.ts')).listModels;
}

/** The function that counts tokens at the API. */
export async function loadCountTokens() {
  return (await import('../adapters/claude/countTokens.ts')).countTokens;
}

/** The function that tells runs of all windows of each other. */
export async function loadWatchOverlap() {
  return (await import('../adapters/overlap.ts')).watchOverlap;
}

/** What finds prompts and writes into the strings of code, in a chunk of its own: it holds the parsers. */
export async function loadSources() {
  const { findInTurns, findPrompts } = await import('../adapters/sources/findPrompts.ts');
  const { keepParsed } = await import('../adapters/sources/keptCode.ts');
  const { writtenEdits } = await import('../adapters/sources/writtenEdits.ts');
  return { findInTurns, findPrompts, keepParsed, writtenEdits };
}

/** What matches the regular expressions of assertions, for one answer. */
export async function loadMatchWithin() {
  return (await import('../adapters/matchWithin.ts')).matchWithin;
}

/** The local tokenizer, loaded once. */
export async function loadTokenizer() {
  return (await import('../adapters/tokenizer/tokenizer.ts')).loadTokenizer();
}

/** What opens the history and names its texts. */
export async function loadHistory() {
  const { openHistory } = await import('../adapters/history/openHistory.ts');
  const { textHash } = await import('../adapters/history/textHash.ts');
  return { openHistory, textHash };
}
