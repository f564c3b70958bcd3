import { ruleFacts } from '../rule.ts';
import { baseOfGerund, orderVerbs, wordSet } from '../vocabulary.ts';
import { droppedThat } from './leadIns.ts';
import type { PhraseContext, PhraseRule } from './phrase.ts';

const beForms = wordSet("is are was were be been being am it's that's");
const aboutSomething = wordSet(
  'questions information details instructions guidance advice concerns decisions feedback opinions facts rules',
);
const owners = wordSet('the these those your our my their its his her');
const opensClause = wordSet('that which who to for so as when where and or');

const adjectives = wordSet(
  'accurate careful clear coherent concise consistent different effective efficient logical meaningful natural neutral',
  'polite precise professional respectful responsible safe secure similar systematic thorough',
);

function adverbOf(adjective: string): string | null {
  if (!adjectives.has(adjective)) return null;
  return adjective.endsWith('ic') ? `${adjective}ally` : `${adjective.replace(/le$/, '')}ly`;
}

const isInside = ({ previous }: PhraseContext): boolean => previous !== '';
const isFollowed = ({ next }: PhraseContext): boolean => next !== '';

const notPointing = wordSet('and or but are is was were be that which than as');
const noNounPhrase = wordSet(
  'is are was were has have will should must can may might apply applies hold holds do does when for as before after in',
  'on to with from by of and or while if unless until at about the each every all',
);
const isPlural = (noun: string): boolean => /(?:[^siu]s|criteria)$/.test(noun);
const forms = wordSet(
  'steps instructions rules guidelines criteria questions format structure template schema layout',
);
// Only where the list or the layout comes at once does "this" point to it.
const followedBy =
  (plural: boolean) =>
  ({ previous, after }: PhraseContext): boolean => {
    const [, said = '', mark] = /^((?: [a-z]+){1,3})[*_]*([:.])[*_]*$/.exec(after) ?? [];
    const words = said.trim().split(' ');
    const noun = words.at(-1) ?? '';
    if (previous === '' || notPointing.has(previous) || noun === '' || noun.endsWith('ly')) return false;
    // "In the following chapter." tells of a place.
    if (mark === '.' && !forms.has(noun)) return false;
    return words.every((word) => !noNounPhrase.has(word)) && isPlural(noun) === plural;
  };

// "You do not currently have the ability to" has no verb left to carry the "not".
const carriesVerb = ({ before }: PhraseContext): boolean =>
  !/(?:\b(?:do|does|did|not|never|to|will|would|should|must|shall|may|might|can|could)|n['’]t)\s+(?:\w+\s+)?$/.test(
    before,
  );
const isIdeas = ({ after }: PhraseContext): boolean =>
  /^ (?:[\w-]+ ){0,4}(?:ideas|strategies|solutions|ways|plans?|names?|suggestions|alternatives|options|questions)\b/.test(
    after,
  );

// Not the comparison of "reads as well as humans do", nor "as well as possible".
const addsItem = ({ previous, next, before }: PhraseContext): boolean =>
  next !== '' &&
  !next.endsWith('ing') &&
  !wordSet('possible you they he she we i it').has(next) &&
  !wordSet('just almost equally nearly do does perform performs work works read reads run runs').has(
    previous,
  ) &&
  /[\p{L}\p{N}),*] $/u.test(before);
// "Tea and cake, as well as milk and sugar" would have one "and" too many.
const endsList = (context: PhraseContext): boolean =>
  addsItem(context) && /, $/.test(context.before) && !/\band\b[^,;:]*, $/.test(context.before);

/** PT01: stock phrases that one word replaces. */
export const fillerPhrases: PhraseRule = {
  info: ruleFacts('PT01', 'safe'),
  tables: [
    [
      {},
      `
in order to be able to: to
due|owing to the fact that, in light|view of the fact that: because
despite the fact that, in spite of the fact that: although
in the event|case that: if
for the purpose|purposes|sake of: for
at this point in time, at the present|current time: now
at a later time|date: later
in the near future: soon
from time to time: occasionally
on a daily|weekly|monthly|yearly basis: $3
on a regular basis: regularly
in such a way|manner that: so that
in such a way|manner as to: to
until such time as: until
for the duration of, in the course of: during
in advance of: before
in close proximity to, in the vicinity of: near
in spite of: despite
is|are in the process of: $1
provide me|you|us|them with: give $2
provides me|you|us|them with: gives $2
providing me|you|us|them with: giving $2
and so on and so forth: and so on
`,
    ],
    [
      { when: isInside },
      `
so as to: to
the way|manner in which: how
go ahead and
it will be your job|task to: you will
`,
    ],
    [{ at: 'sentence' }, 'go ahead and'],
    [{ notPrev: wordSet('alphabetical chronological reverse priority numerical') }, 'in order to: to'],
    [
      { when: ({ next }) => next !== '' && !opensClause.has(next) },
      `
take into account|consideration: consider
takes into account|consideration: considers
taking into account|consideration: considering
`,
    ],
    [
      { notPrev: beForms },
      `
make use of: use
makes use of: uses
making use of: using
`,
    ],
    [{ next: owners, notPrev: wordSet('the on an from') }, 'outside|inside of: $1'],
    [{ next: owners }, 'off of: off'],
    [
      {
        next: owners,
        notPrev: wordSet('or and at above first'),
        // "All of these." has no noun to follow.
        when: ({ after }) => !/^ (?:the (?:above|below)\b|th[eo]se(?! \w))/.test(after),
      },
      'all of: all',
    ],
    [
      { when: ({ next }) => next !== '' && !wordSet('following above below two').has(next) },
      'both of the: both',
    ],
    [
      {
        make: (words) => {
          const adverbs = words.filter((_, i) => i > 0 && i % 2 === 0).map(adverbOf);
          return adverbs.includes(null) ? null : adverbs.join(' and ');
        },
        notNext: opensClause,
        when: isInside,
      },
      'in a|an * way|manner, in a|an * and * way|manner',
    ],
    [{ notPrev: beForms, when: isInside }, 'through|by|with|via the use of: using'],
    [{ notPrev: wordSet('give state provide include as for'), when: isInside }, 'the reason why: why'],
    [droppedThat, 'ensure|ensures|ensuring|ensured that: $1'],
    [{ when: followedBy(false) }, 'the following: this'],
    [{ when: followedBy(true) }, 'the following: these'],
    [{ when: ({ next }) => baseOfGerund(next) !== null }, 'prior to: before'],
    [{ when: endsList }, 'as well as: and'],
  ],
  suggestions: [
    [
      {},
      `
prior to: before
subsequent to: after
on the basis of: based on
in conjunction with, with the help of: with
in an effort|attempt to: to
by means of: by
`,
    ],
    [
      { when: isInside },
      `
with|in regard|regards to: about
as to whether: whether
in accordance with: following
`,
    ],
    [{ when: ({ previous }) => aboutSomething.has(previous) }, 'with respect to: about'],
    [{ at: 'sentence' }, 'when it comes to: for'],
    [
      { relaxes: ['scope'], when: ({ after }) => after[0] !== ',' },
      `
a large|great|vast|significant number of: many
a number of: several
the majority of: most
a minimum of: at least
a maximum of: at most
at all times: always
`,
    ],
    [
      {
        notPrev: wordSet('within in across over'),
        // "A range of 0 to 10" and "a range of values from low to high" are spans.
        when: ({ after }) => !/^ (?:\w+ )?(?:\d|from )/.test(after),
      },
      'a (wide|broad) variety|range of: various',
    ],
    [
      { relaxes: ['scope'], idiom: true },
      `
any and all: all
if at all possible: if possible
`,
    ],
    [{ relaxes: ['negations'], idiom: true, when: isFollowed }, 'whether or not: whether'],
    [{ relaxes: ['modals'], when: carriesVerb }, 'has|have the ability|capability to, is|are able to: can'],
    [{ relaxes: ['negations'], when: isInside }, 'with the exception of: except'],
    [
      { relaxes: ['negations', 'modals'], idiom: true, next: orderVerbs },
      `
under no circumstances should|will you: never
under no circumstance|circumstances: never
`,
    ],
    [{ when: addsItem }, 'as well as: and'],
    [{ when: isIdeas, notPrev: wordSet('have has had') }, 'come up with: propose'],
    [{ at: 'clause' }, 'take the time to'],
    [{ next: owners }, 'over the course of: during'],
  ],
};
