import type { Effort, Lifecycle, ModelInfo, ThinkingSupport } from './model.ts';

/** ISO date at which the table was compared with its sources. */
export const catalogueDate = '2026-11-25';

const upToHigh: readonly Effort[] = ['low', 'medium', 'high'];
const withoutExtraHigh: readonly Effort[] = ['low', 'medium', 'high', 'max'];
const everyEffort: readonly Effort[] = ['low', 'medium', 'high', 'xhigh', 'max'];

const none: ThinkingSupport = {
  supported: false,
  adaptive: false,
  budget: false,
  off: 'disabled',
  byDefault: false,
};
const budget: ThinkingSupport = {
  supported: true,
  adaptive: false,
  budget: true,
  off: 'disabled',
  byDefault: false,
};
const either: ThinkingSupport = { ...budget, adaptive: true };
const adaptive: ThinkingSupport = { ...either, budget: false };
const adaptiveByDefault: ThinkingSupport = { ...adaptive, byDefault: true };
const always: ThinkingSupport = { ...adaptiveByDefault, off: null };

interface Row {
  readonly created: string;
  readonly input: number;
  readonly output: number;
  readonly efforts: readonly Effort[];
  readonly thinking: ThinkingSupport;
  readonly lifecycle?: Lifecycle;
  readonly retires?: string;
}

const million = { input: 1_000_000, output: 128_000 };
const small = { input: 200_000, output: 64_000 };

/**
 * Sources: Models overview, model pages, Effort and Model deprecations on platform.claude.com (October 2026); type
 * `Model`, deprecation list and changelog of `@anthropic-ai/sdk` 1.13.0; captured responses for Sonnet 4.5 and Opus 5.
 */
const rows: Readonly<Record<string, Row>> = {
  'claude-fable-5-2': { created: '2026-11-09', ...million, efforts: everyEffort, thinking: always },
  'claude-mythos-5-2': { created: '2026-11-09', ...million, efforts: everyEffort, thinking: always },
  'claude-haiku-5-5': {
    created: '2026-10-07',
    ...million,
    efforts: everyEffort,
    thinking: adaptiveByDefault,
  },
  'claude-sonnet-5-5': {
    created: '2026-09-28',
    ...million,
    efforts: everyEffort,
    thinking: { ...adaptiveByDefault, off: 'between_tools', offUpTo: 'high' },
  },
  'claude-opus-5-5': { created: '2026-09-22', ...million, efforts: everyEffort, thinking: always },
  'claude-fable-5-1': { created: '2026-09-01', ...million, efforts: everyEffort, thinking: always },
  'claude-mythos-5-1': { created: '2026-09-01', ...million, efforts: everyEffort, thinking: always },
  'claude-opus-5': {
    created: '2026-07-24',
    ...million,
    efforts: everyEffort,
    thinking: { ...adaptiveByDefault, offUpTo: 'high' },
  },
  'claude-sonnet-5': {
    created: '2026-06-30',
    ...million,
    efforts: everyEffort,
    thinking: adaptiveByDefault,
  },
  'claude-fable-5': { created: '2026-06-09', ...million, efforts: everyEffort, thinking: always },
  'claude-mythos-5': { created: '2026-06-09', ...million, efforts: everyEffort, thinking: always },
  'claude-opus-4-8': { created: '2026-05-28', ...million, efforts: everyEffort, thinking: adaptive },
  'claude-opus-4-7': { created: '2026-04-16', ...million, efforts: everyEffort, thinking: adaptive },
  'claude-sonnet-4-6': { created: '2026-02-17', ...million, efforts: withoutExtraHigh, thinking: either },
  'claude-opus-4-6': { created: '2026-02-05', ...million, efforts: withoutExtraHigh, thinking: either },
  'claude-opus-4-5': {
    created: '2025-11-24',
    ...small,
    efforts: upToHigh,
    thinking: budget,
    lifecycle: 'deprecated',
    retires: '2027-01-22',
  },
  'claude-haiku-4-5': { created: '2025-10-15', ...small, efforts: [], thinking: budget },
  'claude-sonnet-4-5': {
    created: '2025-09-29',
    ...small,
    efforts: [],
    thinking: budget,
    lifecycle: 'deprecated',
    retires: '2026-11-30',
  },
  'claude-opus-4-1': retired('2025-08-05', '2026-08-05', 32_000, budget),
  'claude-opus-4': retired('2025-05-22', '2026-06-15', 32_000, budget),
  'claude-sonnet-4': retired('2025-05-22', '2026-06-15', 64_000, budget),
  'claude-3-7-sonnet': retired('2025-02-24', '2026-02-19', 64_000, budget),
  'claude-3-5-haiku': retired('2024-10-22', '2026-02-19', 8_192, none),
  'claude-3-5-sonnet': retired('2024-06-20', '2025-10-28', 8_192, none),
  'claude-3-opus': retired('2024-02-29', '2026-01-05', 4_096, none),
  'claude-3-sonnet': retired('2024-02-29', '2025-07-21', 4_096, none),
  'claude-3-haiku': retired('2024-03-13', '2026-04-20', 4_096, none),
};

/** Current, deprecated and recently retired models, newest first. */
export const catalogueTable: readonly ModelInfo[] = Object.entries(rows).map(([id, row]) => {
  const line = /fable|mythos|opus|sonnet|haiku/.exec(id)?.[0] ?? '';
  const version = /\d+(?:-\d+)?/.exec(id)?.[0].replace('-', '.') ?? '';
  return {
    id,
    name: `Claude ${line.slice(0, 1).toUpperCase()}${line.slice(1)} ${version}`,
    line,
    lifecycle: row.lifecycle ?? 'active',
    created: row.created,
    retires: row.retires ?? null,
    maxInputTokens: row.input,
    maxOutputTokens: row.output,
    efforts: row.efforts,
    thinking: row.thinking,
  };
});

function retired(created: string, retires: string, output: number, thinking: ThinkingSupport): Row {
  return { created, retires, input: 200_000, output, efforts: [], thinking, lifecycle: 'retired' };
}
