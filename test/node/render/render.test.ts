import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { suite, test } from 'node:test';
import { transform } from 'esbuild';
import { userTurn } from '../../../src/core/request/fitRequest.ts';
import { type RenderTarget, renderRequest } from '../../../src/core/request/render.ts';
import type { PreparedRequest } from '../../../src/core/request/wireRequest.ts';

const texts: readonly string[] = [
  'Hello',
  '',
  "It's",
  'say "hi"',
  '\'\'\' and """ and ```',
  'costs $5, $\u{7b}HOME}, $(id), `id`, $ANTHROPIC_API_KEY',
  'back\\slash \\n \\u0041 \\',
  'line\nline\r\nline\rend\n\n',
  'JSON\nEOF\n',
  'tab\t bell\u{7} zero\u{0} delete\u{7f} escape\u{1b}',
  'naïve 漢字 😀 \u{2028} \u{2029} \u{feff} \u{202e}',
  '%s %d {x} {{y}} #{z} !history *glob* ~ & | ; < > ( )',
];

const gateway: RenderTarget = {
  baseUrl: "https://llm.example/it's",
  auth: 'x-api-key',
  headerNames: ['x-team', "x-odd'name"],
};

const requestOf = (text: string): PreparedRequest => ({
  body: {
    model: 'claude-haiku-4-5',
    max_tokens: 100,
    system: text,
    messages: [userTurn(text)],
    temperature: 0.5,
    thinking: { type: 'disabled' },
    metadata: { user_id: null, flags: [true, false], empty: {}, none: [] },
    'odd-field': text,
    stream: true,
  },
  version: '2023-06-01',
});

function run(command: string, args: readonly string[], input: string): string {
  const ended = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1e8 });
  assert.equal(ended.status, 0, `${command}: ${ended.stderr || ended.error}`);
  return ended.stdout;
}

const runs = (command: string): boolean =>
  spawnSync(command, ['-c', ''], { input: '', timeout: 20_000 }).status === 0;

suite('what the shell hands to cURL is the body', { skip: !runs('bash') && 'there is no bash here' }, () => {
  const stub = 'curl() { printf "%s\\0" "$@"; cat; }\n';
  for (const text of texts) {
    test(JSON.stringify(text), () => {
      const request = requestOf(text);
      const { curl } = renderRequest(request, gateway);
      const [body, ...args] = run('bash', [], `ANTHROPIC_API_KEY='the key'\n${stub}${curl}`)
        .split('\0')
        .reverse();
      assert.deepEqual(JSON.parse(body ?? ''), request.body);
      assert.deepEqual(args.reverse(), [
        '--no-buffer',
        "https://llm.example/it's/v1/messages",
        '--header',
        'content-type: application/json',
        '--header',
        'anthropic-version: 2023-06-01',
        '--header',
        'x-api-key: the key',
        '--header',
        'x-team: <your x-team>',
        '--header',
        "x-odd'name: <your x-odd'name>",
        '--data-binary',
        '@-',
      ]);
    });
  }
  test('a prompt longer than an argument of a command may be', () => {
    const request = requestOf('long '.repeat(60_000));
    const { curl } = renderRequest(request, gateway);
    assert.deepEqual(JSON.parse(run('bash', [], `curl() { cat; }\n${curl}`)), request.body);
  });
});

suite('what Python calls is the body', { skip: !runs('python3') && 'there is no python3 here' }, () => {
  const stub = `
import json, os, sys, types
os.environ["ANTHROPIC_API_KEY"] = "the key"
class Anthropic:
    def __init__(self, **options):
        self.messages, self.options = self, options
    def create(self, *, extra_body={}, **body):
        json.dump([self.options, {**body, **extra_body}], sys.stdout)
        return []
sys.modules["anthropic"] = types.SimpleNamespace(Anthropic=Anthropic)
`;
  for (const text of texts) {
    test(JSON.stringify(text), () => {
      const request = requestOf(text);
      const { python } = renderRequest(request, gateway);
      const [options, body] = JSON.parse(run('python3', ['-'], `${stub}\n${python}`));
      assert.deepEqual(body, request.body);
      assert.deepEqual(options, {
        api_key: 'the key',
        base_url: "https://llm.example/it's",
        default_headers: {
          'anthropic-version': '2023-06-01',
          'x-team': '<your x-team>',
          "x-odd'name": "<your x-odd'name>",
          'x-api-key': 'the key',
        },
      });
    });
  }
});

suite('what TypeScript calls is the body', () => {
  for (const text of texts) {
    test(JSON.stringify(text), async () => {
      const request = requestOf(text);
      const { typescript } = renderRequest(request, gateway);
      const { code } = await transform(typescript, { loader: 'ts', format: 'esm', charset: 'utf8' });
      const calls: unknown[] = [];
      class Anthropic {
        readonly messages = {
          create: async (body: unknown) => {
            calls.push(body);
            return [];
          },
        };
        constructor(options: unknown) {
          calls.push(options);
        }
      }
      const body = code.replace(/^import .*\n/, '');
      await new Function('Anthropic', 'process', `return (async () => {${body}})()`)(Anthropic, {
        env: { ANTHROPIC_API_KEY: 'the key' },
      });
      assert.deepEqual(calls, [
        {
          apiKey: 'the key',
          baseURL: "https://llm.example/it's",
          defaultHeaders: {
            'anthropic-version': '2023-06-01',
            'x-team': '<your x-team>',
            "x-odd'name": "<your x-odd'name>",
            'x-api-key': 'the key',
          },
        },
        request.body,
      ]);
    });
  }
});
