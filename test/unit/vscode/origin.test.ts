import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { anthropicOrigin, parseEndpoint } from '../../../src/vscode/origin.ts';

suite('a base URL that requests may go to', () => {
  const rows: readonly (readonly [string, string, string, boolean])[] = [
    [anthropicOrigin, 'https://api.anthropic.com', 'https://api.anthropic.com', false],
    ['https://api.anthropic.com/', 'https://api.anthropic.com', 'https://api.anthropic.com', false],
    ['  https://api.anthropic.com\n', 'https://api.anthropic.com', 'https://api.anthropic.com', false],
    ['HTTPS://API.Anthropic.com', 'https://api.anthropic.com', 'https://api.anthropic.com', false],
    ['https://api.anthropic.com:443', 'https://api.anthropic.com', 'https://api.anthropic.com', false],
    [
      'https://gateway.example:8443/claude',
      'https://gateway.example:8443/claude',
      'https://gateway.example:8443',
      false,
    ],
    ['https://gateway.example/a/b///', 'https://gateway.example/a/b', 'https://gateway.example', false],
    ['https://gateway.example/a/../b', 'https://gateway.example/b', 'https://gateway.example', false],
    ['https://gateway.example/?', 'https://gateway.example', 'https://gateway.example', false],
    ['https://gateway.example/a#', 'https://gateway.example/a', 'https://gateway.example', false],
    ['https://bücher.example', 'https://xn--bcher-kva.example', 'https://xn--bcher-kva.example', false],
    ['http://localhost', 'http://localhost', 'http://localhost', true],
    ['http://localhost:8080/v1/', 'http://localhost:8080/v1', 'http://localhost:8080', true],
    ['http://LOCALHOST:8080', 'http://localhost:8080', 'http://localhost:8080', true],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080', true],
    ['http://127.255.0.9', 'http://127.255.0.9', 'http://127.255.0.9', true],
    ['http://2130706433', 'http://127.0.0.1', 'http://127.0.0.1', true],
    ['http://[::1]:8080', 'http://[::1]:8080', 'http://[::1]:8080', true],
    ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]', 'http://[::1]', true],
    ['https://localhost', 'https://localhost', 'https://localhost', true],
  ];
  for (const [url, baseUrl, origin, loopback] of rows) {
    test(JSON.stringify(url), () => assert.deepEqual(parseEndpoint(url), { baseUrl, origin, loopback }));
  }
});

suite('no base URL', () => {
  const rows: readonly string[] = [
    '',
    ' ',
    'api.anthropic.com',
    '/v1',
    'https://',
    'http://api.anthropic.com',
    'http://192.168.0.7:8080',
    'http://0.0.0.0:8080',
    'http://128.0.0.1',
    'http://[::2]',
    'http://[::ffff:127.0.0.1]',
    'http://localhost.example',
    'http://localhost@gateway.example',
    'http://127.0.0.1.example',
    'http://127.example',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ws://localhost',
    'https://user@gateway.example',
    'https://:secret@gateway.example',
    'https://user:secret@gateway.example',
    'https://gateway.example/?key=1',
    'https://gateway.example/a#b',
  ];
  for (const url of rows) {
    test(JSON.stringify(url), () => assert.equal(parseEndpoint(url), null));
  }
});
