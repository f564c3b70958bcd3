import { nameWords } from '../../core/prompt/nameWords.ts';
import type { Role } from '../../core/prompt/promptDocument.ts';

/** How readily a named literal is taken for a prompt. */
export type Sensitivity = 'strict' | 'relaxed';

/** Whether a name may matter: it holds one of the words that all that is looked at has. */
export const markedName = /prompt|system|instruction|persona|guideline|^(?:content|text)$/i;

/** What a source holds wherever such a name is given a value; `content` and `text` only before a sign that gives one. */
export const markedSource =
  /prompt|system|instruction|persona|guideline|(?<![a-z])(?:content|text)["'`\]]?\s*[:=]/gi;

// Words behind the noun that say how the prompt is kept, not what it is.
const fillers: ReadonlySet<string> = new Set([
  'template',
  'tmpl',
  'tpl',
  'text',
  'string',
  'str',
  'message',
  'msg',
  'content',
  'base',
  'default',
  'prefix',
  'suffix',
  'v',
]);
const nouns: ReadonlySet<string> = new Set(['prompt', 'prompts', 'system', 'instructions', 'instruction']);
const systemWords: ReadonlySet<string> = new Set([
  'system',
  'instructions',
  'instruction',
  'developer',
  'persona',
  'guidelines',
]);
const relaxedWords: ReadonlySet<string> = new Set([...nouns, 'persona', 'guidelines']);
// Names that speak of a prompt without being one.
const otherWords: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'exception',
  'warning',
  'log',
  'title',
  'label',
  'name',
  'description',
  'placeholder',
  'url',
  'path',
  'file',
  'filename',
  'id',
  'key',
  'sql',
  'query',
  'regex',
  'pattern',
  'help',
  'class',
  'color',
  'style',
  'version',
  'type',
]);

/** What a name says of the literal that it stands for: its role, and whether it names a collection; null where it is no name of a prompt. */
export interface NamedPrompt {
  readonly role: Role;
  readonly isCollection: boolean;
  /** Nothing but `system`: a word of many meanings. */
  readonly isVague: boolean;
}

/** Reads the name of a variable, property, argument or function. */
export function promptName(name: string, sensitivity: Sensitivity): NamedPrompt | null {
  const words = nameWords(name);
  const noun = words.findLast((word) => !fillers.has(word) && !/^v?\d+$/.test(word));
  const isPrompt =
    (noun !== undefined && nouns.has(noun)) ||
    (sensitivity === 'relaxed' &&
      words.some((word) => relaxedWords.has(word)) &&
      !words.some((word) => otherWords.has(word)));
  if (!isPrompt) return null;
  return {
    role: words.some((word) => systemWords.has(word)) ? 'system' : 'user',
    isCollection: noun === 'prompts',
    isVague: noun === 'system' && !words.includes('message') && !words.includes('prompt'),
  };
}

/** Whether what is called asks the person, logs or fails: a `prompt` that it takes is no prompt for a model. */
export function talksToPeople(callee: string): boolean {
  const last = /([\p{L}\p{N}_$]+)$/u.exec(callee)?.[1] ?? '';
  return interactive.test(last) || logging.test(callee) || /(?:Error|Exception)$/.test(last);
}

const interactive =
  /^(?:input|raw_input|getpass|prompt|prompts|confirm|setPrompt|option|password_option|confirmation_option|showInputBox|showQuickPick|createInputBox|createInterface|inquirer)$/;
const logging =
  /(?:^|\.)(?:log|logger|logging|console|warn|warning|error|debug|info|print|printf|assert)(?:$|\.)/i;

/** Whether the text is a statement of SQL. */
export function looksLikeSql(text: string): boolean {
  return /^\s*(?:SELECT\b[\s\S]*\bFROM\b|INSERT\s+INTO\b|UPDATE\s+\S+\s+SET\b|DELETE\s+FROM\b|(?:CREATE|ALTER|DROP)\s+(?:TABLE|INDEX|VIEW)\b|WITH\s+\w+\s+AS\s*\()/.test(
    text,
  );
}

/** The role of a message object by the class that makes it, such as `HumanMessage`; null for other classes. */
export function roleOfMessageClass(callee: string): Role | 'assistant' | null {
  const match = /(Human|User|System|Developer|AI|Assistant)Message(?:Param|PromptTemplate)?$/.exec(callee);
  if (match === null) return null;
  return messageRole((match[1] ?? '').toLowerCase());
}

/** The role that a word of a message means, or null. */
export function messageRole(word: string): Role | 'assistant' | null {
  switch (word) {
    case 'user':
    case 'human':
      return 'user';
    case 'system':
    case 'developer':
      return 'system';
    case 'assistant':
    case 'ai':
      return 'assistant';
    default:
      return null;
  }
}

/** The mark of a comment such as `# prompt`, `// system prompt` or `/* prompt: system`; null for other comments. */
export function promptComment(comment: string): { readonly role: Role | null } | null {
  const match =
    /^(?:#+|\/\/+|\/\*+)[ \t]*(?:(system|user)[ \t]+)?prompt[ \t]*(?::?[ \t]*\(?(system|user)\)?)?[ \t]*(?:\*\/)?$/i.exec(
      comment.trim(),
    );
  if (match === null) return null;
  const role = (match[1] ?? match[2] ?? '').toLowerCase();
  return { role: role === 'system' ? 'system' : role === 'user' ? 'user' : null };
}
