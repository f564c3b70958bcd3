import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A loopback server that answers each request with the bytes it was given last. */
export interface ReplayServer {
  readonly origin: string;
  /** What the next requests get: the body, in these pieces (one write each; in one piece by default). */
  next(bytes: Uint8Array, cuts?: readonly number[]): void;
  close(): Promise<void>;
}

/** Starts a replay server on a free port of 127.0.0.1. */
export async function replayServer(): Promise<ReplayServer> {
  let body: Uint8Array = new Uint8Array();
  let cuts: readonly number[] = [];
  const server = createServer((request, response) => {
    request.resume().on('end', async () => {
      response.socket?.setNoDelay(true);
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'request-id': 'req_replay',
      });
      let start = 0;
      for (const cut of cuts) {
        response.write(body.subarray(start, cut));
        start = cut;
        // One turn of the loop a piece, so that pieces leave one by one.
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end(body.subarray(start));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next(bytes, at = []) {
      body = bytes;
      cuts = at;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
