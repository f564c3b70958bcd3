import type { FoundPrompt, VariableUse } from '../../core/prompt/foundPrompt.ts';
import type { Filling } from './promptValues.ts';

/** A variable of a prompt's text that nothing gives a value, with the place in that text. */
export interface UndefinedVariable {
  readonly use: VariableUse;
  /** Index of the message that it stands in. */
  readonly message: number;
}

/**
 * The variables `{{name}}` of a prompt without a value: in no value set, without a default, never given one. What an
 * input asks for, VS Code fills or the program around a string fills in is defined by its very kind.
 */
export function undefinedVariables(
  { messages, variables, valueSets }: FoundPrompt,
  { known }: Filling,
): readonly UndefinedVariable[] {
  const secret = new Set(variables.filter((variable) => variable.secret).map(({ name }) => name));
  const isDefined = (name: string): boolean =>
    known.has(name) || secret.has(name) || valueSets.some(({ values }) => Object.hasOwn(values, name));
  return messages.flatMap(({ text }, message) =>
    text.variables
      .filter(({ syntax, name }) => syntax === 'mustache' && !isDefined(name))
      .map((use) => ({ use, message })),
  );
}
