import { type AssertionResult, withoutAssertionText } from '../../core/assertions/checkAnswer.ts';
import { isObject } from '../../core/isObject.ts';
import type { ContentBlock, WireRequest } from '../../core/request/wireRequest.ts';
import { type RunPrompt, type RunRecord, withoutPromptText } from '../../core/run/record.ts';

/** The texts of a run, each in one string. */
export interface RecordTexts {
  readonly prompt: string;
  /** The request's body as JSON. */
  readonly request: string;
  /** The texts of the answer's blocks as a JSON list; behind them what it was checked for, each as JSON. */
  readonly answer: string;
}

/** Fields of a request that hold no text of the person's. */
const parameterNames = ['model', 'max_tokens', 'temperature', 'thinking', 'stream'];

/** What of a record is a text: prompt, request and answer. */
export function textsOf({ prompt, request, state, assertions = [] }: RunRecord): RecordTexts {
  return {
    prompt: prompt.text,
    request: JSON.stringify(request.body),
    answer: JSON.stringify([
      ...state.blocks.map(({ text }) => text),
      ...assertions.map((result) => JSON.stringify(result)),
    ]),
  };
}

/** The record with all its texts empty; of the request's body only parameters and its turns' outline stay. */
export function withoutTexts(record: RunRecord): RunRecord {
  return {
    ...record,
    prompt: { ...record.prompt, text: '' },
    request: { ...record.request, body: outlineOf(record.request.body) },
    state: { ...record.state, blocks: record.state.blocks.map((block) => ({ ...block, text: '' })) },
    ...(record.assertions === undefined ? {} : { assertions: record.assertions.map(withoutAssertionText) }),
  };
}

/** What is kept of a run whose texts are not: numbers and parameters, without the words that stand in some of them. */
export function numbersOf(record: RunRecord): RunRecord {
  const { prompt, state, ...rest } = withoutTexts(record);
  return { ...rest, prompt: withoutPromptText(prompt), state: { ...state, stopSequence: null } };
}

/** Undoes {@link withoutTexts} by the texts that {@link textsOf} took. */
export function withTexts(record: RunRecord, texts: RecordTexts): RunRecord {
  const answer = JSON.parse(texts.answer) as readonly string[];
  const blocks = record.state.blocks.map((block, i) => ({ ...block, text: answer[i] ?? '' }));
  return {
    ...record,
    prompt: { ...record.prompt, text: texts.prompt },
    request: { ...record.request, body: JSON.parse(texts.request) as WireRequest },
    state: { ...record.state, blocks },
    ...(record.assertions === undefined
      ? {}
      : { assertions: answer.slice(blocks.length).map((text) => JSON.parse(text) as AssertionResult) }),
  };
}

/** The record under the key that its prompt goes by since: its document may have been renamed. */
export function withKey(record: RunRecord, key: string): RunRecord {
  const { prompt } = record;
  return prompt.key === key
    ? record
    : { ...record, prompt: { ...prompt, key, place: movedPlace(prompt, key) } };
}

function movedPlace({ key: from, place }: RunPrompt, key: string): RunPrompt['place'] {
  if (place === null || !from.startsWith(place.uri)) return place;
  const suffix = from.slice(place.uri.length);
  return key.endsWith(suffix) ? { ...place, uri: key.slice(0, key.length - suffix.length) } : place;
}

function outlineOf(body: WireRequest): WireRequest {
  const { system, messages, output_config: output } = body;
  const effort = isObject(output) ? output.effort : undefined;
  const parameters = Object.entries(body).filter(([name]) => parameterNames.includes(name));
  return {
    ...(Object.fromEntries(parameters) as unknown as WireRequest),
    // A JSON Schema in it is the person's own.
    ...(effort === undefined ? {} : { output_config: { effort } }),
    ...(system === undefined ? {} : { system: typeof system === 'string' ? '' : system.map(emptied) }),
    messages: messages.map(({ role, content }) => ({ role, content: content.map(emptied) })),
  };
}

function emptied({ type }: ContentBlock): ContentBlock {
  return type === 'text' ? { type: 'text', text: '' } : { type };
}
