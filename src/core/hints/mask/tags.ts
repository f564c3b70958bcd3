import { wordSet } from '../vocabulary.ts';
import type { InlineSpan } from './span.ts';

const longestTag = 240;
const opening = /^<([A-Za-z_][\w:.-]*)(?:\s+[^<>]*?)?(\/?)>$/;
const closing = /^<\/([A-Za-z_][\w:.-]*)\s*>$/;
const attribute = /\s[\w:.-]+\s*=\s*["'{]/;

// Tags whose content is instructions; what is not named holds data.
const instructionWords = wordSet(
  'instruction instructions rule rules task tasks role persona identity guideline guidelines guide constraint',
  'constraints requirement requirements process workflow step steps planning goal goals objective objectives',
  'system style tone policy policies principle principles behavior behaviour important tips delegation',
  'restrictions reminder reminders approach methodology strategy limit limits',
);
const instructionVerbs = wordSet('use think avoid follow do dont always never');
const dataWords = wordSet(
  'example examples sample samples template templates document documents data input inputs output text query code',
  'schema user history transcript',
);

/** Whether the content of a tag of this name is instructions, such as `rules` or `writing_guidelines`, and not data. */
export function holdsInstructions(name: string): boolean {
  const words = name.split(/[_.:-]+/);
  if (words.some((word) => dataWords.has(word))) return false;
  return words.some((word) => instructionWords.has(word)) || instructionVerbs.has(words[0] ?? '');
}

/** What opens with the `<` at this offset: a tag, a placeholder, an address; null for a mere sign. */
export function readAngle(text: string, start: number): InlineSpan | null {
  if (!/[A-Za-z_/!?#]/.test(text.charAt(start + 1))) return null;
  const window = text.slice(start, start + longestTag);
  const length = window.indexOf('>') + 1;
  if (length === 0 || window.lastIndexOf('<', length - 1) > 0) return null;
  const inside = window.slice(0, length);
  const end = start + length;
  if (/^<[\w+.-]+:\/\/|^<[\w.+-]+@/.test(inside)) return { kind: 'url', start, end, tag: null };
  const [, closes] = closing.exec(inside) ?? [];
  const [, opens, slash = ''] = opening.exec(inside) ?? [];
  const name = closes ?? opens;
  // Words without attributes, such as <your name>, are a placeholder.
  const isWords = !closes && !slash && /\s\S/.test(inside.slice(0, -2)) && !attribute.test(inside);
  if (name === undefined || isWords) {
    return inside.includes('\n') ? null : { kind: 'template', start, end, tag: null };
  }
  const side = closes ? 'close' : slash ? 'alone' : 'open';
  return { kind: 'tag', start, end, tag: { name: name.toLowerCase(), side } };
}
