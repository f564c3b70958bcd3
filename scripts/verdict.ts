import './requireNode.js';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verdictLine } from '../test/support/verdictLine.ts';

const usage = 'Usage: npm run -s verdict -- --json FILE   (one comparison a line; see docs/comparing.md)';

/** Judges every line of a file; prints one JSON line each. */
async function judgeFile(file: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    try {
      console.log(JSON.stringify(verdictLine(JSON.parse(line))));
    } catch (error) {
      console.error(`${file}:${at + 1}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 2;
    }
  }
}

try {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  if (values.json === undefined) throw new Error(usage);
  await judgeFile(values.json);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
