/** One event of a server-sent event stream that carried data. */
export interface SseEvent {
  /** The `event:` field, or null where a gateway leaves it out. */
  readonly name: string | null;
  readonly data: string;
}

/** Reads a stream piece by piece; the work is linear in the bytes, however they are cut. */
export interface SseParser {
  /** The events that these bytes complete. */
  push(bytes: Uint8Array): readonly SseEvent[];
  /** What the end of the stream completes: a last event whose blank line is missing counts. */
  end(): readonly SseEvent[];
}

/**
 * A tolerant reader of `text/event-stream` (WHATWG HTML, section 9.2): any line end, a byte order mark, comments,
 * data of several lines, pieces cut inside a character or a CRLF. Unlike the standard it keeps an unfinished last event.
 */
export function createSseParser(): SseParser {
  const decoder = new TextDecoder();
  let partial = '';
  let afterCarriageReturn = false;
  let name: string | null = null;
  let data: string | null = null;

  function line(text: string, events: SseEvent[]): void {
    if (text === '') {
      dispatch(events);
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const start = text.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1;
    const value = colon < 0 ? '' : text.slice(start);
    if (field === 'data') data = data === null ? value : `${data}\n${value}`;
    else if (field === 'event') name = value;
  }

  function dispatch(events: SseEvent[]): void {
    if (data !== null && data !== '') events.push({ name, data });
    name = null;
    data = null;
  }

  function scan(text: string): SseEvent[] {
    const events: SseEvent[] = [];
    let start = 0;
    if (afterCarriageReturn && text !== '') {
      if (text.startsWith('\n')) start = 1;
      afterCarriageReturn = false;
    }
    let feed = text.indexOf('\n', start);
    let carriage = text.indexOf('\r', start);
    while (feed >= 0 || carriage >= 0) {
      const atCarriage = carriage >= 0 && (feed < 0 || carriage < feed);
      const end = atCarriage ? carriage : feed;
      // The unfinished line is only ever appended to, never searched again: that keeps tiny pieces linear.
      line(partial + text.slice(start, end), events);
      partial = '';
      start = end + 1;
      if (atCarriage) {
        if (start === text.length) afterCarriageReturn = true;
        else if (text.charCodeAt(start) === 10) start += 1;
        carriage = text.indexOf('\r', start);
      }
      if (feed >= 0 && feed < start) feed = text.indexOf('\n', start);
    }
    partial += text.slice(start);
    return events;
  }

  return {
    push: (bytes) => scan(decoder.decode(bytes, { stream: true })),
    end() {
      const events = scan(decoder.decode());
      if (partial !== '') line(partial, events);
      partial = '';
      dispatch(events);
      return events;
    },
  };
}
