/** An event inside recorded bytes. */
export interface RecordedEvent {
  readonly event: string;
  readonly chars: number;
  /** Offset after its blank line, or the end of the bytes. */
  readonly end: number;
}

function countedChars(json: string): { event: string; chars: number } | null {
  try {
    const data = JSON.parse(json);
    const delta = data.delta ?? data.content_block ?? {};
    const text =
      [delta.text, delta.thinking, delta.partial_json].find((part) => typeof part === 'string') ?? '';
    return { event: String(data.type), chars: text.length };
  } catch {
    return null;
  }
}

/** Finds the events of a recorded stream: blocks between blank lines that have data; comments are none. */
export function recordedEvents(bytes: Buffer): readonly RecordedEvent[] {
  // One character a byte, so that offsets in the text are offsets in the bytes.
  const text = bytes.toString('latin1');
  const events: RecordedEvent[] = [];
  let from = 0;
  const blank = /\r\n\r\n|\n\n|\r\r/g;
  while (from < text.length) {
    const match = blank.exec(text);
    const end = match === null ? text.length : match.index + match[0].length;
    const lines = bytes
      .subarray(from, end)
      .toString('utf8')
      .split(/\r\n|\n|\r/);
    const data = lines
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5))
      .join('\n');
    const name = lines
      .findLast((line) => line.startsWith('event:'))
      ?.slice(6)
      .trim();
    if (data !== '') {
      const read = countedChars(data);
      events.push({ event: name ?? read?.event ?? 'message', chars: read?.chars ?? 0, end });
    }
    from = end;
  }
  return events;
}
