import { hideSecrets, soughtSecrets } from '../prompt/hideSecrets.ts';
import { type SecretMask, secretMask } from '../prompt/secretMask.ts';
import type { RunEvent } from './events.ts';
import { reduceRun } from './reduceRun.ts';
import { initialRun, type RunState } from './state.ts';

type TextEvent = Extract<RunEvent, { readonly kind: 'delta' | 'block-start' }>;

/** An event and the state after it, as they may be shown and kept. */
export interface HiddenStep {
  readonly event: RunEvent;
  readonly state: RunState;
}

/**
 * Reduces the events of a run whose answer may repeat secrets. Times and counts are those of the answer as it came; its
 * texts hold the names of the secrets, also where one came in several pieces: what may become one is held back, and
 * comes with a later piece or the run's end.
 */
export function hidingRun(secrets: ReadonlyMap<string, string>): (event: RunEvent) => HiddenStep {
  const sought = soughtSecrets(secrets);
  let state = initialRun;
  let blocks: RunState['blocks'] = [];
  let masks: SecretMask[] = [];

  const grow = (position: number, text: string): string => {
    const block = state.blocks[position];
    if (block === undefined) return '';
    masks[position] ??= secretMask(sought);
    const shown = masks[position].push(text);
    blocks = state.blocks.map((other, at) => ({
      ...other,
      text: (blocks[at]?.text ?? '') + (at === position ? shown : ''),
    }));
    return shown;
  };

  const takeText = (told: TextEvent): HiddenStep => {
    const before = state.blocks;
    const bare = hideSecrets({ ...told, text: '' }, sought);
    state = reduceRun(state, { ...bare, text: told.text });
    const position = state.blocks.findLastIndex(({ index }) => index === told.index);
    // Signatures and citations are no text of their block.
    const text = state.blocks === before ? hideSecrets(told.text, sought) : grow(position, told.text);
    return { event: { ...bare, text }, state: { ...state, blocks } };
  };

  return (told) => {
    if (told.kind === 'delta' || told.kind === 'block-start') return takeText(told);
    const before = state.blocks;
    const event = hideSecrets(told, sought);
    state = reduceRun(state, event);
    if (told.kind === 'attempt-started') masks = [];
    if (state.blocks !== before) {
      const isOver = told.kind === 'ended';
      blocks = state.blocks.map((block, at) => ({
        ...block,
        text: (blocks[at]?.text ?? '') + (isOver ? (masks[at]?.flush() ?? '') : ''),
      }));
    }
    return { event, state: { ...state, blocks } };
  };
}
