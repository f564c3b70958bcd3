import { parentPort, Worker, workerData } from 'node:worker_threads';
import { findInTurns } from '../../../src/adapters/sources/findPrompts.ts';
import { keepParsed } from '../../../src/adapters/sources/keptCode.ts';
import { fallbackCatalogue } from '../../../src/core/request/catalogue.ts';

/** What the first document of a process costs, of which nothing is compiled yet: ms of processor time. */
export interface FirstOpen {
  readonly parseMs: number;
  /** Parse and search. */
  readonly ms: number;
  readonly longestTurnMs: number;
}

interface Document {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

/** Opens a document in a thread of its own, whose V8 has seen none of the code. */
export function firstOpen(document: Document): Promise<FirstOpen> {
  const worker = new Worker(new URL(import.meta.url), { workerData: document });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (parentPort !== null) parentPort.postMessage(await openInTurns(workerData as Document));

/** Parses and searches as the editor does, in turns between which it is asked whether that is still wanted. */
async function openInTurns({ path, languageId, text }: Document): Promise<FirstOpen> {
  const turns: number[] = [];
  let start = process.threadCpuUsage();
  const turnEnds = (): true => {
    const { user, system } = process.threadCpuUsage(start);
    turns.push((user + system) / 1_000);
    start = process.threadCpuUsage();
    return true;
  };
  const code = await keepParsed(languageId, text, null, turnEnds);
  turnEnds();
  const parseMs = turns.reduce((sum, ms) => sum + ms);
  if (code !== null) {
    const options = { sensitivity: 'strict', sidecar: null, models: fallbackCatalogue } as const;
    await findInTurns({ path, languageId, text, code }, options, turnEnds);
  }
  turnEnds();
  return {
    parseMs,
    ms: turns.reduce((sum, ms) => sum + ms),
    longestTurnMs: Math.max(...turns),
  };
}
