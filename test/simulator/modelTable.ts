import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';

/** An effort level. */
export type Level = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** A value of `thinking.type`. */
export type ThinkingType = 'adaptive' | 'between_tools' | 'disabled' | 'enabled';

/** A model in short. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly line: NonNullable<ModelInfo['line']>;
  readonly generation: number;
  readonly released: string;
  readonly aliases?: readonly string[];
  readonly deprecated?: string;
  readonly retires?: string;
  readonly retired?: boolean;
  readonly context: number;
  readonly output: number;
  readonly efforts: readonly Level[];
  readonly thinking: readonly ThinkingType[];
  /** Milliseconds to the first content, milliseconds an input token, tokens a second. */
  readonly pace: readonly [ttftMs: number, perInputTokenMs: number, tokensPerSecond: number];
}

const all: readonly Level[] = ['low', 'medium', 'high', 'xhigh', 'max'];
const million = 1_000_000;

// Release dates: changelog of the SDK. Paces are our own, chosen to be plausible.
/** All models, the newest first. */
export const rows: readonly Row[] = [
  {
    id: 'claude-fable-5-2',
    name: 'Claude Fable 5.2',
    line: 'fable',
    generation: 5.5,
    released: '2026-11-09',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive'],
    pace: [1350, 0.16, 62],
  },
  {
    id: 'claude-haiku-5-5',
    name: 'Claude Haiku 5.5',
    line: 'haiku',
    generation: 5.5,
    released: '2026-10-07',
    context: 400_000,
    output: 64_000,
    efforts: all,
    thinking: ['adaptive', 'disabled'],
    pace: [480, 0.025, 158],
  },
  {
    id: 'claude-sonnet-5-5',
    name: 'Claude Sonnet 5.5',
    line: 'sonnet',
    generation: 5.5,
    released: '2026-09-28',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive', 'between_tools'],
    pace: [720, 0.06, 92],
  },
  {
    id: 'claude-opus-5-5',
    name: 'Claude Opus 5.5',
    line: 'opus',
    generation: 5.5,
    released: '2026-09-22',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive'],
    pace: [1020, 0.1, 74],
  },
  {
    id: 'claude-opus-5',
    name: 'Claude Opus 5',
    line: 'opus',
    generation: 5,
    released: '2026-07-24',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive', 'disabled'],
    pace: [1180, 0.11, 66],
  },
  {
    id: 'claude-sonnet-5',
    name: 'Claude Sonnet 5',
    line: 'sonnet',
    generation: 5,
    released: '2026-06-30',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive', 'disabled'],
    pace: [810, 0.07, 82],
  },
  {
    id: 'claude-fable-5',
    name: 'Claude Fable 5',
    line: 'fable',
    generation: 5,
    released: '2026-06-09',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive'],
    pace: [1600, 0.2, 54],
  },
  {
    id: 'claude-opus-4-8',
    name: 'Claude Opus 4.8',
    line: 'opus',
    generation: 4.8,
    released: '2026-05-28',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive', 'disabled'],
    pace: [1260, 0.12, 60],
  },
  {
    id: 'claude-opus-4-7',
    name: 'Claude Opus 4.7',
    line: 'opus',
    generation: 4.7,
    released: '2026-04-16',
    context: million,
    output: 128_000,
    efforts: all,
    thinking: ['adaptive', 'disabled'],
    pace: [1300, 0.12, 58],
  },
  {
    id: 'claude-sonnet-4-6',
    name: 'Claude Sonnet 4.6',
    line: 'sonnet',
    generation: 4.6,
    released: '2026-02-17',
    context: million,
    output: 64_000,
    efforts: ['low', 'medium', 'high', 'max'],
    thinking: ['adaptive', 'disabled', 'enabled'],
    pace: [900, 0.08, 72],
  },
  {
    id: 'claude-opus-4-6',
    name: 'Claude Opus 4.6',
    line: 'opus',
    generation: 4.6,
    released: '2026-02-05',
    context: million,
    output: 128_000,
    efforts: ['low', 'medium', 'high', 'max'],
    thinking: ['adaptive', 'disabled', 'enabled'],
    pace: [1400, 0.13, 55],
  },
  {
    id: 'claude-opus-4-5-20251101',
    name: 'Claude Opus 4.5',
    line: 'opus',
    generation: 4.5,
    released: '2025-11-24',
    aliases: ['claude-opus-4-5'],
    deprecated: '2026-11-23',
    retires: '2027-01-22',
    context: 200_000,
    output: 64_000,
    efforts: ['low', 'medium', 'high'],
    thinking: ['disabled', 'enabled'],
    pace: [1450, 0.13, 54],
  },
  {
    id: 'claude-haiku-4-5-20251001',
    name: 'Claude Haiku 4.5',
    line: 'haiku',
    generation: 4.5,
    released: '2025-10-15',
    aliases: ['claude-haiku-4-5'],
    context: 200_000,
    output: 64_000,
    efforts: [],
    thinking: ['disabled', 'enabled'],
    pace: [620, 0.035, 118],
  },
  {
    id: 'claude-sonnet-4-5-20250929',
    name: 'Claude Sonnet 4.5',
    line: 'sonnet',
    generation: 4.5,
    released: '2025-09-29',
    aliases: ['claude-sonnet-4-5'],
    deprecated: '2026-09-30',
    retires: '2026-11-30',
    context: 200_000,
    output: 64_000,
    efforts: [],
    thinking: ['disabled', 'enabled'],
    pace: [980, 0.09, 64],
  },
  {
    id: 'claude-opus-4-1-20250805',
    name: 'Claude Opus 4.1',
    line: 'opus',
    generation: 4.1,
    released: '2025-08-05',
    aliases: ['claude-opus-4-1'],
    deprecated: '2026-06-05',
    retires: '2026-08-05',
    retired: true,
    context: 200_000,
    output: 32_000,
    efforts: [],
    thinking: ['disabled', 'enabled'],
    pace: [1700, 0.15, 42],
  },
];
