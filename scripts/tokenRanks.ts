import { deepStrictEqual } from 'node:assert';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { mergesOf, tokensOf } from '../src/adapters/tokenizer/rankMerges.ts';
import { projectRoot } from '../test/support/paths.ts';

const fileName = 'cl100k_base.br';

/** Reads the tokenizer's ranks from a file beside its chunk, a quarter smaller than a VSIX makes them. */
export const ranksApart: Plugin = {
  name: 'token ranks apart',
  setup(build) {
    build.onLoad({ filter: /gpt-tokenizer[\\/]esm[\\/]bpeRanks[\\/]cl100k_base\.js$/ }, () => ({
      contents: `
        import { readFileSync } from 'node:fs';
        import { brotliDecompressSync } from 'node:zlib';
        import { tokensOf } from ${JSON.stringify(join(projectRoot, 'src/adapters/tokenizer/rankMerges.ts'))};
        const file = new URL('./${fileName}', import.meta.url);
        export default tokensOf(brotliDecompressSync(readFileSync(file)));`,
    }));
  },
};

/** That file by its absolute path in `dist`. Throws when the ranks would not come out of it as they went in. */
export async function rankFile(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { default: ranks } = await import('gpt-tokenizer/bpeRanks/cl100k_base');
  const merges = mergesOf(ranks);
  deepStrictEqual(tokensOf(merges), ranks);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return new Map([[join(projectRoot, 'dist/chunks', fileName), brotliCompressSync(merges, { params })]]);
}
