/** Loads what is too heavy for activation, each in a chunk of its own, the first time that it is needed. */

/** The function that runs a request. */
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

/** The local tokenizer. */
export async function loadTokenizer() {
  return import('../adapters/tokenizer/tokenizer.ts');
}
