import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { monotonicMs } from './clock.ts';
import { type Command, control, controlPath } from './control.ts';
import { invalid, notFound } from './errors.ts';
import { Exchange } from './exchange.ts';
import { countMessageTokens, messages } from './messages.ts';
import { modelList } from './modelList.ts';
import { isFields } from './request.ts';
import { State } from './state.ts';

const mostBytes = 32 * 1024 * 1024;

async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= mostBytes) chunks.push(chunk);
  }
  return length > mostBytes ? null : Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function post(exchange: Exchange, state: State, path: string): Promise<void> {
  const text = await read(exchange.request);
  const body = text === null ? null : parsed(text);
  state.journal.arrived(exchange.wire.entry, body);
  if (text === null) {
    return exchange.refuse({
      status: 413,
      type: 'request_too_large',
      message: 'Request exceeds the maximum size',
    });
  }
  if (!isFields(body)) return exchange.refuse(invalid('The request body is not valid JSON'));
  if (path === '/v1/messages') return messages(exchange, state, body);
  return countMessageTokens(exchange, state, body);
}

function route(exchange: Exchange, state: State, url: URL): Promise<void> | void {
  const { pathname: path } = url;
  const method = exchange.request.method;
  const posted =
    path === '/v1/messages' || (path === '/v1/messages/count_tokens' && state.options.countTokens);
  if (posted && method === 'POST') return post(exchange, state, path);
  state.journal.arrived(exchange.wire.entry, null);
  exchange.request.resume();
  if (posted) {
    return exchange.refuse({ status: 405, type: 'invalid_request_error', message: 'Method Not Allowed' });
  }
  if (method === 'GET' && (path === '/v1/models' || path.startsWith('/v1/models/'))) {
    return modelList(exchange, state, path, url.searchParams);
  }
  return exchange.refuse(notFound('Not found'));
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
  receivedAt: number,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === controlPath) {
    const command = parsed((await read(request)) ?? '') as Command;
    return control(command, response, state);
  }
  return route(new Exchange(request, response, url.pathname, state, receivedAt), state, url);
}

/** Makes the server of one simulated Claude; it does not listen yet. */
export function createSimulator(): Server {
  const state = new State();
  const server = createServer((request, response) => {
    handle(request, response, state, monotonicMs()).catch((error: unknown) => {
      // A client that leaves while its body is read is no fault of ours.
      if (request.destroyed && !request.complete) return;
      process.stderr.write(`simulator: ${error instanceof Error ? error.stack : String(error)}\n`);
      response.destroy();
    });
  });
  server.on('connection', (socket) => state.journal.connected(socket));
  // As the API: no `Keep-Alive` hint, and connections stay open as long as the client likes.
  server.keepAliveTimeout = 0;
  server.requestTimeout = 0;
  return server;
}
