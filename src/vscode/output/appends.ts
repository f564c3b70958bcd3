import type { BlockKind, RunEvent } from '../../core/run/events.ts';
import type { Block, RunState } from '../../core/run/state.ts';
import type { AppendView, BlockView } from '../../webview/protocol.ts';

/** What an event added to the answer, from the states before and after it; null for nothing. */
export function appendOf(before: RunState, after: RunState, event: RunEvent): AppendView | null {
  if (after.blocks.length > before.blocks.length) {
    const position = after.blocks.length - 1;
    const block = after.blocks[position] as Block;
    return { position, create: { kind: viewKind(block.kind), name: block.name }, text: block.text };
  }
  if (event.kind !== 'delta' || event.text === '' || after.blocks === before.blocks) return null;
  const position = after.blocks.findLastIndex((block) => block.index === event.index);
  return { position, create: null, text: event.text };
}

/** The pieces in order, neighbours of the same block joined. */
export function joinAppends(appends: readonly AppendView[]): readonly AppendView[] {
  const joined: { position: number; create: AppendView['create']; texts: string[] }[] = [];
  for (const { position, create, text } of appends) {
    const last = joined.at(-1);
    if (create === null && last?.position === position) last.texts.push(text);
    else joined.push({ position, create, texts: [text] });
  }
  return joined.map(({ position, create, texts }) => ({ position, create, text: texts.join('') }));
}

/** The answer as far as it has come. */
export function blockViews(state: RunState): readonly BlockView[] {
  return state.blocks.map(({ kind, name, text }) => ({ kind: viewKind(kind), name, text }));
}

function viewKind(kind: BlockKind): BlockView['kind'] {
  switch (kind) {
    case 'text':
    case 'thinking':
      return kind;
    case 'redacted-thinking':
      return 'thinking';
    case 'tool-use':
    case 'server-tool-use':
      return 'tool';
    case 'other':
      return 'other';
  }
}
