import type { RunRecord } from '../../core/run/record.ts';
import type { OutputController } from '../output/outputController.ts';
import type { Hints } from './hints.ts';

/** Tells the strongest hint for the prompt of a finished run, as long as that run is shown: its button stands there alone. */
export async function showHint(
  record: RunRecord,
  output: Pick<OutputController, 'record' | 'update'>,
  hints: Pick<Hints, 'side'>,
): Promise<void> {
  const isShown = () => output.record?.id === record.id;
  if (!isShown()) return;
  const { runHints } = await hints.side();
  const hint = await runHints.after(record);
  if (isShown()) output.update({ hint });
}
