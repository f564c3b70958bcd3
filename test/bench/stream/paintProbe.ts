import type { Frame } from 'playwright-core';

/** What was seen of the answer in one frame. */
export interface Paint {
  /** CLOCK_MONOTONIC in milliseconds, when the page had handed the frame to the compositor. */
  readonly at: number;
  /** Characters of the answer other than white space; 0 when they are not counted. */
  readonly characters: number;
}

/** What the page went through since the probe was set. */
export interface PageRecord {
  readonly paints: readonly Paint[];
  /** Durations of the tasks of 50 ms and more, in milliseconds. */
  readonly longTasks: readonly number[];
  /** The same of the pages around the panel, whose thread it shares in a browser (not on a desktop). */
  readonly workbenchTasks: readonly number[];
  /** JavaScript heap of the page with the whole answer on it, in bytes. */
  readonly heap: number;
}

interface Probe {
  paints: Paint[];
  longTasks: number[];
  workbenchTasks: number[];
  counts: boolean;
}

interface ProbedWindow {
  probe?: Probe;
}

/** Watches when the answer of a panel is painted, from outside of the product. */
export class PaintProbe {
  readonly #frame: Frame;
  readonly #offset: number;

  private constructor(frame: Frame, offset: number) {
    this.#frame = frame;
    this.#offset = offset;
  }

  /** Sets the probe in the frame of the panel, whose answer must be on the page. */
  static async set(frame: Frame): Promise<PaintProbe> {
    await frame.evaluate(install);
    return new PaintProbe(frame, await clockOffset(frame));
  }

  /** Forgets what was seen; `counts` makes the probe count characters, which costs the page time. */
  async begin(counts: boolean): Promise<void> {
    await this.#frame.evaluate((wanted) => {
      Object.assign((window as ProbedWindow).probe ?? {}, {
        paints: [],
        longTasks: [],
        workbenchTasks: [],
        counts: wanted,
      });
    }, counts);
  }

  /** What was seen, once the run has ended and the answer has stood still for half a second. */
  async end(): Promise<PageRecord> {
    await this.#frame.waitForFunction(
      () => {
        const last = (window as ProbedWindow).probe?.paints.at(-1)?.at ?? 0;
        return document.body.dataset.phase === 'ended' && last > 0 && performance.now() - last > 500;
      },
      undefined,
      { timeout: 120_000, polling: 200 },
    );
    const seen = await this.#frame.evaluate(() => {
      const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
      const { probe } = window as ProbedWindow;
      return probe === undefined ? null : { ...probe, heap: memory?.usedJSHeapSize ?? 0 };
    });
    if (seen === null) throw new Error('The panel was loaded anew.');
    return { ...seen, paints: seen.paints.map((paint) => ({ ...paint, at: paint.at + this.#offset })) };
  }
}

function install(): void {
  const probe: Probe = { paints: [], longTasks: [], workbenchTasks: [], counts: false };
  (window as ProbedWindow).probe = probe;
  const answer = document.querySelector('#answer');
  if (answer === null) throw new Error('There is no answer to watch.');
  const { port1, port2 } = new MessageChannel();
  let characters = 0;
  // The page changes inside a frame callback; a message sent then arrives right after that frame.
  port2.onmessage = () => {
    probe.paints.push({ at: performance.now(), characters });
  };
  new MutationObserver(() => {
    if (probe.counts) characters = (answer.textContent ?? '').replace(/\s+/g, '').length;
    port1.postMessage(null);
  }).observe(answer, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => {
    // A task is named after the frame whose script ran; one of several frames, or of none, counts as the panel's.
    for (const { name, duration } of list.getEntries()) {
      (name.endsWith('-ancestor') ? probe.workbenchTasks : probe.longTasks).push(duration);
    }
  }).observe({ type: 'longtask' });
}

/** What has to be added to the page's clock; of many round trips the shortest one tells it best. */
async function clockOffset(frame: Frame): Promise<number> {
  let best = { took: Number.POSITIVE_INFINITY, offset: 0 };
  for (let round = 0; round < 50; round++) {
    const before = monotonic();
    const there = await frame.evaluate(() => performance.now());
    const took = monotonic() - before;
    if (took < best.took) best = { took, offset: before + took / 2 - there };
  }
  return best.offset;
}

function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
