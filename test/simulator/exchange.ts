import type { IncomingMessage, ServerResponse } from 'node:http';
import { drawId, seeded } from './distribution.ts';
import { type ApiError, errorBody } from './errors.ts';
import { apiHeaders } from './headers.ts';
import type { ErrorPlan } from './plan.ts';
import type { State } from './state.ts';
import { Wire } from './wire.ts';

/** One request with the means to answer it. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly wire: Wire;
  readonly requestId: string;
  readonly #nth: number;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    state: State,
    receivedAt: number,
  ) {
    this.request = request;
    this.#nth = ++state.received;
    this.requestId = drawId(seeded(state.options.seed, this.#nth, 'request-id'), 'req');
    this.wire = new Wire(response, state.journal.begin(request, path, receivedAt), state.journal);
    this.wire.entry.requestId = this.requestId;
  }

  /** The headers of the API as they are at this moment, and further ones. */
  headers(more: Readonly<Record<string, string>>): Record<string, string> {
    return { ...apiHeaders(this.requestId, this.#nth, this.wire.entry.receivedAt), ...more };
  }

  /** Answers with JSON. */
  json(status: number, body: object, more: Readonly<Record<string, string>> = {}): void {
    this.#send(status, JSON.stringify(body), { 'content-type': 'application/json', ...more });
  }

  /** Answers with an error in the API's shape. */
  refuse(error: ApiError): void {
    this.json(error.status, errorBody(error, this.requestId));
  }

  /** Answers with a scripted error. */
  fail(plan: ErrorPlan): void {
    const more: Record<string, string> = { 'content-type': 'application/json' };
    if (plan.retryAfter !== undefined) more['retry-after'] = String(plan.retryAfter);
    if (plan.shouldRetry !== undefined) more['x-should-retry'] = String(plan.shouldRetry);
    const body = plan.body ?? JSON.stringify(errorBody(plan, this.requestId));
    this.#send(plan.status, body, { ...more, ...plan.headers });
  }

  #send(status: number, body: string, more: Readonly<Record<string, string>>): void {
    const bytes = Buffer.from(body);
    this.wire.open(status, this.headers({ ...more, 'content-length': String(bytes.length) }));
    this.wire.end(bytes);
  }
}
