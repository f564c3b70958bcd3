import './requireNode.js';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { loadTokenizer } from '../src/adapters/tokenizer/tokenizer.ts';
import { fixAll } from '../src/core/hints/fixAll.ts';
import { lint } from '../src/core/hints/lint.ts';
import type { LintOptions } from '../src/core/hints/options.ts';
import { promptKindOf } from '../src/core/prompt/promptDocument.ts';
import type { TokenCounter } from '../src/core/tokens/rawInput.ts';

const usage = 'Usage: npm run -s hints -- [--fix safe|suggestions] --json FILE…';

/** One JSON line for each finding. */
function findingLines(file: string, text: string, options: LintOptions): void {
  for (const { rule, tier, start, end, replacement, savedTokens } of lint(text, options).findings) {
    const found = text.slice(start, end);
    console.log(JSON.stringify({ file, rule, tier, start, end, text: found, replacement, savedTokens }));
  }
}

/** One JSON line with the text before and after its fixes. */
function fixLine(
  file: string,
  text: string,
  options: LintOptions,
  tier: 'safe' | 'suggestion',
  count: TokenCounter,
): void {
  const after = fixAll(text, options, tier).text;
  const tokens = { tokensBefore: count(text), tokensAfter: count(after) };
  console.log(JSON.stringify({ file, before: text, after, ...tokens }));
}

function optionsFor(path: string, count: TokenCounter): LintOptions {
  const languageId = ['.md', '.markdown', '.mdc'].includes(extname(path).toLowerCase())
    ? 'markdown'
    : 'plaintext';
  return { kind: promptKindOf({ languageId, path }), rules: {}, model: null, count };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, fix: { type: 'string' } },
});
if (positionals.length === 0 || ![undefined, 'safe', 'suggestions'].includes(values.fix)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const { count } = await loadTokenizer();
  for (const file of positionals) {
    try {
      const text = readFileSync(file, 'utf8');
      const options = optionsFor(file, count);
      if (values.fix === undefined) findingLines(file, text, options);
      else fixLine(file, text, options, values.fix === 'safe' ? 'safe' : 'suggestion', count);
    } catch (error) {
      console.error(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 2;
    }
  }
}
