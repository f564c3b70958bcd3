import { isUsable } from '../request/catalogue.ts';
import type { ModelInfo } from '../request/model.ts';
import { modelNamed } from '../request/modelName.ts';
import type { FoundPrompt, Unread } from './foundPrompt.ts';
import type { FrontMatter } from './frontMatter.ts';
import { bodySpan, isPromptDocument, type PromptKind, roleOf, type Span } from './promptDocument.ts';
import { promptFences } from './promptFences.ts';
import type { PromptNotes } from './sidecar.ts';
import { type TurnMarks, turnsAt, turnsOf } from './turns.ts';
import { templateLogic, variablesOf } from './variables.ts';

/** What is known of a prompt beside its text. */
export interface PromptContext {
  readonly frontMatter: FrontMatter;
  /** Notes of the file beside it, by the identity of the prompt. */
  readonly notes: ReadonlyMap<string, PromptNotes>;
  /** The models that there are. */
  readonly models: readonly ModelInfo[];
}

/** A prompt before what is known beside its text is laid over it. */
export type BarePrompt = Omit<FoundPrompt, 'variables' | 'valueSets' | 'testMessage' | 'assertions'>;

/**
 * The prompts of a document that is no code. A Markdown document with blocks ```` ```prompt ```` holds those prompts; in
 * any other kind the document is the prompt, and a prompt file may hold such blocks besides.
 */
export function documentPrompts(
  text: string,
  kind: PromptKind,
  context: PromptContext,
): readonly FoundPrompt[] {
  if (!isPromptDocument(kind)) return [];
  const body = bodySpan(text, kind);
  const fenced = kind === 'markdown' || kind === 'prompt' ? fencedPrompts(text, kind, body) : [];
  const found =
    kind === 'markdown' && fenced.length > 0 ? fenced : [wholePrompt(text, kind, body), ...fenced];
  return found
    .filter(({ messages }) => messages.some((message) => message.text.text.trim() !== ''))
    .map((prompt) => completed(prompt, context));
}

/** Lays front matter and notes over a prompt: the notes of the prompt itself weigh most, then those of its file. */
export function completed(prompt: BarePrompt, context: PromptContext): FoundPrompt {
  const { frontMatter, notes } = context;
  const model = modelOf(context);
  const own = prompt.identity === '' ? null : (notes.get(prompt.identity) ?? null);
  const layers = [own, notes.get('') ?? null].filter((layer) => layer !== null);
  const parameters = new Map(
    [
      ...prompt.parameters,
      ...model.parameters,
      ...frontMatter.parameters,
      ...layers.toReversed().flatMap((layer) => layer.parameters),
    ].map((parameter) => [parameter.name, parameter]),
  );
  const secrets = new Set([...frontMatter.secrets, ...layers.flatMap((layer) => layer.secrets)]);
  return {
    ...prompt,
    variables: variablesOf(prompt.messages, { secrets, presets: frontMatter.presets }),
    parameters: [...parameters.values()],
    unread: [...prompt.unread, ...model.unread],
    valueSets: [...layers.flatMap((layer) => layer.valueSets), ...frontMatter.valueSets],
    testMessage: layers.find((layer) => layer.testMessage !== null)?.testMessage ?? null,
    assertions: layers.flatMap((layer) => layer.assertions),
  };
}

/** The first model that front matter names and that can be asked; where it names none that can, its first stays unread. */
function modelOf({ frontMatter, models }: PromptContext): Pick<FoundPrompt, 'parameters' | 'unread'> {
  for (const { name, span } of frontMatter.models) {
    const model = modelNamed(models, name);
    if (model === null || !isUsable(model)) continue;
    return { parameters: [{ name: 'model', value: model.id, source: 'front-matter', span }], unread: [] };
  }
  const unread = frontMatter.models
    .slice(0, 1)
    .map(({ name, span }): Unread => ({ name, reason: 'unknown-model', ...span }));
  return { parameters: [], unread };
}

function marksOf(kind: PromptKind): TurnMarks {
  if (kind === 'prompty') return 'blocks';
  return kind === 'prompt' || kind === 'markdown' ? 'comments' : 'none';
}

function wholePrompt(text: string, kind: PromptKind, span: Span): BarePrompt {
  const body = text.slice(span.start, span.end);
  const role = roleOf(kind);
  const marks = marksOf(kind);
  // Prompty takes what stands before the first role for the system prompt, but only where a role follows.
  const first = marks === 'blocks' && hasBlocks(body) ? 'system' : role;
  const { messages, unread } = turnsAt(body, span.start, marks, first);
  return {
    kind,
    role,
    identity: '',
    span,
    call: null,
    messages,
    parameters: [],
    unread: [...unread, ...templateLogic(body, span.start)],
  };
}

function hasBlocks(body: string): boolean {
  return turnsAt(body, 0, 'blocks', 'system').messages.some(({ role }) => role !== 'system');
}

function fencedPrompts(text: string, kind: PromptKind, body: Span): readonly BarePrompt[] {
  const taken = new Map<string, number>();
  return promptFences(text, body.start).map((fence, index) => {
    const identity = unused(fence.label === '' ? `#${index + 1}` : fence.label, taken);
    const { messages, unread } = turnsOf(fence.text, 'blocks', fence.role);
    return {
      kind,
      role: fence.role,
      identity,
      span: fence.content,
      call: null,
      messages,
      parameters: [],
      unread: [
        ...unread,
        ...templateLogic(text.slice(fence.content.start, fence.content.end), fence.content.start),
      ],
    };
  });
}

/** The name, or the name with the first number behind it that makes it a new one; it is taken from then on, with the last number behind it. */
export function unused(name: string, taken: Map<string, number>): string {
  let last = taken.get(name) ?? 0;
  let free = name;
  while (taken.has(free)) {
    last += 1;
    free = `${name}#${last}`;
  }
  taken.set(free, 1);
  taken.set(name, Math.max(1, last));
  return free;
}
