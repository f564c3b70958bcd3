/** A piece of the prompt; the text of other blocks than text is a stand-in for their size. */
export interface PromptBlock {
  readonly text: string;
  readonly cache: '5m' | '1h' | null;
}

/** One turn of the conversation. */
interface Turn {
  readonly role: string;
  readonly blocks: readonly PromptBlock[];
}

/** The parts of a request's body that the simulated Claude looks at. */
export interface MessagesRequest {
  readonly model: string;
  /** Null when absent or not a number. */
  readonly maxTokens: number | null;
  readonly stream: boolean;
  readonly system: readonly PromptBlock[];
  readonly turns: readonly Turn[];
  readonly thinking: {
    readonly type: string;
    readonly budget: number | null;
    readonly display: string | null;
  } | null;
  readonly effort: string | null;
  readonly jsonFormat: boolean;
  readonly speed: string | null;
  readonly stopSequences: readonly string[];
  /** Names of the sampling parameters that were sent. */
  readonly sampling: readonly string[];
  readonly tools: readonly string[];
  /** A tool must be used: this one, or any. */
  readonly toolChoice: { readonly name: string | null } | null;
  /** Text of the tool definitions, for counting. */
  readonly toolText: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether the value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function cacheOf(value: unknown): PromptBlock['cache'] {
  if (!isFields(value)) return null;
  return value.ttl === '1h' ? '1h' : '5m';
}

function blocksOf(content: unknown): readonly PromptBlock[] {
  if (typeof content === 'string') return [{ text: content, cache: null }];
  return list(content)
    .filter(isFields)
    .map((block) => ({
      text: text(block.text) ?? (isFields(block.source) ? 'attachment '.repeat(500) : JSON.stringify(block)),
      cache: cacheOf(block.cache_control),
    }));
}

function withCacheAtEnd(turns: readonly Turn[], cache: PromptBlock['cache']): readonly Turn[] {
  const last = turns.at(-1);
  if (cache === null || last === undefined) return turns;
  const blocks = last.blocks.map((block, index) =>
    index === last.blocks.length - 1 ? { ...block, cache } : block,
  );
  return [...turns.slice(0, -1), { ...last, blocks }];
}

/** Reads a request's body; what is missing or of the wrong type is null or empty. */
export function readRequest(body: Fields): MessagesRequest {
  const turns = list(body.messages)
    .filter(isFields)
    .map((turn) => ({ role: text(turn.role) ?? '', blocks: blocksOf(turn.content) }));
  const output = isFields(body.output_config) ? body.output_config : {};
  const choice = isFields(body.tool_choice) ? body.tool_choice : {};
  const tools = list(body.tools).filter(isFields);
  const thinking = isFields(body.thinking) ? body.thinking : null;
  return {
    model: text(body.model) ?? '',
    maxTokens: number(body.max_tokens),
    stream: body.stream === true,
    system: blocksOf(body.system),
    turns: withCacheAtEnd(turns, cacheOf(body.cache_control)),
    thinking: thinking && {
      type: text(thinking.type) ?? '',
      budget: number(thinking.budget_tokens),
      display: text(thinking.display),
    },
    effort: text(output.effort),
    jsonFormat: isFields(output.format),
    speed: text(body.speed),
    stopSequences: list(body.stop_sequences).filter((entry) => typeof entry === 'string'),
    sampling: ['temperature', 'top_p', 'top_k'].filter(
      (name) => body[name] !== undefined && body[name] !== null,
    ),
    tools: tools.map((tool) => text(tool.name) ?? 'tool'),
    toolChoice: choice.type === 'any' || choice.type === 'tool' ? { name: text(choice.name) } : null,
    toolText: tools.length > 0 ? JSON.stringify(tools) : '',
  };
}

/** Everything that the model reads, in order. */
export function promptBlocks(request: MessagesRequest): readonly PromptBlock[] {
  return [
    ...(request.toolText === '' ? [] : [{ text: request.toolText, cache: null }]),
    ...request.system,
    ...request.turns.flatMap((turn) => turn.blocks),
  ];
}

/** The words of the system prompt and the last turn, which say what is asked. */
export function askedText(request: MessagesRequest): { readonly system: string; readonly user: string } {
  const join = (blocks: readonly PromptBlock[]) => blocks.map((block) => block.text).join('\n\n');
  const last = request.turns.findLast((turn) => turn.role === 'user');
  return { system: join(request.system), user: join(last?.blocks ?? []) };
}
