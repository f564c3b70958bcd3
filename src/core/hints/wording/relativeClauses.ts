import { ruleFacts } from '../rule.ts';
import { wordSet } from '../vocabulary.ts';
import type { PhraseContext, PhraseRule } from './phrase.ts';

const participles =
  'provided|listed|mentioned|described|given|shown|defined|specified|outlined|stated|discussed|included|contained|' +
  'located|stored|found|placed|used|needed|required|necessary|relevant|related|similar|specific|associated|connected|' +
  'linked|attached|based|written|created|generated|made|built|designed|intended|meant|tailored|suitable|appropriate|' +
  'available|responsible|taken|derived|extracted|returned|produced|caused|affected|supported|covered|referenced|' +
  'presented|displayed|applied|aligned|compatible|consistent|unrelated|irrelevant|unique|common|typical|critical|' +
  'important|essential|useful|helpful|involved|interested|experienced|familiar|trained';
const prepositions =
  'in|on|at|by|for|from|to|with|within|about|above|below|under|over|as|through|during|between|into|across';
const adverbs =
  'directly|closely|specifically|clearly|explicitly|currently|commonly|already|most|highly|especially';
const clause = new RegExp(`^\\s(?:(?:${adverbs})\\s)?(?:${participles})\\s(?:${prepositions})\\b`);

// After these, "that is" opens a clause with a subject of its own, or "that" is the subject.
const noNouns = wordSet(
  'ensure ensures ensuring so such if when and or but as than because since where while sure it is are be not all',
  'anything everything something nothing what one ones only think believe assume say says state states note know means',
  'mean verify check confirm indicate indicates show shows suggest suggests specify remember guarantee see clear given',
  'important essential likely possible true false of in on at by for from to with about into like unless until whether',
  'said way fact now also then just even those that this these',
);
const followsNoun = ({ previous }: PhraseContext): boolean =>
  /^\p{L}{2,}$/u.test(previous) && !noNouns.has(previous) && !/(?:ly|ing)$/.test(previous);

// Where the verb does not agree with the word before it, the clause is about an earlier one: "lines to the user that are".
const isPlural = (noun: string): boolean => /[^s]s$/.test(noun) || irregular.has(noun);
const irregular = wordSet('people children data criteria media men women phenomena');
const isRelative =
  (plural: boolean) =>
  (context: PhraseContext): boolean =>
    followsNoun(context) && isPlural(context.previous) === plural && clause.test(context.after);

/** PT08: relative clauses that a participle or a preposition replaces. */
export const relativeClauses: PhraseRule = {
  info: ruleFacts('PT08', 'safe'),
  tables: [
    [{ when: isRelative(false) }, 'that|which is'],
    [{ when: isRelative(true) }, 'that|which are'],
    [
      {
        when: ({ previous, before, after }) =>
          previous !== '' &&
          !wordSet('be and or centrally get not').has(previous) &&
          // What a step located is what it found.
          !/^ step\b/.test(after) &&
          !/\bwhere\b[^,.;]*$/.test(before),
      },
      'located in|at|on|under|within: $2',
    ],
  ],
  suggestions: [[{ relaxes: ['modals'], when: followsNoun }, 'that|which can be used to|for: $5']],
};
