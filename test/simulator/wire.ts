import type { ServerResponse } from 'node:http';
import { monotonicMs } from './clock.ts';
import type { Entry, Journal } from './journal.ts';

/** Writes one response and stamps what it writes. */
export class Wire {
  readonly entry: Entry;
  readonly #response: ServerResponse;
  readonly #journal: Journal;
  readonly #gone = new AbortController();
  #give = (_sent: boolean): void => undefined;

  constructor(response: ServerResponse, entry: Entry, journal: Journal) {
    this.entry = entry;
    this.#response = response;
    this.#journal = journal;
    response.on('close', () => {
      if (entry.endedAt === null) entry.closedAt = monotonicMs();
      this.#gone.abort();
      this.#give(false);
      journal.changed(entry);
    });
    // The other side may reset the connection at any time; `close` tells all that matters.
    response.on('error', () => undefined);
    response.socket?.setNoDelay(true);
  }

  /** Aborts when the connection is gone, whoever closed it. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Sends status and headers at once. */
  open(status: number, headers: Readonly<Record<string, string>>): void {
    this.entry.status = status;
    this.entry.headersAt = monotonicMs();
    this.#response.writeHead(status, headers);
    this.#response.flushHeaders();
    this.#journal.changed(this.entry);
  }

  /** Writes bytes and settles when they are handed over; false when the client is gone. `stamps` name the events that these bytes complete. */
  async write(
    bytes: Buffer,
    stamps: readonly { readonly event: string; readonly chars: number }[] = [],
  ): Promise<boolean> {
    if (this.gone.aborted) return false;
    const at = monotonicMs();
    const sent = await new Promise<boolean>((resolve) => {
      // A write that the connection's end overtakes may never call back.
      this.#give = resolve;
      this.#response.write(bytes, (error) => resolve(!error));
      for (const { event, chars } of stamps) this.entry.stamps.push({ at, event, chars });
    });
    this.#journal.changed(this.entry);
    return sent;
  }

  /** Ends the response as if all were well. */
  end(bytes?: Buffer): void {
    this.#response.end(bytes, () => {
      this.entry.endedAt ??= this.entry.closedAt === null ? monotonicMs() : null;
      this.#journal.changed(this.entry);
    });
  }

  /** Drops the connection: with RST, or with FIN in the middle of the response. */
  drop(fin: boolean): void {
    this.entry.endedAt = monotonicMs();
    if (fin) this.#response.socket?.destroy();
    else this.#response.socket?.resetAndDestroy();
    this.#journal.changed(this.entry);
  }
}
