import { apiVersion } from '../../../src/adapters/claude/client.ts';
import { replayRequest } from '../../support/replayLine.ts';
import type { TimingRow } from './timingRows.ts';

/** The first text that is not empty, in the raw bytes of a stream. */
export const firstDelta = /"type":\s*"text_delta",\s*"text":\s*"[^"]/;

/** Reads an answer with `fetch` and a look for the first text, nothing else; sent is the call of `fetch`. */
export async function bareRead(origin: string): Promise<TimingRow> {
  const body = JSON.stringify({ ...replayRequest.body, stream: true });
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    'anthropic-version': apiVersion,
  };
  const sentAt = performance.now();
  const response = await fetch(`${origin}/v1/messages`, { method: 'POST', headers, body });
  const decoder = new TextDecoder();
  let firstAt: number | null = null;
  let text = '';
  if (response.body === null) throw new Error('An answer has no body.');
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const at = performance.now();
    if (firstAt !== null) continue;
    text += decoder.decode(value, { stream: true });
    if (firstDelta.test(text)) firstAt = at;
  }
  if (firstAt === null) throw new Error(`An answer has no text: ${text}`);
  return { reader: 'bare', sentAt, firstAt, ttftMs: firstAt - sentAt, approximate: true, reused: null };
}
