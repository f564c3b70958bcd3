import { totalInputTokens, type Usage } from '../run/usage.ts';
import { type Price, type Rates, webSearchPrice } from './prices.ts';

/**
 * US dollars that a response cost, or null where a needed count or the price is unknown, or where list prices do not
 * hold (fast mode, priority tier). Cache writes count as 5-minute writes unless said otherwise.
 */
export function costOf(usage: Usage, price: Price | null, cacheLife: '5m' | '1h' = '5m'): number | null {
  const total = totalInputTokens(usage);
  if (price === null || total === null || usage.inputTokens === null || usage.outputTokens === null)
    return null;
  if (usage.speed === 'fast' || usage.serviceTier === 'priority') return null;
  const rates = ratesFor(price, total);
  const write = cacheLife === '5m' ? rates.cacheWrite5m : rates.cacheWrite1h;
  const tokens =
    usage.inputTokens * rates.input +
    (usage.cacheCreationTokens ?? 0) * write +
    (usage.cacheReadTokens ?? 0) * rates.cacheRead +
    usage.outputTokens * rates.output;
  return tokens / 1e6 + (usage.webSearchRequests ?? 0) * webSearchPrice;
}

/** US dollars that a request can cost at most without tools and caching: all input uncached, output up to `maxTokens`; null without a price. */
export function costAtMost(inputTokens: number, maxTokens: number, price: Price | null): number | null {
  if (price === null) return null;
  const rates = ratesFor(price, inputTokens);
  return (inputTokens * rates.input + maxTokens * rates.output) / 1e6;
}

/** US dollars for 1,000 runs that cost this much each. */
export function costPerThousand(cost: number | null): number | null {
  return cost === null ? null : cost * 1000;
}

function ratesFor(price: Price, inputTokens: number): Rates {
  return price.long !== null && inputTokens > price.long.overTokens ? price.long : price;
}
