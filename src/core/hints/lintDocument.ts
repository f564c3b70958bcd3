import type { Span } from '../prompt/promptDocument.ts';
import { disabledIn } from './disable.ts';
import { type Paragraph, type PromptDocument, perParagraph } from './document.ts';
import type { Tier } from './finding.ts';
import type { LintOptions } from './options.ts';
import type { Candidate, RuleFacts } from './rule.ts';
import { type Located, type Settled, settle } from './settle.ts';
import { documentRules } from './structure/structureRules.ts';
import { tidyDeletion } from './tidy.ts';
import { matchPhrases, type Proposal } from './wording/matchPhrases.ts';
import { phraseIndex } from './wording/phrase.ts';
import { phraseRules, spanRules, wordingDocumentRules } from './wording/wordingRules.ts';

const index = phraseIndex(phraseRules);

/** What was proposed last for a paragraph, and for which options. */
const rememberedOf = perParagraph((): { asked?: string; proposals: readonly Proposal[] } => ({
  proposals: [],
}));

/** What every rule that needs no more than the paragraph says of it, remembered for the options last asked with. */
function proposalsIn(paragraph: Paragraph, options: LintOptions, asked: string): readonly Proposal[] {
  const remembered = rememberedOf(paragraph);
  if (remembered.asked !== asked) {
    remembered.asked = asked;
    remembered.proposals = isCovered(paragraph) ? [] : propose(paragraph, options);
  }
  return remembered.proposals;
}

function propose(paragraph: Paragraph, options: LintOptions): readonly Proposal[] {
  const proposals = matchPhrases(paragraph, index);
  for (const { info, sign, suits, find } of spanRules) {
    if (suits?.(options) === false || !sign.test(paragraph.text)) continue;
    for (const candidate of find(paragraph)) proposals.push({ info, candidate });
  }
  return proposals.filter(({ candidate: { start, end } }) => !paragraph.mask.touches(start, end));
}

function isCovered({ text, contentStart, mask }: Paragraph): boolean {
  return mask.spans.some(({ start, end }) => start <= contentStart && end >= text.length);
}

/** The findings of a document, of the tiers asked for. */
export function lintDocument(
  document: PromptDocument,
  options: LintOptions,
  tiers: ReadonlySet<Tier>,
): Settled {
  const located: Located[] = [];
  const isDisabled = disabledIn(document);
  const add = (info: RuleFacts, candidate: Candidate, { start, end }: Span): void => {
    const tier = tierOf(info, candidate, options);
    if (tier === null || !tiers.has(tier) || isDisabled(info.id, start, end)) return;
    const replacement = tier === 'advice' ? null : candidate.replacement;
    located.push({ rule: info.id, candidate: { ...candidate, tier, replacement }, start, end, saved: 0 });
  };
  const asked = `${options.kind} ${options.model?.thinks} ${options.model?.literal}`;
  for (const { start: offset, paragraph } of document.paragraphs) {
    for (const { info, candidate } of proposalsIn(paragraph, options, asked)) {
      const span = { start: candidate.start + offset, end: candidate.end + offset };
      const tidy = candidate.replacement === '' ? tidyDeletion(document.text, span) : span;
      if (tidy !== null) add(info, candidate, tidy);
    }
  }
  for (const { info, find } of [...wordingDocumentRules, ...documentRules]) {
    if (!isOn(info, options)) continue;
    for (const candidate of find(document, options)) add(info, candidate, candidate);
  }
  return settle(document, located, options);
}

function isOn(info: RuleFacts, { rules, kind }: LintOptions): boolean {
  const set = rules[info.id];
  if (set === 'off' || info.offFor.includes(kind)) return false;
  return set !== undefined || info.defaultOn;
}

const tiersByReach: readonly Tier[] = ['advice', 'suggestion', 'safe'];

/** How far a finding may go: no further than the person set; what is the rule's furthest goes as far as that. */
function tierOf(info: RuleFacts, { tier, replacement }: Candidate, options: LintOptions): Tier | null {
  if (!isOn(info, options)) return null;
  const set = options.rules[info.id];
  if (set === undefined || set === 'off' || replacement === null) return tier;
  if (tier === info.tier) return set;
  return tiersByReach.indexOf(set) < tiersByReach.indexOf(tier) ? set : tier;
}
