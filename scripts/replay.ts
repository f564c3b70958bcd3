import './requireNode.js';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replayLine } from '../test/support/replayLine.ts';
import { replayServer } from '../test/support/replayServer.ts';

/** Replays every `.sse` file of a folder through the real adapter over loopback HTTP; prints one JSON line a file. */
async function replay(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sse')).sort();
  if (files.length === 0) throw new Error('there is no .sse file in it');
  const server = await replayServer();
  try {
    for (const file of files) {
      server.next(await readFile(join(folder, file)));
      console.log(JSON.stringify(await replayLine(file, server.origin)));
    }
  } finally {
    await server.close();
  }
}

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0) {
  console.error('Usage: npm run -s replay -- DIR   (a folder with .sse files)');
  process.exitCode = 2;
} else {
  try {
    await replay(folder);
  } catch (error) {
    console.error(`Cannot replay ${folder}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
