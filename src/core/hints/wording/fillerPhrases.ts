import { ruleFacts } from '../rule.ts';
import { baseOfGerund, determiners, gerundOf, wordSet } from '../vocabulary.ts';
import type { Phrase, PhraseContext, PhraseRule } from './phrase.ts';

// "Ensure that it is short and that it is true" needs both.
const isAlone = ({ after }: PhraseContext): boolean => !/(?:\band|\bor|\bbut|,) that\b/.test(after);
const beForms = wordSet("is are was were be been being am it's that's");
const aboutSomething = wordSet(
  'questions information details instructions guidance advice concerns decisions feedback opinions facts rules',
);
const owners = wordSet('the these those your our my their its his her');
const clauseStarts = new Set([...determiners].filter((word) => word !== 'that' && word !== 'such'));
const opensClause = wordSet('that which who to for so as when where and or');

const adjectives = wordSet(
  'accurate careful clear coherent concise consistent different effective efficient logical meaningful natural neutral',
  'polite precise professional respectful responsible safe secure similar systematic thorough',
);

function adverbOf(adjective = ''): string | null {
  if (adjective === 'organized') return 'methodically';
  if (!adjectives.has(adjective)) return null;
  return adjective.endsWith('ic') ? `${adjective}ally` : `${adjective.replace(/le$/, '')}ly`;
}

const safe = (words: string, to: Phrase['to'], guards: Partial<Phrase> = {}): Phrase => ({
  words,
  to,
  tier: 'safe',
  ...guards,
});
const suggestion = (words: string, to: Phrase['to'], guards: Partial<Phrase> = {}): Phrase => ({
  words,
  to,
  tier: 'suggestion',
  ...guards,
});

const verbForms = (from: string, to: string): readonly (readonly [string, string])[] => [
  [from, to],
  [`${from}s`, `${to}s`],
  [gerundOf(from), gerundOf(to)],
];
const firstWord = ([first]: readonly string[]): string | null => first ?? null;
const inside = (guards: Partial<Phrase> = {}): Partial<Phrase> => ({
  ...guards,
  when: (context) => context.previous !== '' && (guards.when?.(context) ?? true),
});

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

const phrases: readonly Phrase[] = [
  safe('in order to', 'to', { notPrev: wordSet('alphabetical chronological reverse priority numerical') }),
  safe('in order to be able to', 'to'),
  safe('so as to', 'to', inside()),
  safe('due|owing to the fact that', 'because'),
  safe('in light|view of the fact that', 'because'),
  safe('despite the fact that', 'although'),
  safe('in spite of the fact that', 'although'),
  safe('in the event|case that', 'if'),
  safe('for the purpose|purposes|sake of', 'for'),
  ...verbForms('take', 'consider').map(([from, to]) =>
    safe(`${from} into account|consideration`, to, {
      when: ({ next }) => next !== '' && !opensClause.has(next),
    }),
  ),
  ...verbForms('make', 'use').map(([from, to]) => safe(`${from} use of`, to, { notPrev: beForms })),
  safe('outside|inside of', firstWord, { next: owners, notPrev: wordSet('the on an from') }),
  safe('off of', 'off', { next: owners }),
  safe('all of', 'all', {
    next: owners,
    notPrev: wordSet('or and at above first'),
    when: ({ after }) => !/^ the (?:above|below)\b/.test(after),
  }),
  safe('both of the', 'both', {
    when: ({ next }) => next !== '' && !wordSet('following above below two').has(next),
  }),
  safe('at this point in time', 'now'),
  safe('at the present|current time', 'now'),
  safe('at a later time|date', 'later'),
  safe('in the near future', 'soon'),
  safe('from time to time', 'occasionally'),
  safe('on a daily|weekly|monthly|yearly basis', (words) => words[2] ?? null),
  safe('on a regular basis', 'regularly'),
  safe('in a|an * way|manner', ([, , adjective]) => adverbOf(adjective), inside({ notNext: opensClause })),
  safe(
    'in a|an * and * way|manner',
    ([, , first, , second]) => {
      const [one, two] = [adverbOf(first), adverbOf(second)];
      return one === null || two === null ? null : `${one} and ${two}`;
    },
    inside({ notNext: opensClause }),
  ),
  safe('in such a way|manner that', 'so that'),
  safe('in such a way|manner as to', 'to'),
  safe('until such time as', 'until'),
  safe('for the duration of', 'during'),
  safe('in the course of', 'during'),
  safe('in advance of', 'before'),
  safe('in close proximity to', 'near'),
  safe('in the vicinity of', 'near'),
  safe('in spite of', 'despite'),
  safe('through|by|with|via the use of', 'using', inside({ notPrev: beForms })),
  safe('the reason why', 'why', inside({ notPrev: wordSet('give state provide include as for') })),
  safe('the way|manner in which', 'how', inside()),
  safe('ensure|ensures|ensuring|ensured that', firstWord, { next: clauseStarts, when: isAlone }),
  safe('go ahead and', '', inside()),
  safe('go ahead and', '', { at: 'sentence' }),
  safe('is|are in the process of', firstWord),
  ...verbForms('provide', 'give').map(([from, to]) =>
    safe(`${from} me|you|us|them with`, ([, person]) => `${to} ${person}`),
  ),
  safe('it will be your job|task to', 'you will', inside()),
  safe('the following', 'this', { when: followedBy(false) }),
  safe('the following', 'these', { when: followedBy(true) }),
  safe('and so on and so forth', 'and so on'),
  suggestion('with|in regard|regards to', 'about', inside()),
  suggestion('with respect to', 'about', {
    when: ({ previous }) => aboutSomething.has(previous),
  }),
  suggestion('when it comes to', 'for', { at: 'sentence' }),
  suggestion('a large|great|vast|significant number of', 'many', { relaxes: ['scope'] }),
  suggestion('a number of', 'several', { relaxes: ['scope'] }),
  suggestion('the majority of', 'most', { relaxes: ['scope'] }),
  suggestion('a (wide|broad) variety|range of', 'various', { notPrev: wordSet('within in across over') }),
  suggestion('a minimum of', 'at least', { relaxes: ['scope'] }),
  suggestion('a maximum of', 'at most', { relaxes: ['scope'] }),
  suggestion('at all times', 'always', { relaxes: ['scope'] }),
  suggestion('any and all', 'all', { relaxes: ['scope'], idiom: true }),
  suggestion('whether or not', 'whether', {
    relaxes: ['negations'],
    idiom: true,
    when: ({ next }) => next !== '',
  }),
  suggestion('has|have the ability|capability to', 'can', { relaxes: ['modals'], when: carriesVerb }),
  suggestion('is|are able to', 'can', { relaxes: ['modals'], when: carriesVerb }),
  suggestion('with the exception of', 'except', inside({ relaxes: ['negations'] })),
  safe('prior to', 'before', { when: ({ next }) => baseOfGerund(next) !== null }),
  suggestion('prior to', 'before'),
  suggestion('subsequent to', 'after'),
  safe('as well as', 'and', { when: endsList }),
  suggestion('as well as', 'and', { when: addsItem }),
  suggestion('as to whether', 'whether', inside()),
  suggestion('on the basis of', 'based on'),
  suggestion('in accordance with', 'following', inside()),
  suggestion('in conjunction with', 'with'),
  suggestion('in an effort|attempt to', 'to'),
  suggestion('with the help of', 'with'),
  suggestion('by means of', 'by'),
  suggestion('come up with', 'propose', { when: isIdeas, notPrev: wordSet('have has had') }),
  suggestion('if at all possible', 'if possible', { relaxes: ['scope'], idiom: true }),
  suggestion('take the time to', '', { at: 'clause' }),
  suggestion('over the course of', 'during', { next: owners }),
];

/** PT01: stock phrases that one word replaces. */
export const fillerPhrases: PhraseRule = {
  info: ruleFacts('PT01', 'safe'),
  phrases,
};
