import type { Paragraph } from '../document.ts';
import { type Candidate, edit, ruleFacts, type SpanRule } from '../rule.ts';
import { orderVerbs } from '../vocabulary.ts';
import { capitalized } from '../words.ts';

const request = /^(?:can|could|would|will) you (please |kindly )?(\p{Ll}+)\b/iu;
const longest = 400;

function* find({ kind, text, sentences, mask }: Paragraph): Iterable<Candidate> {
  // A question in a template is mostly one that the text asks, not one to the model.
  if (kind !== 'prose' || mask.spans.some((span) => span.kind === 'template')) return;
  for (const { start, end } of sentences) {
    if (end - start > longest || text[end - 1] !== '?' || mask.touches(start, end)) continue;
    const sentence = text.slice(start, end);
    const match = request.exec(sentence);
    const verb = match?.[2]?.toLowerCase() ?? '';
    if (match === null || !orderVerbs.has(verb)) continue;
    const rest = sentence.slice(match[0].length - verb.length, -1);
    yield edit('suggestion', start, end, `${capitalized(rest)}.`, { relaxes: ['modals'] });
  }
}

/** PT04: requests put as questions. */
export const questions: SpanRule = {
  info: ruleFacts('PT04', 'suggestion'),
  sign: /\?/,
  find,
};
