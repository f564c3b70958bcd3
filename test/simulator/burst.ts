import type { Answer } from './compose.ts';
import { type PlannedEvent, planned } from './events.ts';
import { messageOf, usageAtEnd, usageAtStart } from './message.ts';

const line =
  'The queue drains evenly while **measurements** arrive – one after the other, `n` at a time, and nothing is lost.';

/** The text of a burst: Markdown paragraphs with numbered sentences, exactly `length` characters. */
export function burstText(length: number): string {
  let text = '';
  for (let count = 1; text.length < length; count++) {
    text += `${count}. ${line}${count % 5 === 0 ? '\n\n' : ' '}`;
  }
  return text.slice(0, length);
}

/** A stream of many small deltas; `gapMs` before each after the first. */
export function* burstEvents(
  answer: Answer,
  text: string,
  charsPerDelta: number,
  gapMs: number,
): Generator<PlannedEvent> {
  const message = { ...messageOf(answer), content: [], stop_reason: null };
  yield planned(0, 'message_start', { message: { ...message, usage: usageAtStart(answer) } });
  yield planned(0, 'content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
  for (let from = 0; from < text.length; from += charsPerDelta) {
    const piece = text.slice(from, from + charsPerDelta);
    const delta = { type: 'text_delta', text: piece };
    yield planned(from === 0 ? 0 : gapMs, 'content_block_delta', { index: 0, delta }, piece.length);
  }
  yield planned(0, 'content_block_stop', { index: 0 });
  const delta = { stop_reason: 'end_turn', stop_sequence: null, stop_details: null };
  yield planned(0, 'message_delta', { delta, usage: usageAtEnd(answer) });
  yield planned(0, 'message_stop', {});
}
