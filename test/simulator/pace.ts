import { lognormal, type Random } from './distribution.ts';
import type { SimulatedModel } from './models.ts';
import type { MessagesRequest } from './request.ts';

/** How fast one run goes; milliseconds of real time. */
export interface Pace {
  readonly ttftMs: number;
  readonly tokensPerSecond: number;
}

const slowShare = 0.05;

/** Draws how long the first token takes and how fast the others follow; about one run in twenty is slow. */
export function drawPace(
  model: SimulatedModel,
  request: MessagesRequest,
  inputTokens: number,
  random: Random,
): Pace {
  const waiting =
    lognormal(random, model.ttftMs, 0.15) + inputTokens * lognormal(random, model.perInputTokenMs, 0.1);
  const queued = random() < slowShare ? lognormal(random, 2.2, 0.25) : 1;
  const speed = lognormal(random, model.tokensPerSecond, 0.07);
  const throttled = random() < slowShare ? 0.5 : 1;
  return {
    ttftMs: waiting * queued,
    tokensPerSecond: speed * throttled * (request.speed === 'fast' ? 2.5 : 1),
  };
}

const thinkingByEffort: Readonly<Record<string, number>> = {
  low: 60,
  medium: 190,
  high: 420,
  xhigh: 900,
  max: 1700,
};

/** Whether this request makes the model think. */
export function thinks(model: SimulatedModel, request: MessagesRequest): boolean {
  if (request.thinking === null) return model.thinksByDefault;
  return request.thinking.type === 'adaptive' || request.thinking.type === 'enabled';
}

/** Draws how many tokens the model thinks: by effort, by the length of the prompt, within its budget. */
export function drawThinkingTokens(request: MessagesRequest, inputTokens: number, random: Random): number {
  const usual = thinkingByEffort[request.effort ?? 'high'] ?? 420;
  const hard = Math.min(2, 0.6 + Math.sqrt(inputTokens) / 60);
  const drawn = Math.round(lognormal(random, usual * hard, 0.35));
  return Math.max(12, Math.min(drawn, request.thinking?.budget ?? drawn));
}
