import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** For how long its thread ran, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const categories = ['__metadata', 'disabled-by-default-devtools.timeline'];

/** What a piece of work came to, and what it took of the main threads. */
export interface Traced<T> {
  readonly result: T;
  /**
   * The longest task of the main threads of the browser's pages in milliseconds of processor time: for how long the
   * thread ran, not for how long it waited for its turn.
   */
  readonly longestTaskMs: number;
}

/** Does something while Chromium traces its tasks. */
export async function traced<T>(browser: Browser, page: Page, work: () => Promise<T>): Promise<Traced<T>> {
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  let result: T;
  try {
    result = await work();
  } finally {
    trace = await browser.stopTracing();
  }
  return { result, longestTaskMs: longestTask(JSON.parse(trace.toString())) };
}

function longestTask({ traceEvents }: { readonly traceEvents: readonly TraceEvent[] }): number {
  const mainThreads = new Set(traceEvents.filter(namesMainThread).map(threadOf));
  const tasks = traceEvents.filter(
    (event) => event.name === 'RunTask' && event.ph === 'X' && mainThreads.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error('Chromium traced no task of a main thread.');
  return tasks.reduce((longest, { tdur = Number.NaN }) => Math.max(longest, tdur), 0) / 1_000;
}

function namesMainThread({ name, args }: TraceEvent): boolean {
  return name === 'thread_name' && args.name === 'CrRendererMain';
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
