import { ruleFacts } from '../rule.ts';
import { orderVerbs } from '../vocabulary.ts';
import type { PhraseRule } from './phrase.ts';

/** PT06: words that leave open whether something is asked for; off unless asked for. */
export const hedges: PhraseRule = {
  info: ruleFacts('PT06', 'advice', { defaultOn: false }),
  tables: [
    [{ at: 'clause', next: orderVerbs }, 'try to'],
    [{ at: 'clause' }, 'maybe|perhaps|ideally'],
    [{}, 'if possible, it would be great|nice|helpful if'],
    [{ at: 'sentence' }, 'you might|may want to, i think (that)'],
  ],
};
