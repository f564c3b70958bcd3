import type { Paragraph } from '../document.ts';
import type { Candidate, SpanRule } from '../rule.ts';
import { orderVerbs } from '../vocabulary.ts';

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
    const replacement = `${rest[0]?.toUpperCase()}${rest.slice(1)}.`;
    yield { tier: 'suggestion', start, end, replacement, relaxes: ['modals'] };
  }
}

/** PT04: requests put as questions. */
export const questions: SpanRule = {
  info: {
    id: 'PT04',
    title: 'Request as a question',
    why: 'An order is shorter than a question that asks for the same, and cannot be answered with "yes".',
    evidence:
      'Two to four tokens each. Newer models take words literally: "Can you suggest changes?" may get suggestions where the changes were wanted.',
    tier: 'suggestion',
    defaultOn: true,
    offFor: [],
    rank: 0,
    examples: {
      fixes: [
        { before: 'Can you please shorten this letter?', after: 'Shorten this letter.' },
        { before: 'Could you list the rivers of Asia?', after: 'List the rivers of Asia.' },
      ],
      flags: [],
      leaves: [
        'Can you hear me?',
        '- Can you explain it to a friend?',
        'Say: "Can you check the door?"',
        'Ask whether you can help.',
        'Here is {{page}}. Can you tell me the year?',
      ],
    },
  },
  find,
};
