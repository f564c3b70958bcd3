import { writeSync } from 'node:fs';
import { openTestHistory } from './historyStores.ts';
import { newRun } from './newRuns.ts';

// Run as a process: adds runs to the history of a folder, and says the id of each once it is kept.

const [folder = '', worker = '', prefix = '', count = ''] = process.argv.slice(2);

const store = await openTestHistory(folder, { worker });
await Promise.all(
  Array.from({ length: Number(count) }, async (_, i) => {
    const id = `${prefix} ${i}`;
    // Every second text is new, the others are shared; some reach over many pages.
    const text = i % 2 === 0 ? `Text of ${id}. `.repeat(1 + (i % 40) * 20) : 'A text that many runs have.';
    await store.add(newRun({ id, startedAt: i, text, key: `file:///prompt ${i % 7}.md` }));
    writeSync(1, `${id}\n`);
  }),
);
await store.close();
