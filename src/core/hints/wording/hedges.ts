import { orderVerbs } from '../vocabulary.ts';
import type { Phrase, PhraseRule } from './phrase.ts';

const advice = (words: string, guards: Partial<Phrase> = {}): Phrase => ({
  words,
  to: null,
  tier: 'advice',
  ...guards,
});

/** PT06: words that leave open whether something is asked for; off unless asked for. */
export const hedges: PhraseRule = {
  info: {
    id: 'PT06',
    title: 'Hedge',
    why: 'A hedge leaves the model to decide whether the instruction holds. Say when it holds, or drop the hedge.',
    evidence:
      'A matter of clarity, not of tokens: newer models follow instructions to the letter, hedges included. "As needed" and "where appropriate" are real conditions and are not reported.',
    tier: 'advice',
    defaultOn: false,
    offFor: [],
    rank: 0,
    examples: {
      fixes: [],
      flags: ['Try to name the source.', 'Maybe add a map.', 'It would be nice if it rhymed.'],
      leaves: [
        'If the user tries to leave, ask why.',
        'Add headings as needed.',
        'Name what kind of bird it is.',
      ],
    },
  },
  phrases: [
    advice('try to', { at: 'clause', next: orderVerbs }),
    advice('maybe|perhaps|ideally', { at: 'clause' }),
    advice('it would be great|nice|helpful if'),
    advice('you might|may want to', { at: 'sentence' }),
    advice('i think (that)', { at: 'sentence' }),
  ],
};
