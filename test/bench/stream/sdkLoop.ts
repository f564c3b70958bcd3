import Anthropic from '@anthropic-ai/sdk';

/** What the SDK alone took for one streamed answer. */
export interface SdkRun {
  readonly text: string;
  /** Milliseconds of this process, user and system. */
  readonly cpuMs: number;
}

/** Reads one answer with nothing around the SDK's own loop. */
export async function sdkLoop(origin: string): Promise<SdkRun> {
  const client = new Anthropic({ baseURL: origin, apiKey: 'none', maxRetries: 0, logLevel: 'off' });
  const before = process.cpuUsage();
  const stream = await client.messages.create({
    model: 'claude-haiku-4-5',
    max_tokens: 4096,
    stream: true,
    messages: [{ role: 'user', content: 'Write.' }],
  });
  const pieces: string[] = [];
  for await (const event of stream) {
    if (event.type === 'content_block_delta' && event.delta.type === 'text_delta')
      pieces.push(event.delta.text);
  }
  const { user, system } = process.cpuUsage(before);
  return { text: pieces.join(''), cpuMs: (user + system) / 1000 };
}
