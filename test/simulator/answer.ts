import { assertNever } from '../../src/core/assertNever.ts';
import { type Ask, readAsk } from './ask.ts';
import { lognormal, pick, type Random, shuffled, whole } from './distribution.ts';
import * as phrases from './phrases.ts';
import { askedText, type MessagesRequest } from './request.ts';
import { countTokens, cutToTokens } from './tokens.ts';
import { topicsOf } from './topics.ts';

const lengthByEffort: Readonly<Record<string, number>> = {
  low: 0.7,
  medium: 0.85,
  high: 1,
  xhigh: 1.08,
  max: 1.15,
};

/** Fills the slots of phrases with what the prompt is about. */
type Filler = (phrase: string) => string;

function fillerOf(topics: readonly string[], random: Random): Filler {
  return (phrase) => {
    const [a = 'it', b = 'that'] = shuffled(random, topics);
    const filled = phrase.replaceAll('{a}', a).replaceAll('{b}', b);
    return filled.charAt(0).toUpperCase() + filled.slice(1);
  };
}

/** Endless sentences, each phrase once before any comes again. */
function* stream(random: Random, fill: Filler, bank: readonly string[]): Generator<string, never> {
  for (;;) for (const phrase of shuffled(random, bank)) yield fill(phrase);
}

function take(source: Iterator<string, never>, count: number): string[] {
  return Array.from({ length: count }, () => source.next().value);
}

function list(random: Random, fill: Filler, count: number): string {
  const numbered = random() < 0.4;
  return take(stream(random, fill, phrases.items), count)
    .map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${item}`)
    .join('\n');
}

function table(random: Random, fill: Filler): string {
  const rows = shuffled(random, phrases.rows).slice(0, whole(random, 3, 5));
  const lines = [['Aspect', 'Now', 'Later'], ['---', '---', '---'], ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => (cell === '---' ? cell : fill(cell))).join(' | ')} |`)
    .join('\n');
}

function code(text: string, topics: readonly string[]): string {
  const language = /\bpython\b/i.test(text) ? 'python' : /\bsql\b|\bquery\b/i.test(text) ? 'sql' : 'ts';
  const name = (topics.find((topic) => /^[a-z]+$/.test(topic) && topic !== language) ?? 'count').slice(0, 20);
  return phrases.code[language].replaceAll('{a}', name);
}

function json(random: Random, topics: readonly string[], ask: Ask): string {
  const value = {
    ...(ask.labels.length > 0
      ? { label: pick(random, ask.labels) }
      : { summary: `${topics[0]} and ${topics[1]}` }),
    confidence: whole(random, 55, 98) / 100,
    topics: topics.slice(0, whole(random, 2, 4)),
  };
  return JSON.stringify(value, null, random() < 0.5 ? 2 : 0);
}

function sections(random: Random, fill: Filler, asked: string, tokens: number, only: boolean): string {
  const lines = stream(random, fill, phrases.sentences);
  const titles = stream(random, fill, phrases.headings);
  const extras = shuffled(random, [
    () => list(random, fill, whole(random, 3, 5)),
    () => list(random, fill, whole(random, 3, 4)),
    () => table(random, fill),
    ...(/\b(?:code|function|script|program|sql|python|typescript)\b/i.test(asked)
      ? [() => code(asked, topicsOf(asked))]
      : []),
  ]);
  const parts = only ? [] : [fill(pick(random, phrases.openings))];
  const closing = only ? '' : fill(pick(random, phrases.closings));
  let spent = countTokens(parts.join('\n') + closing);
  while (spent < tokens) {
    const left = tokens - spent;
    const extra = left > 110 && random() < 0.35 ? extras.pop() : undefined;
    const part =
      extra?.() ?? take(lines, Math.max(1, Math.min(whole(random, 2, 4), Math.round(left / 24)))).join(' ');
    const titled = tokens > 260 && parts.length > 0 && random() < 0.5;
    const entry = titled ? `## ${titles.next().value}\n\n${part}` : part;
    parts.push(entry);
    spent += countTokens(entry);
  }
  return [...parts, closing].filter((part) => part !== '').join('\n\n');
}

function prose(random: Random, fill: Filler, asked: string, ask: Ask, effort: number): string {
  const lines = stream(random, fill, phrases.sentences);
  if (ask.sentences !== null) return take(lines, ask.sentences).join(' ');
  if (ask.words !== null) {
    const words = take(lines, Math.max(1, Math.floor(ask.words / 12)))
      .join(' ')
      .split(' ')
      .slice(0, ask.words);
    return `${words.join(' ').replace(/[\s,;:–.]+$/, '')}.`;
  }
  if (ask.only && ask.length === 1) return take(lines, whole(random, 1, 2)).join(' ');
  return sections(random, fill, asked, lognormal(random, 320 * ask.length * effort, 0.28), ask.only);
}

/** Writes an answer that keeps to what the prompt asks of form and length. */
export function writeAnswer(request: MessagesRequest, random: Random): string {
  const { system, user } = askedText(request);
  const asked = `${system}\n${user}`;
  const ask = readAsk(asked, request.jsonFormat);
  const topics = topicsOf(user.length > 40 ? user : `${user} ${system}`);
  const fill = fillerOf(topics, random);
  const around = (body: string) => (ask.only ? body : `${fill(pick(random, phrases.openings))}\n\n${body}`);
  switch (ask.form) {
    case 'json':
      return json(random, topics, ask);
    case 'label':
      return pick(random, ask.labels);
    case 'table':
      return around(table(random, fill));
    case 'code':
      return around(code(asked, topics));
    case 'list':
      return around(list(random, fill, Math.min(ask.items ?? whole(random, 4, 7), 40)));
    case 'prose':
      return prose(random, fill, asked, ask, lengthByEffort[request.effort ?? 'high'] ?? 1);
    default:
      return assertNever(ask.form);
  }
}

/** Thinks aloud about the prompt for about this many tokens. */
export function writeThoughts(request: MessagesRequest, random: Random, tokens: number): string {
  const { system, user } = askedText(request);
  const lines = stream(random, fillerOf(topicsOf(`${user} ${system}`), random), phrases.thoughts);
  return cutToTokens(take(lines, Math.ceil(tokens / 12) + 1).join(' '), tokens).trimEnd();
}
