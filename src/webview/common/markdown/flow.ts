import { fittingLength } from '../fittingLength.ts';
import type { BlockOutput } from './blockOutput.ts';
import type { Flow } from './blocks.ts';

// Running text is parsed anew while it grows; what is longer continues as literal text.
const maxFlow = 16_000;

/** Adds text to a flow; what does not fit any more goes into its block as it is. */
export function growFlow<N>(flow: Flow<N>, text: string, output: BlockOutput<N>): void {
  const cut = flow.full ? 0 : fittingLength(text, maxFlow - flow.text.length);
  if (!flow.full) {
    flow.text += text.slice(0, cut);
    output.flow(flow);
  }
  if (cut === text.length) return;
  flow.full = true;
  output.append(flow.node, text.slice(cut));
}
