import { ruleFacts } from '../rule.ts';
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
  info: ruleFacts('PT06', 'advice', { defaultOn: false }),
  phrases: [
    advice('try to', { at: 'clause', next: orderVerbs }),
    advice('maybe|perhaps|ideally', { at: 'clause' }),
    advice('if possible'),
    advice('it would be great|nice|helpful if'),
    advice('you might|may want to', { at: 'sentence' }),
    advice('i think (that)', { at: 'sentence' }),
  ],
};
