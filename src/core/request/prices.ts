import { isObject } from '../isObject.ts';
import { aliasOf } from './modelId.ts';

/** US dollars per million tokens. */
export interface Rates {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

/** The price of a model; a prompt of more than `long.overTokens` input tokens is billed by `long` as a whole. */
export interface Price extends Rates {
  readonly long: (Rates & { readonly overTokens: number }) | null;
}

/** Prices of the person's own, by model id or by a prefix of ids. */
export type PriceOverrides = Readonly<Record<string, Price>>;

/** ISO date at which the prices were compared with their source. */
export const pricesDate = '2026-11-23';

/** US dollars for one web search ($10 per 1,000, web search tool page on platform.claude.com). */
export const webSearchPrice = 0.01;

// Pricing and model pages on platform.claude.com: cache reads cost a tenth of the input except where a row says
// otherwise, cache writes 1.25 times (5 minutes) or twice (1 hour) the input.
const table: Readonly<Record<string, Price>> = {
  'claude-fable-5-2': price(8, 40, { cacheRead: 0.2 }),
  'claude-fable-5-1': price(10, 50, { cacheRead: 0.25 }),
  'claude-mythos-5-1': price(10, 50, { cacheRead: 0.25 }),
  'claude-fable-5': price(10, 50),
  'claude-mythos-5': price(10, 50),
  'claude-opus-5-5': price(4, 20, { cacheRead: 0.2 }),
  'claude-opus-5': price(5, 25),
  'claude-opus-4-8': price(5, 25),
  'claude-opus-4-7': price(5, 25),
  'claude-opus-4-6': price(5, 25),
  'claude-opus-4-5': price(5, 25),
  'claude-sonnet-5-5': price(2, 10, { cacheRead: 0.1 }),
  'claude-sonnet-5': price(2, 10),
  'claude-sonnet-4-6': price(3, 15),
  'claude-sonnet-4-5': price(3, 15),
  'claude-haiku-5-5': price(0.1, 0.5, {}, { overTokens: 100_000, ...rates(0.5, 2.5) }),
  'claude-haiku-4-5': price(1, 5),
};

/** The price of a model: the override for its id, else for its longest prefix, else the table; null when unknown. */
export function priceOf(modelId: string, overrides: PriceOverrides = {}): Price | null {
  const key = Object.keys(overrides)
    .filter((prefix) => covers(prefix, modelId))
    .toSorted((a, b) => b.length - a.length)[0];
  const own = key === undefined ? undefined : overrides[key];
  const alias = aliasOf(modelId);
  return own ?? (Object.hasOwn(table, alias) ? table[alias] : undefined) ?? null;
}

// `claude-opus-5` means that version and its snapshots, never `claude-opus-5-5`.
function covers(prefix: string, modelId: string): boolean {
  if (!modelId.startsWith(prefix)) return false;
  return !(/\d$/.test(prefix) && /^[-.]?\d{1,2}(?!\d)/.test(modelId.slice(prefix.length)));
}

/** Why an entry of the prices setting is not used. */
export interface PriceProblem {
  readonly key: string;
  readonly reason: 'not-an-object' | 'input-missing' | 'output-missing' | 'not-a-price';
}

/** Reads the prices setting `{ "<model id or prefix>": { "input": 1, "output": 5 } }`; entries that make no sense are reported. */
export function parsePriceOverrides(setting: unknown): {
  readonly overrides: PriceOverrides;
  readonly problems: readonly PriceProblem[];
} {
  const overrides: Record<string, Price> = {};
  const problems: PriceProblem[] = [];
  if (!isObject(setting)) return { overrides, problems };
  for (const [key, value] of Object.entries(setting)) {
    const read = readPrice(value);
    if (typeof read === 'string') problems.push({ key, reason: read });
    else overrides[key] = read;
  }
  return { overrides, problems };
}

function readPrice(value: unknown): Price | PriceProblem['reason'] {
  if (!isObject(value)) return 'not-an-object';
  const { input, output } = value;
  if (input === undefined) return 'input-missing';
  if (output === undefined) return 'output-missing';
  if (!isAmount(input) || !isAmount(output)) return 'not-a-price';
  const more: Partial<Record<keyof Rates, number>> = {};
  for (const name of ['cacheRead', 'cacheWrite5m', 'cacheWrite1h'] as const) {
    const amount = value[name];
    if (amount === undefined) continue;
    if (!isAmount(amount)) return 'not-a-price';
    more[name] = amount;
  }
  return price(input, output, more);
}

function price(input: number, output: number, more: Partial<Rates> = {}, long: Price['long'] = null): Price {
  return { ...rates(input, output), ...more, long };
}

function rates(input: number, output: number): Rates {
  return { input, output, cacheRead: input / 10, cacheWrite5m: input * 1.25, cacheWrite1h: input * 2 };
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
