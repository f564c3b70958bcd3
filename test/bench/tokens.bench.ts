import { readFileSync } from 'node:fs';
import { loadTokenizer } from '../../src/adapters/tokenizer/tokenizer.ts';
import { type ModelFamily, modelFamily } from '../../src/core/request/modelFamily.ts';
import { noUsage } from '../../src/core/run/usage.ts';
import { type Calibration, learn, type Side, uncalibrated } from '../../src/core/tokens/calibration.ts';
import { estimateInput, estimateText } from '../../src/core/tokens/estimate.ts';
import type { TokenCounter } from '../../src/core/tokens/rawInput.ts';
import { sharedData, sharedDataAbsent } from '../support/sharedData.ts';
import { type Bench, type Figure, medianOf } from './figure.ts';

interface Pair {
  readonly model: string;
  readonly text: string;
  readonly system?: string;
  readonly tokens: number;
}

interface Errors {
  readonly uncorrected: readonly number[];
  readonly started: readonly number[];
  readonly learned: readonly number[];
}

// Shorter texts are a token or two off whatever the ratio is.
const leastTokens = 20;

/** How far the estimate is from what real responses billed, before and after it learns from them. */
export const bench: Bench = {
  name: 'tokens',
  title: 'Token estimate against billed counts',
  async run() {
    const path = sharedData('token-pairs.json');
    if (path === null) throw new Error(sharedDataAbsent);
    const pairs = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<Side, readonly Pair[]>>;
    const { count } = await loadTokenizer();
    return [
      ...figures('output, tokenizer up to 4.6', errors(pairs.output, 'output', 'old-tokenizer', count), 5),
      ...figures('output, newer tokenizer', errors(pairs.output, 'output', 'new-tokenizer', count), null),
      ...figures('input, tokenizer up to 4.6', errors(pairs.input, 'input', 'old-tokenizer', count), 10),
      ...(await speed()),
    ];
  },
};

// Each text is estimated before it is learned from, in the order of the file, as runs come to a user.
function errors(all: readonly Pair[], side: Side, family: ModelFamily, count: TokenCounter): Errors {
  const found = { uncorrected: [] as number[], started: [] as number[], learned: [] as number[] };
  let calibration = uncalibrated;
  for (const pair of all) {
    const raw = count(pair.text) + count(pair.system ?? '');
    if (modelFamily(pair.model) !== family || raw < leastTokens) continue;
    const estimate = (by: Calibration): number =>
      side === 'input'
        ? estimateInput({ raw, messages: 1 }, family, by)
        : estimateText(raw, family, by, 'output');
    const off = (estimated: number): number => (Math.abs(estimated - pair.tokens) / pair.tokens) * 100;
    found.uncorrected.push(off(raw));
    found.started.push(off(estimate(uncalibrated)));
    found.learned.push(off(estimate(calibration)));
    calibration = learn(calibration, {
      modelId: pair.model,
      usage: {
        ...noUsage,
        inputTokens: side === 'input' ? pair.tokens : null,
        outputTokens: side === 'output' ? pair.tokens : null,
      },
      input: { raw: side === 'input' ? raw : 0, messages: 1 },
      outputRaw: side === 'output' ? raw : null,
      thought: false,
      usedTools: false,
    });
  }
  return found;
}

function figures(what: string, { uncorrected, started, learned }: Errors, bar: number | null): Figure[] {
  const one = (figure: string, values: readonly number[], limit: number | null): Figure => {
    const value = Math.round(medianOf(values) * 100) / 100;
    return {
      figure: `${what}: ${figure}`,
      value,
      unit: '%',
      bar: limit,
      ok: limit === null || value <= limit,
    };
  };
  return [
    { figure: `${what}: texts`, value: uncorrected.length, unit: '', bar: null, ok: true },
    one('median error, local count as it is', uncorrected, null),
    one('median error, start ratio', started, null),
    one('median error, learned ratio', learned, bar),
  ];
}

async function speed(): Promise<Figure[]> {
  const lines = Array.from(
    { length: 5_000 },
    (_, line) => `Line ${line}: the quick brown fox, no. ${line}.\n`,
  );
  const { count } = await loadTokenizer();
  const time = (figure: string, text: string, bar: number): Figure => {
    const start = performance.now();
    count(text);
    const value = Math.round((performance.now() - start) * 10) / 10;
    return { figure, value, unit: 'ms', bar, ok: value <= bar };
  };
  const text = lines.join('');
  return [
    time('first count of 200 KB', text, 250),
    time('count of 200 KB after a keystroke', text.replace('fox', 'foxy'), 20),
    time("'a' × 100,000", 'a'.repeat(100_000), 100),
  ];
}
