import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { projectRoot } from './paths.ts';

const fileName = 'cl100k_base.br';

/** Reads the tokenizer's ranks from a file beside its chunk, which Brotli makes a fifth smaller than a VSIX does. */
export const ranksApart: Plugin = {
  name: 'token ranks apart',
  setup(build) {
    build.onLoad({ filter: /gpt-tokenizer[\\/]esm[\\/]bpeRanks[\\/]cl100k_base\.js$/ }, () => ({
      contents: `
        import { readFileSync } from 'node:fs';
        import { brotliDecompressSync } from 'node:zlib';
        const file = new URL('./${fileName}', import.meta.url);
        export default JSON.parse(brotliDecompressSync(readFileSync(file)).toString());`,
    }));
  },
};

/** That file by its absolute path in `dist`. */
export async function rankFile(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { default: ranks } = await import('gpt-tokenizer/bpeRanks/cl100k_base');
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const bytes = brotliCompressSync(JSON.stringify(ranks), { params });
  return new Map([[join(projectRoot, 'dist/chunks', fileName), bytes]]);
}
