import type { ModelFamily } from '../request/modelFamily.ts';
import { type Calibration, ratioOf, type Side } from './calibration.ts';
import { type RawInput, tokensPerMessage } from './rawInput.ts';

/** Estimated input tokens of a request: local count × learned ratio of the model family + 8 a message; 0 for no text. */
export function estimateInput(input: RawInput, family: ModelFamily, calibration: Calibration): number {
  if (input.raw === 0) return 0;
  return Math.round(input.raw * ratioOf(calibration, family, 'input') + tokensPerMessage * input.messages);
}

/** Estimated tokens of a text by itself, such as a selection or what an edit saves: local count × learned ratio. */
export function estimateText(
  raw: number,
  family: ModelFamily,
  calibration: Calibration,
  side: Side = 'input',
): number {
  return Math.round(raw * ratioOf(calibration, family, side));
}
