import type { BlockOutput } from './blockOutput.ts';
import type { Flow } from './blocks.ts';

// Running text is parsed anew while it grows; what is longer continues as literal text.
const maxFlow = 16_000;

/** Adds text to a flow; what does not fit any more goes into its block as it is. */
export function growFlow<N>(flow: Flow<N>, text: string, output: BlockOutput<N>): void {
  const room = maxFlow - flow.text.length;
  if (!flow.full && text.length <= room) {
    flow.text += text;
    output.flow(flow);
    return;
  }
  let cut = flow.full ? 0 : room;
  if (isHighSurrogate(text.charCodeAt(cut - 1))) cut--;
  flow.text += text.slice(0, cut);
  if (!flow.full) output.flow(flow);
  flow.full = true;
  output.append(flow.node, text.slice(cut));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
