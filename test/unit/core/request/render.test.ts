import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { userTurn } from '../../../../src/core/request/fitRequest.ts';
import { type RenderTarget, renderRequest } from '../../../../src/core/request/render.ts';
import type { PreparedRequest } from '../../../../src/core/request/wireRequest.ts';

const own: RenderTarget = { baseUrl: 'https://api.anthropic.com', auth: 'bearer', headerNames: [] };

const request: PreparedRequest = {
  body: {
    model: 'claude-haiku-5-5',
    max_tokens: 100,
    system: "It's\n",
    messages: [userTurn('One\nTwo')],
    stream: true,
  },
  version: null,
};

test('cURL', () => {
  assert.equal(
    renderRequest(request, own).curl,
    `curl --no-buffer 'https://api.anthropic.com/v1/messages' \\
  --header 'content-type: application/json' \\
  --header 'anthropic-version: 2026-10-21' \\
  --header "authorization: Bearer $ANTHROPIC_API_KEY" \\
  --data-binary @- <<'JSON'
${JSON.stringify(request.body, null, 2)}
JSON
`,
  );
});

test('Python', () => {
  assert.equal(
    renderRequest(request, own).python,
    `import os

import anthropic

client = anthropic.Anthropic(
    api_key=os.environ["ANTHROPIC_API_KEY"],
)
stream = client.messages.create(
    model="claude-haiku-5-5",
    max_tokens=100,
    system="It's\\n",
    messages=[
        {
            "role": "user",
            "content": [
                {
                    "type": "text",
                    "text": (
                        "One\\n"
                        "Two"
                    ),
                },
            ],
        },
    ],
    stream=True,
)
for event in stream:
    if event.type == "content_block_delta" and event.delta.type == "text_delta":
        print(event.delta.text, end="", flush=True)
`,
  );
});

test('TypeScript', () => {
  assert.equal(
    renderRequest(request, own).typescript,
    `import Anthropic from "@anthropic-ai/sdk";

const client = new Anthropic({
  apiKey: process.env["ANTHROPIC_API_KEY"],
});
const stream = await client.messages.create({
  model: "claude-haiku-5-5",
  max_tokens: 100,
  system: "It's\\n",
  messages: [
    {
      role: "user",
      content: [
        {
          type: "text",
          text: "One\\n" +
            "Two",
        },
      ],
    },
  ],
  stream: true,
} as Anthropic.MessageCreateParamsStreaming);
for await (const event of stream) {
  if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
    process.stdout.write(event.delta.text);
  }
}
`,
  );
});

test('the object in TypeScript is the body, whatever it holds', () => {
  const odd =
    '{"x-y": [], "1": {}, "__proto__": {"a": null}, "texts": ["\\"\\\\ \\u007f\\ud800", "\\r\\n", ""], "n": -1.5e-7}';
  const body = { ...request.body, metadata: JSON.parse(odd) };
  const { typescript } = renderRequest({ ...request, body }, own);
  const [, literal] = /create\((\{.*\}) as Anthropic/s.exec(typescript) ?? [];
  assert.equal(JSON.stringify(new Function(`return ${literal}`)()), JSON.stringify(body));
});

suite('a gateway, its own header and an older version show in', () => {
  const gateway: RenderTarget = {
    baseUrl: 'https://llm.example/claude',
    auth: 'x-api-key',
    headerNames: ['x-team'],
  };
  const older: PreparedRequest = { body: { ...request.body, temperature: 0.5 }, version: '2023-06-01' };
  const rendered = renderRequest(older, gateway);
  const expected: Readonly<Record<Exclude<keyof typeof rendered, 'json'>, readonly string[]>> = {
    curl: [
      "'https://llm.example/claude/v1/messages'",
      "'anthropic-version: 2023-06-01'",
      '"x-api-key: $ANTHROPIC_API_KEY"',
      "'x-team: <your x-team>'",
    ],
    python: [
      'base_url="https://llm.example/claude"',
      '"anthropic-version": "2023-06-01"',
      '"x-api-key": os.environ["ANTHROPIC_API_KEY"]',
      '"x-team": "<your x-team>"',
      'extra_body={\n        "temperature": 0.5,\n    },',
    ],
    typescript: [
      'baseURL: "https://llm.example/claude"',
      '"anthropic-version": "2023-06-01"',
      '"x-api-key": process.env["ANTHROPIC_API_KEY"] ?? ""',
      '"x-team": "<your x-team>"',
      'temperature: 0.5,',
    ],
  };
  for (const [spelling, parts] of Object.entries(expected)) {
    test(spelling, () => {
      const text = rendered[spelling as keyof typeof expected];
      assert.deepEqual(
        parts.filter((part) => !text.includes(part)),
        [],
      );
      assert.equal(text.includes('Bearer'), false);
    });
  }
});

test('without authentication no code names the key', () => {
  const { curl, python, typescript } = renderRequest(request, {
    ...own,
    baseUrl: 'http://127.0.0.1:8080',
    auth: 'none',
  });
  assert.equal(`${curl}${python}${typescript}`.includes('ANTHROPIC_API_KEY'), false);
});
