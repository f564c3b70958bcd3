import type { RunRecord } from '../run/record.ts';

/** What runs must have in common to be summed up together: model, parameters, place. Plain JSON. */
export interface RunGroup {
  readonly model: string;
  /** Where the extension host ran. */
  readonly place: string;
  readonly simulated: boolean;
  readonly maxTokens: number;
  /** As it was sent; null where nothing was. */
  readonly effort: string | null;
  /** The `thinking` field as compact JSON; null where nothing was sent. */
  readonly thinking: string | null;
  readonly temperature: number | null;
  /** SHA-256 of what else decides the answer: of a user prompt its system prompt, of a system prompt its test message; null without any. */
  readonly context: string | null;
  /** SHA-256 of all further fields of the request as JSON; null without any. */
  readonly extra: string | null;
}

const named = new Set([
  'model',
  'max_tokens',
  'messages',
  'system',
  'temperature',
  'thinking',
  'output_config',
  'stream',
]);

/**
 * The group of a run, from its request alone.
 * @param hash SHA-256 of a text, hex
 */
export function runGroupOf(
  { request, place, state, prompt }: RunRecord,
  hash: (text: string) => string,
): RunGroup {
  const { body } = request;
  const other = prompt.role === 'user' ? body.system : body.messages;
  const { effort, ...output } = (body.output_config ?? {}) as { effort?: unknown };
  const rest = Object.entries(body).filter(([name]) => !named.has(name));
  const further = [
    ...rest,
    ...Object.entries(output),
    ...(request.version === null ? [] : [request.version]),
  ];
  return {
    model: body.model,
    place,
    simulated: state.simulated,
    maxTokens: body.max_tokens,
    effort: typeof effort === 'string' ? effort : null,
    thinking: body.thinking === undefined ? null : JSON.stringify(body.thinking),
    temperature: body.temperature ?? null,
    context: other === undefined ? null : hash(JSON.stringify(other)),
    extra: further.length === 0 ? null : hash(JSON.stringify(further)),
  };
}
