import { randomUUID } from 'node:crypto';
import type { Frame } from 'playwright-core';
import type { ResponsePlan } from '../../simulator/plan.ts';
import type { Stamp } from '../../simulator/record.ts';
import { answerOf, openRunWindow, type RunWindow, runKey, sentRuns } from '../../support/runWindow.ts';
import { findExtensionHost, hostUsage } from './hostProcess.ts';
import { type PageRecord, PaintProbe } from './paintProbe.ts';
import { traced } from './taskTrace.ts';

/** One streamed answer, as the server and the page saw it. */
export interface StreamRun {
  /** The text deltas as the server wrote them. */
  readonly deltas: readonly Stamp[];
  readonly page: PageRecord;
  /** The longest task of the page's main thread, be it the panel's or VS Code's: processor time, ms; null if not traced. */
  readonly longestTaskMs: number | null;
  /** CPU time of the extension host, or null where it can't be read. */
  readonly hostCpuMs: number | null;
  /** The answer as the panel has it, unformatted. */
  readonly text: string;
}

const mark = 'PROMPT_TUNER_BENCH';

/** Runs prompts in a real VS Code and watches their answers stream into the panel. */
export class StreamRuns {
  readonly #window: RunWindow;
  readonly #panel: Frame;
  readonly #probe: PaintProbe;
  readonly #host: number | null;

  private constructor(window: RunWindow, panel: Frame, probe: PaintProbe, host: number | null) {
    this.#window = window;
    this.#panel = panel;
    this.#probe = probe;
    this.#host = host;
  }

  /** Opens VS Code and makes one run, so that nothing is loaded for the first time in those that count. */
  static async open(): Promise<StreamRuns> {
    const id = randomUUID();
    const window = await openRunWindow({ env: { [mark]: id }, simulatorGivesWay: true });
    try {
      await window.simulator.script([answerOf('Warm. '.repeat(200), { gapMs: 1 })]);
      await window.workbench.openFile('triage.prompt.md');
      await window.workbench.press(runKey);
      const panel = await window.output.shows({ end: 'complete' });
      return new StreamRuns(window, panel, await PaintProbe.set(panel), findExtensionHost(mark, id));
    } catch (error) {
      await window.close();
      throw error;
    }
  }

  get origin(): string {
    return this.#window.simulator.origin;
  }

  /** Lets the next answer of the simulated Claude be this one. */
  async script(plan: ResponsePlan): Promise<void> {
    await this.#window.simulator.clear();
    await this.#window.simulator.script([plan]);
  }

  /** Runs the prompt once, and counts characters or traces tasks: both cost time. */
  async run(plan: ResponsePlan, watched: 'characters' | 'tasks'): Promise<StreamRun> {
    await this.script(plan);
    await this.#probe.begin(watched === 'characters');
    const before = this.#host === null ? null : hostUsage(this.#host).cpuMs;
    const run = async (): Promise<PageRecord> => {
      await this.#window.workbench.press(runKey);
      return await this.#probe.end();
    };
    const { result: page, longestTaskMs } =
      watched === 'tasks'
        ? await traced(this.#window.browser, this.#window.page, run)
        : { result: await run(), longestTaskMs: null };
    const after = this.#host === null ? null : hostUsage(this.#host).cpuMs;
    const [request] = await sentRuns(this.#window.simulator);
    return {
      deltas: (request?.stamps ?? []).filter(({ chars }) => chars > 0),
      page,
      longestTaskMs,
      hostCpuMs: before === null || after === null ? null : after - before,
      text: await this.#rawText(),
    };
  }

  /** Largest resident set of the extension host so far in megabytes, or null where it can't be read. */
  get hostPeakMb(): number | null {
    return this.#host === null ? null : hostUsage(this.#host).peakMb;
  }

  async close(): Promise<void> {
    await this.#window.close();
  }

  async #rawText(): Promise<string> {
    await this.#toggleRaw();
    const text = await this.#standingText('#answer pre.plain');
    await this.#toggleRaw();
    await this.#standingText('#answer .markdown');
    return text;
  }

  /** Not by a press, which would take the focus from the editor. */
  async #toggleRaw(): Promise<void> {
    await this.#panel.locator('[data-toggle-raw]').evaluate((button: HTMLElement) => button.click());
  }

  /** The text of an element once the page, which builds it over many frames, is done. */
  async #standingText(selector: string): Promise<string> {
    const element = this.#panel.locator(selector).first();
    await element.waitFor({ state: 'attached' });
    let text = '';
    for (let length = -1; length !== text.length; ) {
      length = text.length;
      await this.#panel.waitForTimeout(500);
      text = (await element.textContent()) ?? '';
    }
    return text;
  }
}
