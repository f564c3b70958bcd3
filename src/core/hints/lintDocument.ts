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

interface Remembered {
  asked: string | null;
  proposals: readonly Proposal[];
}

const rememberedOf = perParagraph((): Remembered => ({ asked: null, proposals: [] }));

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
  return proposals.length === 0
    ? proposals
    : proposals.filter(({ candidate: { start, end } }) => !paragraph.mask.touches(start, end));
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
  const add = (info: RuleFacts, candidate: Candidate, start: number, end: number): void => {
    const tier = tierOf(info, candidate, options);
    if (tier === null || isDisabled(info.id, start, end)) return;
    if (tiers.has(tier))
      located.push({ rule: info.id, candidate: withTier(candidate, tier), start, end, saved: 0 });
  };
  const asked = `${options.kind} ${options.model?.thinks} ${options.model?.literal}`;
  for (const { start: offset, paragraph } of document.paragraphs) {
    for (const { info, candidate } of proposalsIn(paragraph, options, asked)) {
      const span = { start: candidate.start + offset, end: candidate.end + offset };
      const tidy = candidate.replacement === '' ? tidyDeletion(document.text, span) : span;
      if (tidy !== null) add(info, candidate, tidy.start, tidy.end);
    }
  }
  for (const { info, find } of [...wordingDocumentRules, ...documentRules]) {
    if (!isOn(info, options)) continue;
    for (const candidate of find(document, options)) {
      const end =
        candidate.scope === 'document' && candidate.replacement === null ? candidate.start : candidate.end;
      add(info, candidate, candidate.start, end);
    }
  }
  return settle(document, located, options);
}

function isOn(info: RuleFacts, { rules, kind }: LintOptions): boolean {
  const set = rules[info.id];
  if (set === 'off' || info.offFor.includes(kind)) return false;
  return set !== undefined || info.defaultOn;
}

const rankOfTier: Readonly<Record<Tier, number>> = { advice: 0, suggestion: 1, safe: 2 };

/** How far a finding may go: no further than the person set; what is the rule's furthest goes as far as that. */
function tierOf(info: RuleFacts, { tier, replacement }: Candidate, options: LintOptions): Tier | null {
  if (!isOn(info, options)) return null;
  const set = options.rules[info.id];
  if (set === undefined || set === 'off' || replacement === null) return tier;
  if (tier === info.tier) return set;
  return rankOfTier[set] < rankOfTier[tier] ? set : tier;
}

function withTier(candidate: Candidate, tier: Tier): Candidate {
  if (tier === 'advice') return { ...candidate, tier, replacement: null };
  return candidate.tier === tier ? candidate : { ...candidate, tier };
}
