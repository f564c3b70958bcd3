import type { DocumentRule, SpanRule } from '../rule.ts';
import { directives } from './directives.ts';
import { emphasis } from './emphasis.ts';
import { fillerPhrases } from './fillerPhrases.ts';
import { hedges } from './hedges.ts';
import { intensifiers } from './intensifiers.ts';
import { headingLabels, notes } from './labels.ts';
import { leadIns } from './leadIns.ts';
import { nominalisations } from './nominalisations.ts';
import { openLists } from './openLists.ts';
import type { PhraseRule } from './phrase.ts';
import { politeness, thankSentences } from './politeness.ts';
import { preambles } from './preambles.ts';
import { questions } from './questions.ts';
import { redundantPairs } from './redundantPairs.ts';
import { relativeClauses } from './relativeClauses.ts';
import { ritualSentences } from './rituals.ts';
import { scaffolding } from './scaffolding.ts';

/** Rules that are tables of phrases; one pass over the words serves them all. */
export const phraseRules: readonly PhraseRule[] = [
  fillerPhrases,
  leadIns,
  preambles,
  politeness,
  hedges,
  intensifiers,
  relativeClauses,
  nominalisations,
  redundantPairs,
];

/** Wording rules that need the sentences of a paragraph. */
export const spanRules: readonly SpanRule[] = [
  questions,
  thankSentences,
  notes,
  openLists,
  emphasis,
  ritualSentences,
  scaffolding,
];

/** Wording rules that need to know the whole document. */
export const wordingDocumentRules: readonly DocumentRule[] = [directives, headingLabels];
