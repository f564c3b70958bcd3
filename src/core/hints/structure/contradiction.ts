import type { DocumentRule } from '../rule.ts';
import { adviceOn } from './adviceOn.ts';
import { lineNumber } from './lineNumber.ts';
import { proseSearch } from './prose.ts';

const reasoning = proseSearch(
  /\b(?:think(?:ing)?(?: (?:about (?:it|this)|through (?:it|this)|it through|carefully))?,? step[- ]by[- ]step|(?:let's|let us) think|(?:explain|show|write (?:out|down)|describe|give) your (?:reasoning|thinking|thought process|work(?:ing)?)|reason (?:it out )?step[- ]by[- ]step|think out loud|walk (?:me )?through your reasoning|think step by step)\b/gi,
  ['step', 'think', 'reason', 'your work', 'thought'],
);
const onlyAnswer = proseSearch(
  /\b(?:only (?:output|return|reply|respond|answer|print)|(?:output|return|reply|respond|answer|print)(?: with)? only|only the (?:answer|result|output)|nothing else|(?:do not|don['’]t|never) (?:write|give|add|include|provide) (?:any )?explanations?|without (?:any )?explanations?|no explanations?)\b/gi,
  ['only', 'nothing else', 'explanation'],
);
const apart = /<\/?(?:thinking|scratchpad|reasoning|thoughts?|analysis|planning)\b/i;

/** Reasoning and nothing but the answer are both asked for. */
export const contradiction: DocumentRule = {
  info: {
    id: 'PT23',
    title: 'Asks for reasoning and for the answer alone',
    why: 'The model can follow one of the two. What it writes as reasoning is output, which is slow and dear; thinking is set by the parameters of the request.',
    evidence:
      '14 of 307 public prompts ask for both. Anthropic advises to let the model think (thinking and effort) rather than to ask for steps in the answer. Check the answers with Compare.',
    tier: 'advice',
    defaultOn: true,
    offFor: [],
    rank: 2,
    examples: {
      fixes: [],
      flags: ['Think step by step about the best route.\n\nOnly output the name of the last stop.'],
      leaves: [
        'Think step by step in <thinking> tags.\n\nOnly output the name of the last stop after them.',
        'Write a guide that explains the route step by step. Only output Markdown.',
        'Think step by step about the best route.',
      ],
    },
  },
  *find(document, { model }) {
    if (model?.thinks === false) return;
    const [asked] = reasoning(document);
    const [refused] = onlyAnswer(document);
    if (asked === undefined || refused === undefined || apart.test(document.text)) return;
    const line = lineNumber(document.lines, asked.start);
    const answerLine = lineNumber(document.lines, refused.start);
    yield adviceOn({ line, answerLine });
  },
};
