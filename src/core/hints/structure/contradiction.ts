import { type DocumentRule, ruleFacts } from '../rule.ts';
import { adviceOn } from './adviceOn.ts';
import { lineNumber } from './lineNumber.ts';
import { proseSearch } from './prose.ts';

const reasoning = proseSearch(
  /\b(?:think(?:ing)?(?: (?:about (?:it|this)|through (?:it|this)|it through|carefully))?,? step[- ]by[- ]step|(?:let's|let us) think|(?:explain|show|write (?:out|down)|describe|give) your (?:reasoning|thinking|thought process|work(?:ing)?)|reason (?:it out )?step[- ]by[- ]step|think out loud|walk (?:me )?through your reasoning)\b/gi,
  /step|think|reason|your work|thought/,
);
const onlyAnswer = proseSearch(
  /(?<![-\w])(?:only (?:output(?! (?:format|form)\b)|return|reply|respond|answer|print)|(?:output|return|reply|respond|answer|print)(?: with)? only|only the (?:answer|result|output)|nothing else|(?:do not|don['’]t|never) (?:write|give|add|include|provide) (?:any )?explanations?|without (?:any )?explanations?|no explanations?)\b/gi,
  /only|nothing else|explanation/,
);
const apart = /<\/?(?:thinking|scratchpad|reasoning|thoughts?|analysis|planning)\b/i;

/** Reasoning and nothing but the answer are both asked for. */
export const contradiction: DocumentRule = {
  info: ruleFacts('PT23', 'advice', { rank: 2 }),
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
