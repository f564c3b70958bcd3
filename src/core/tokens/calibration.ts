import { isObject } from '../isObject.ts';
import { type ModelFamily, modelFamily } from '../request/modelFamily.ts';
import { totalInputTokens, type Usage } from '../run/usage.ts';
import { type RawInput, tokensPerMessage } from './rawInput.ts';

/** What a ratio is learned for: input and output differ, so they are kept apart. */
export type Side = 'input' | 'output';

/** The last ratios of billed to locally counted tokens, oldest first; serialisable. */
export interface Calibration {
  readonly version: 1;
  readonly ratios: Readonly<Record<ModelFamily, Readonly<Record<Side, readonly number[]>>>>;
}

/** What a finished run teaches. */
export interface ObservedRun {
  readonly modelId: string;
  readonly usage: Usage;
  readonly input: RawInput;
  /** Local count of the visible text, or null when the response did not end whole. */
  readonly outputRaw: number | null;
  /** Whether a thinking block occurred. */
  readonly thought: boolean;
  /** Whether tools were offered or used: they are billed and not counted here. */
  readonly usedTools: boolean;
}

/** Nothing learned yet. */
export const uncalibrated: Calibration = {
  version: 1,
  ratios: { 'old-tokenizer': { input: [], output: [] }, 'new-tokenizer': { input: [], output: [] } },
};

/**
 * Ratio of Claude's tokens to the local tokenizer's (cl100k) before anything is learned: medians over 237 public
 * responses to Claude 3 to 4.6 and the few to newer models.
 */
const startRatio: Readonly<Record<ModelFamily, number>> = {
  'old-tokenizer': 1.14,
  'new-tokenizer': 1.55,
};

// The start weighs as much as three runs, so that one odd run moves little and ten runs decide.
const startWeight = 3;
const kept = 32;
const leastTokens = 20;
const plausible = { least: 0.5, most: 4 };

/** Billed tokens for one locally counted token: the median of the last 32 ratios and three times the start. */
export function ratioOf(calibration: Calibration, family: ModelFamily, side: Side): number {
  const start: number[] = Array(startWeight).fill(startRatio[family]);
  const sorted = [...start, ...calibration.ratios[family][side]].toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** How many runs a ratio was learned from, at most 32. */
export function learnedFrom(calibration: Calibration, family: ModelFamily, side: Side): number {
  return calibration.ratios[family][side].length;
}

/** Learns from a finished run; texts under 20 tokens, tools, and output whose thinking share is unknown teach nothing. */
export function learn(calibration: Calibration, run: ObservedRun): Calibration {
  const family = modelFamily(run.modelId);
  const ratios = calibration.ratios[family];
  const learned = {
    input: extend(ratios.input, inputRatio(run)),
    output: extend(ratios.output, outputRatio(run)),
  };
  return { version: 1, ratios: { ...calibration.ratios, [family]: learned } };
}

/** Reads a stored calibration; anything that is not one of this version is {@link uncalibrated}. */
export function parseCalibration(stored: unknown): Calibration {
  if (!isObject(stored) || stored.version !== 1 || !isObject(stored.ratios)) return uncalibrated;
  const families = stored.ratios;
  const read = (family: ModelFamily): Record<Side, readonly number[]> => {
    const sides = families[family];
    return isObject(sides)
      ? { input: readRatios(sides.input), output: readRatios(sides.output) }
      : uncalibrated.ratios[family];
  };
  return {
    version: 1,
    ratios: { 'old-tokenizer': read('old-tokenizer'), 'new-tokenizer': read('new-tokenizer') },
  };
}

function inputRatio({ usage, input, usedTools }: ObservedRun): number | null {
  const total = totalInputTokens(usage);
  if (total === null || usedTools || usedServerTools(usage) || input.raw < leastTokens) return null;
  return (total - tokensPerMessage * input.messages) / input.raw;
}

function outputRatio({ usage, outputRaw, thought, usedTools }: ObservedRun): number | null {
  if (outputRaw === null || outputRaw < leastTokens || usedTools || usedServerTools(usage)) return null;
  if (usage.outputTokens === null || (thought && usage.thinkingTokens === null)) return null;
  return (usage.outputTokens - (usage.thinkingTokens ?? 0)) / outputRaw;
}

function usedServerTools(usage: Usage): boolean {
  return (usage.webSearchRequests ?? 0) + (usage.webFetchRequests ?? 0) > 0;
}

function extend(ratios: readonly number[], ratio: number | null): readonly number[] {
  if (ratio === null || !isPlausible(ratio)) return ratios;
  return [...ratios, Math.round(ratio * 1e4) / 1e4].slice(-kept);
}

function readRatios(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is number => typeof item === 'number' && isPlausible(item)).slice(-kept);
}

// A run outside of this did not bill the text that was counted.
function isPlausible(ratio: number): boolean {
  return ratio >= plausible.least && ratio <= plausible.most;
}
