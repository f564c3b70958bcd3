import { metricsOf } from '../run/metrics.ts';
import type { RunRecord } from '../run/record.ts';
import { noUsage, totalInputTokens } from '../run/usage.ts';
import type { ArmRun } from './comparison.ts';
import type { RunStep } from './conduct.ts';

/**
 * What a comparison looks at of a finished run.
 * @param cost US dollars; null where unknown
 * @throws Error where the run has not ended
 */
export function armRunOf(
  { id, state, assertions }: RunRecord,
  { arm, block }: RunStep,
  cost: number | null,
): ArmRun {
  const { endState, attempts, usageFinal } = state;
  if (endState === null) throw new Error('A run that has not ended counts nowhere.');
  const { ttltMs, firstTextMs, ttftMs, otps } = metricsOf(state);
  const failed = assertions?.flatMap(({ fault }, assertion) =>
    fault === null ? [] : [{ assertion, fault }],
  );
  const usage = usageFinal ? state.usage : noUsage;
  return {
    id,
    arm,
    block,
    attempts: attempts.length,
    endState,
    cacheReadTokens: state.usage.cacheReadTokens,
    assertionsHold: failed === undefined || failed.length === 0,
    ...(failed === undefined ? {} : { failedAssertions: failed }),
    numbers: {
      ttlt: ttltMs,
      'first-text': firstTextMs,
      ttft: ttftMs,
      otps,
      'input-tokens': totalInputTokens(usage),
      'output-tokens': usage.outputTokens,
      cost,
    },
  };
}
