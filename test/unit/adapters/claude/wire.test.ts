import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import { suite, test } from 'node:test';
import { watchWire } from '../../../../src/adapters/claude/wire.ts';

const tell = (name: string, message: object) => channel(`undici:${name}`).publish(message);

/** What the HTTP client tells of a request, step by step; each step is a millisecond. */
const steps = {
  connecting: () => tell('client:beforeConnect', {}),
  connected: (socket: object) => tell('client:connected', { socket }),
  made: (request: object) => tell('request:create', { request }),
  head: (request: object, socket: object) => tell('client:sendHeaders', { request, socket }),
  body: (request: object) => tell('request:bodyChunkSent', { request }),
};

let time = 0;

/** What a listener hears of what happens inside of `act`, and of what happens after it. */
function heard(act: () => void, after: () => void = () => {}): readonly string[] {
  const told: string[] = [];
  const { stop } = watchWire(
    {
      now: () => ++time,
      connected: (_, reused, connectMs) => told.push(`connected ${reused ? 'before' : 'anew'} ${connectMs}`),
      sent: () => told.push('sent'),
    },
    act,
  );
  after();
  stop();
  return told;
}

/** A request on a connection of its own. */
function whole(socket: object, request: object = {}): void {
  steps.connecting();
  steps.connected(socket);
  steps.made(request);
  steps.head(request, socket);
  steps.body(request);
}

suite('what is heard of a request', () => {
  test('a new connection, then both moments at which it is sent', () => {
    assert.deepEqual(
      heard(() => whole({})),
      ['connected anew 1', 'sent', 'sent'],
    );
  });

  test('on a connection that carried another one before', () => {
    const socket = {};
    heard(() => whole(socket));
    const request = {};
    assert.deepEqual(
      heard(
        () => steps.made(request),
        () => steps.head(request, socket),
      ),
      ['connected before null', 'sent'],
    );
  });

  test('on a connection from before anybody listened', () => {
    const request = {};
    assert.deepEqual(
      heard(() => {
        steps.made(request);
        steps.head(request, {});
      }),
      ['connected before null', 'sent'],
    );
  });

  test('on a connection that was opened for another one and carried none', () => {
    const [socket, request] = [{}, {}];
    const other = heard(() => {
      steps.connecting();
      steps.connected(socket);
    });
    const own = heard(() => {
      steps.made(request);
      steps.head(request, socket);
    });
    assert.deepEqual([other, own], [['connected anew 1'], ['connected anew 1', 'sent']]);
  });

  test('the first piece of its body alone', () => {
    const request = {};
    assert.deepEqual(
      heard(() => {
        steps.made(request);
        for (let piece = 0; piece < 3; piece++) steps.body(request);
      }),
      ['sent'],
    );
  });

  test('nothing of what is no part of it', () => {
    assert.deepEqual(
      heard(
        () => {},
        () => whole({}),
      ),
      [],
    );
  });

  test('nothing of the tunnel through a proxy', () => {
    const tunnel = { method: 'CONNECT' };
    assert.deepEqual(
      heard(() => {
        steps.made(tunnel);
        steps.head(tunnel, {});
      }),
      [],
    );
  });

  test('nothing of what its listener starts', () => {
    const told: string[] = [];
    const { stop } = watchWire(
      {
        now: () => 0,
        connected: () => {
          if (told.push('connected') === 1) whole({});
        },
        sent: () => told.push('sent'),
      },
      () => whole({}),
    );
    stop();
    assert.deepEqual(told, ['connected', 'sent', 'sent']);
  });

  test('nothing once it stopped, however often', () => {
    const request = {};
    const told: number[] = [];
    const listener = { now: () => 0, connected: () => {}, sent: (at: number) => told.push(at) };
    const { stop } = watchWire(listener, () => steps.made(request));
    const another = watchWire(listener, () => {});
    stop();
    stop();
    steps.head(request, {});
    assert.deepEqual(told, []);
    assert.deepEqual(
      heard(() => whole({})),
      ['connected anew 1', 'sent', 'sent'],
      'others are heard further on',
    );
    another.stop();
  });
});

test('the HTTP client’s own limits are off for the request, and for no other', () => {
  const [own, other] = [
    { headersTimeout: 300_000, bodyTimeout: 300_000 },
    { headersTimeout: 300_000, bodyTimeout: 300_000 },
  ];
  heard(
    () => steps.made(own),
    () => steps.made(other),
  );
  assert.deepEqual(
    [own, other],
    [
      { headersTimeout: 0, bodyTimeout: 0 },
      { headersTimeout: 300_000, bodyTimeout: 300_000 },
    ],
  );
});
