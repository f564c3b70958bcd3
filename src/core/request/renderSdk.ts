import { textLines } from '../textLines.ts';
import type { Auth } from './connection.ts';
import type { Json, WireRequest } from './wireRequest.ts';

/** What a rendered SDK client is made with. */
export interface RenderedClient {
  /** Null where it is the SDK's own. */
  readonly baseUrl: string | null;
  readonly auth: Auth;
  readonly headers: Readonly<Record<string, string>>;
}

// Parameters of `messages.create` in the Python SDK; what is not among them goes into `extra_body`.
const pythonParameters = new Set([
  'model',
  'max_tokens',
  'messages',
  'system',
  'thinking',
  'output_config',
  'stop_sequences',
  'tools',
  'tool_choice',
  'metadata',
  'service_tier',
  'stream',
]);

const keyName = 'ANTHROPIC_API_KEY';

/** A Python program that sends the body and prints the text as it comes. */
export function renderPython(body: WireRequest, client: RenderedClient): string {
  const entries = jsonEntries(body);
  const named = entries.filter(([name]) => pythonParameters.has(name));
  const extra = entries.filter(([name]) => !pythonParameters.has(name));
  const call = [
    ...named.map(([name, value]) => `    ${name}=${python(value, '    ')},`),
    ...(extra.length === 0 ? [] : [`    extra_body=${python(Object.fromEntries(extra), '    ')},`]),
  ];
  const headers = Object.entries(client.headers).map(([name, value]) => `${quote(name)}: ${quote(value)}`);
  if (client.auth === 'x-api-key') headers.push(`"x-api-key": os.environ["${keyName}"]`);
  const options = [
    client.auth === 'none' ? 'api_key="none"' : `api_key=os.environ["${keyName}"]`,
    ...(client.baseUrl === null ? [] : [`base_url=${quote(client.baseUrl)}`]),
    ...(headers.length === 0 ? [] : [`default_headers={${headers.join(', ')}}`]),
  ];
  return lines(
    ...(client.auth === 'none' ? [] : ['import os', '']),
    'import anthropic',
    '',
    'client = anthropic.Anthropic(',
    ...options.map((option) => `    ${option},`),
    ')',
    'stream = client.messages.create(',
    ...call,
    ')',
    'for event in stream:',
    '    if event.type == "content_block_delta" and event.delta.type == "text_delta":',
    '        print(event.delta.text, end="", flush=True)',
  );
}

/** A TypeScript module that sends the body and prints the text as it comes. */
export function renderTypeScript(body: WireRequest, client: RenderedClient): string {
  const headers = Object.entries(client.headers).map(([name, value]) => `${quote(name)}: ${quote(value)}`);
  if (client.auth === 'x-api-key') headers.push(`"x-api-key": process.env["${keyName}"] ?? ""`);
  const options = [
    client.auth === 'none' ? 'apiKey: "none"' : `apiKey: process.env["${keyName}"]`,
    ...(client.baseUrl === null ? [] : [`baseURL: ${quote(client.baseUrl)}`]),
    ...(headers.length === 0 ? [] : [`defaultHeaders: { ${headers.join(', ')} }`]),
  ];
  const call = jsonEntries(body).map(([name, value]) => `  ${property(name)}: ${typescript(value, '  ')},`);
  return lines(
    'import Anthropic from "@anthropic-ai/sdk";',
    '',
    'const client = new Anthropic({',
    ...options.map((option) => `  ${option},`),
    '});',
    'const stream = await client.messages.create({',
    ...call,
    '} as Anthropic.MessageCreateParamsStreaming);',
    'for await (const event of stream) {',
    '  if (event.type === "content_block_delta" && event.delta.type === "text_delta") {',
    '    process.stdout.write(event.delta.text);',
    '  }',
    '}',
  );
}

function jsonEntries(body: WireRequest): readonly (readonly [string, Json])[] {
  return Object.entries(JSON.parse(JSON.stringify(body)) as Readonly<Record<string, Json>>);
}

// Of a text each line is a literal of its own, which keeps a prompt readable; joined they are the text again.
function python(value: Json, indent: string): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const inner = `${indent}    `;
  if (typeof value === 'string') {
    const parts = textLines(value);
    return parts.length < 2 ? quote(value) : block('(', ')', parts.map(quote), indent, inner, '');
  }
  return compound(value, indent, inner, python, quote);
}

function typescript(value: Json, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === 'string') {
    return textLines(value).map(quote).join(` +\n${inner}`) || '""';
  }
  return compound(value, indent, inner, typescript, property);
}

function compound(
  value: Exclude<Json, string>,
  indent: string,
  inner: string,
  render: (value: Json, indent: string) => string,
  key: (name: string) => string,
): string {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => render(item, inner));
    return items.length === 0 ? '[]' : block('[', ']', items, indent, inner, ',');
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const items = Object.entries(value).map(([name, item]) => `${key(name)}: ${render(item as Json, inner)}`);
  return items.length === 0 ? '{}' : block('{', '}', items, indent, inner, ',');
}

function block(
  open: string,
  close: string,
  items: readonly string[],
  indent: string,
  inner: string,
  separator: string,
): string {
  return lines(open, ...items.map((item) => `${inner}${item}${separator}`), `${indent}${close}`).trimEnd();
}

// A JSON string literal is a literal of the same text in Python and in TypeScript: both know all of its escapes.
function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u{7f}', '\\u007f');
}

function property(name: string): string {
  // Any other spelling of it would set the object's prototype.
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_]\w*$/.test(name) ? name : quote(name);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
