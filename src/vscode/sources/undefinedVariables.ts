import type { FoundPrompt, VariableUse } from '../../core/prompt/foundPrompt.ts';
import { ownMessage } from '../../core/prompt/withText.ts';
import type { Filling } from './promptValues.ts';

/** A variable of a prompt's text that nothing gives a value, with the place in that text. */
export interface UndefinedVariable {
  readonly use: VariableUse;
  /** Index of the message that it stands in. */
  readonly message: number;
}

/**
 * The variables `{{name}}` of a prompt without a value: in no value set, without a default, never given one. What an
 * input asks for, VS Code fills or the program around a string fills in is defined by its very kind. The prompts of one
 * call send the same messages, so each has the variables of its own.
 */
export function undefinedVariables(prompt: FoundPrompt, { known }: Filling): readonly UndefinedVariable[] {
  const { messages, variables, valueSets } = prompt;
  const own = prompt.call === null ? null : ownMessage(prompt);
  const secret = new Set(variables.filter((variable) => variable.secret).map(({ name }) => name));
  const isDefined = (name: string): boolean =>
    known.has(name) || secret.has(name) || valueSets.some(({ values }) => Object.hasOwn(values, name));
  return messages.flatMap((message, index) =>
    own !== null && message !== own
      ? []
      : message.text.variables
          .filter(({ syntax, name }) => syntax === 'mustache' && !isDefined(name))
          .map((use) => ({ use, message: index })),
  );
}
