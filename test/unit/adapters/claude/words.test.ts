import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanMessage, firstLineOf } from '../../../../src/adapters/claude/words.ts';

const key = 'sk-ant' + '-api03-abcdefghijklmnop';

const messages: readonly (readonly [text: string, secrets: readonly string[], expected: string])[] = [
  ['invalid x-api-key', [key], 'invalid x-api-key'],
  [`the key ${key} is wrong`, [key], 'the key … is wrong'],
  [`the key ${key} is wrong`, [], 'the key sk-… is wrong'],
  ['the key AIza' + 'SyAbcdefghijk', [], 'the key AIza…'],
  ['Authorization: Bearer abcdef123456', [], 'Authorization: Bearer …'],
  ['gateway-secret-1 refused', ['gateway-secret-1'], '… refused'],
  ['gateway-secret-1 refused', ['gateway', 'gateway-secret-1'], '… refused'],
  ['the model is gone', ['the'], 'the model is gone'],
  ['x'.repeat(501), [], `${'x'.repeat(499)}…`],
  [`${'x'.repeat(498)}🧪🧪`, [], `${'x'.repeat(498)}…`],
];

for (const [text, secrets, expected] of messages) {
  test(`message ${JSON.stringify(text.slice(0, 60))} without ${JSON.stringify(secrets)}`, () =>
    assert.equal(cleanMessage(text, secrets), expected));
}

const pages: readonly (readonly [body: string, expected: string])[] = [
  [
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center></body></html>',
    '502 Bad Gateway',
  ],
  [
    '<!DOCTYPE html><style>b{}</style><script>alert(1)</script><!-- x --><p>Sign in</p><p>More</p>',
    'Sign in',
  ],
  ['upstream connect error\nsecond line', 'upstream connect error'],
  ['\n\n  no healthy upstream', 'no healthy upstream'],
  [`${'y'.repeat(300)}\nz`, `${'y'.repeat(199)}…`],
  [`<p>key ${key}</p>`, 'key sk-…'],
  ['<div unclosed', ''],
  ['', ''],
];

for (const [body, expected] of pages) {
  test(`page ${JSON.stringify(body.slice(0, 60))}`, () => assert.equal(firstLineOf(body, []), expected));
}
