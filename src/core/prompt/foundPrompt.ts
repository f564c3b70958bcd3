import type { Json } from '../request/wireRequest.ts';
import type { Assertion } from './assertions.ts';
import type { MappedText } from './mappedText.ts';
import type { ParameterName } from './parameterChecks.ts';
import type { PromptKind, Role, Span } from './promptDocument.ts';

/**
 * How a variable is written: `{{name}}`, `${input:name}`, `${file}` and its like, a field of an f-string, of a string
 * with `.format` or `%`, of a template literal, or an expression that stands beside the literals.
 */
export type VariableSyntax =
  | 'mustache'
  | 'input'
  | 'predefined'
  | 'f-string'
  | 'format'
  | 'percent'
  | 'template-literal'
  | 'expression';

/** One place of a text where a value goes; the span holds the variable as it is written. */
export interface VariableUse extends Span {
  readonly name: string;
  readonly syntax: VariableSyntax;
  /** What `${input:name:placeholder}` proposes, else null. */
  readonly placeholder: string | null;
}

/** A text with its way back to the source and the places where values go. */
export interface PromptText extends MappedText {
  readonly variables: readonly VariableUse[];
}

/** A variable of a prompt, however often it is used. */
export interface Variable {
  readonly name: string;
  readonly syntax: VariableSyntax;
  readonly placeholder: string | null;
  /** Its value where nobody gives one, else null. */
  readonly preset: string | null;
  /** Asked for masked, never stored, shown by name only. */
  readonly secret: boolean;
}

/** One message as it would be sent before its variables are filled. */
export interface PromptMessage {
  readonly role: Role | 'assistant';
  readonly text: PromptText;
  /** Where it stands in the source. */
  readonly span: Span;
}

/** A request parameter that the prompt brings along, in the API's spelling, with the place that says so. */
export interface PromptParameter {
  readonly name: ParameterName;
  readonly value: Json;
  readonly source: 'front-matter' | 'sidecar' | 'call';
  readonly span: Span;
}

/** Why a part of a prompt or of its call is not sent. */
export type UnreadReason =
  /** Not a literal, and no constant of the same file. */
  | 'not-literal'
  | 'imported'
  /** A name with several values. */
  | 'reassigned'
  /** A literal that the API would refuse there. */
  | 'wrong-value'
  /** `**kwargs` and `...rest`. */
  | 'spread'
  /** A parameter of the call that is not taken over. */
  | 'not-supported'
  /** A template language's own logic (`{% if … %}`, `{{#each}}`, filters), which stays text. */
  | 'template-logic'
  /** A block of a role that the API does not know. */
  | 'role'
  /** A model that is not known, or retired. */
  | 'unknown-model';

/** A part that is not sent, or not as the program would send it. */
export interface Unread extends Span {
  /** The parameter or the words of the source. */
  readonly name: string;
  readonly reason: UnreadReason;
}

/** A named set of values of a prompt's variables. */
export interface ValueSet {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  /** The user's message that goes with a system prompt, or null. */
  readonly testMessage: string | null;
}

/** A prompt as it was found, with all that running it needs. */
export interface FoundPrompt {
  readonly kind: PromptKind;
  readonly role: Role;
  /**
   * What it is called inside its document, the same after edits elsewhere: empty for the document itself, else the
   * fence's label, the literal's symbol or `#` with its place in the order.
   */
  readonly identity: string;
  /** Where its own text stands. */
  readonly span: Span;
  /** The call of the Messages API that it sits in, whose other parts are sent with it, or null. */
  readonly call: Span | null;
  readonly messages: readonly PromptMessage[];
  readonly variables: readonly Variable[];
  readonly parameters: readonly PromptParameter[];
  readonly unread: readonly Unread[];
  readonly valueSets: readonly ValueSet[];
  /** The user’s message to try a system prompt with, or null. */
  readonly testMessage: string | null;
  readonly assertions: readonly Assertion[];
}
