import { edit, ruleFacts, type SpanRule } from '../rule.ts';
import { findSentences, type SentenceTable } from './wholeSentences.ts';

const stepByStep = 'step[- ]by[- ]step';
const tail = "[a-z ,'’-]*";

const rituals: SentenceTable = {
  dropped: [
    new RegExp(`^(?:please |first,? )?take a (?:deep breath|step back)(?: and (?:think|work)${tail})?$`),
    new RegExp(
      `^(?:please |let'?s |always )?(?:think|work)(?: about this| through this)? ${stepByStep}${tail}$`,
    ),
    /^(?:ensure|make sure) (?:that )?you follow all (?:of )?(?:these|the|the above) instructions(?: when creating your (?:output|answer|response))?$/,
    /^(?:please )?(?:always )?(?:do|try) your (?:very )?best$/,
    /^you are a (?:very )?helpful(?: ai)? assistant$/,
    /^(?:always )?follow (?:the )?best practices$/,
    /^this is (?:very|extremely|really|so) important (?:to|for) (?:me|my career)$/,
  ],
  advised: [
    /\b(?:i(?:'ll| will) )?(?:tip|pay) you(?= (?:\$|€|£)?\d)/,
    /\byou(?:'ll| will) be (?:penali[sz]ed|punished|fired)\b/,
    /\b\d+\+? years(?:'|’)? (?:of )?(?:\w+ )?experience\b/,
    /\bworld-(?:class|renowned|leading)\b/,
  ],
  relaxes: ['modals', 'scope'],
};

// At the end of its clause, where nothing hangs on it.
const effort = / to the best of your abilit(?:y|ies)(?=[.,;!?]|\s*$)/gi;

/** PT15: sentences that were found to help older models, and such as say nothing. */
export const ritualSentences: SpanRule = {
  info: ruleFacts('PT15', 'suggestion'),
  sign: /step|breath|instructions|best|helpful|important|\b(?:tip|pay) you|you(?:'ll| will) be|years|world-/i,
  // Where the model does not think by itself, these words may be all the thinking that it does.
  suits: ({ model }) => model?.thinks !== false,
  *find(paragraph) {
    yield* findSentences(paragraph, rituals);
    for (const { index: start, 0: words } of paragraph.text.matchAll(effort)) {
      if (/\w[)*_]*$/.test(paragraph.text.slice(Math.max(0, start - 4), start)))
        yield edit('suggestion', start, start + words.length, '');
    }
  },
};
