import type { Paragraph } from '../document.ts';
import type { Tier } from '../finding.ts';
import { type Candidate, ruleFacts, type SpanRule } from '../rule.ts';

interface Ritual {
  readonly sentence: RegExp;
  readonly tier: Tier;
}

const stepByStep = 'step[- ]by[- ]step';
const tail = "[a-z ,'’-]*";

/** Whole sentences in lower case, without emphasis and end marks. */
const rituals: readonly Ritual[] = [
  {
    sentence: new RegExp(
      `^(?:please |first,? )?take a (?:deep breath|step back)(?: and (?:think|work)${tail})?$`,
    ),
    tier: 'suggestion',
  },
  {
    sentence: new RegExp(
      `^(?:please |let'?s |always )?(?:think|work)(?: about this| through this)? ${stepByStep}${tail}$`,
    ),
    tier: 'suggestion',
  },
  {
    sentence:
      /^(?:ensure|make sure) (?:that )?you follow all (?:of )?(?:these|the|the above) instructions(?: when creating your (?:output|answer|response))?$/,
    tier: 'suggestion',
  },
  { sentence: /^(?:please )?(?:always )?(?:do|try) your (?:very )?best$/, tier: 'suggestion' },
  { sentence: /^you are a (?:very )?helpful(?: ai)? assistant$/, tier: 'suggestion' },
  { sentence: /^(?:always )?follow (?:the )?best practices$/, tier: 'suggestion' },
  {
    sentence: /^this is (?:very|extremely|really|so) important (?:to|for) (?:me|my career)$/,
    tier: 'suggestion',
  },
];

const advised: readonly RegExp[] = [
  /\b(?:i(?:'ll| will) )?(?:tip|pay) you (?:\$|€|£)?\d/,
  /\byou(?:'ll| will) be (?:penali[sz]ed|punished|fired)\b/,
  /\b\d+\+? years(?:'|’)? (?:of )?(?:\w+ )?experience\b/,
  /\bworld-(?:class|renowned|leading)\b/,
];
const longest = 300;
const sign =
  /step|breath|instructions|best|helpful|important|\b(?:tip|pay) you|you(?:'ll| will) be|years|world-/i;

function* find({ text, sentences, kind }: Paragraph): Iterable<Candidate> {
  if (kind === 'heading') return;
  for (const [i, { start, end }] of sentences.entries()) {
    if (end - start > longest) continue;
    const said = text.slice(start, end).toLowerCase();
    const bare = said.replace(/^[*_\s]+|[.!*_\s]+$/g, '').replaceAll('’', "'");
    const ritual = rituals.find(({ sentence }) => sentence.test(bare));
    if (ritual !== undefined) {
      const next = sentences[i + 1]?.start ?? end;
      yield { tier: ritual.tier, start, end: next, replacement: '', relaxes: ['modals', 'scope'] };
      continue;
    }
    for (const pattern of advised) {
      const match = pattern.exec(said);
      if (match === null) continue;
      yield {
        tier: 'advice',
        start: start + match.index,
        end: start + match.index + match[0].length,
        replacement: null,
      };
    }
  }
}

/** PT15: sentences that were found to help older models, and such as say nothing. */
export const ritualSentences: SpanRule = {
  info: ruleFacts('PT15', 'suggestion'),
  sign,
  // Where the model does not think by itself, these words may be all the thinking that it does.
  suits: ({ model }) => model?.thinks !== false,
  find,
};
