import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { type Candidate, type DocumentRule, ruleFacts } from '../rule.ts';
import { lowerText } from '../words.ts';
import { sentenceDeletion } from './deletion.ts';

/** What the model is told to leave out. */
type Chatter = 'explanation' | 'warning' | 'preamble';

interface Ban {
  readonly start: number;
  readonly end: number;
  readonly covers: ReadonlySet<Chatter>;
  /** A sentence that says nothing else and has no condition, so that it can go. */
  readonly pure: boolean;
}

const nouns =
  '(?:explanations?|explanatory text|comments|commentary|remarks?|warnings?|notes?|disclaimers?|caveats?|preambles?|introductions?|introductory text|small talk|filler)';
const list = `(?:any |additional |extra |other |further |unnecessary )*${nouns}(?:(?:,| or| and|, or|, and)+ (?:any |additional |extra |other )*${nouns})*`;
const place =
  '(?: (?:in|to|with|before|after|around) (?:your|the) (?:answers?|outputs?|responses?|repl(?:y|ies)|results?))?';
const pureBan = new RegExp(
  `^(?:please )?(?:(?:do not|don't|never) (?:give|write|add|include|provide|output|offer|print|make) ${list}|(?:do not|don't|never) explain (?:yourself|anything|what you (?:are doing|do|did)|your (?:answer|output|response|reasoning))|no ${list}(?:, no ${list})*)${place}[.!]?$`,
  'i',
);
const onlyOutput =
  /\b(?:only (?:output|return|reply with|respond with|answer with|provide|print|give) (?:the|a|an|valid|your)\b|(?:output|return|reply|respond|answer|provide|print|give|write)(?: with)? (?:only|nothing but)\b|(?:and|with) nothing else\b)/i;
const condition =
  /\b(?:if|when|unless|until|except|while|where|in case|for (?:each|every)|section|field|column|line|unless)\b/i;

/** The model is told more than once to leave explanations out. */
export const chatterSwitch: DocumentRule = {
  info: ruleFacts('PT24', 'suggestion', { rank: 2 }),
  *find({ text, paragraphs }: PromptDocument) {
    const bans: Ban[] = [];
    for (const { start, paragraph } of paragraphs) {
      for (const ban of bansIn(paragraph))
        bans.push({ ...ban, start: ban.start + start, end: ban.end + start });
    }
    const kept: Ban[] = [];
    for (const ban of strongestFirst(bans)) {
      const covered = [...ban.covers].every((one) => kept.some(({ covers }) => covers.has(one)));
      const span = ban.pure && covered ? sentenceDeletion(text, ban) : null;
      if (span === null) kept.push(ban);
      else yield deletion(span.start, span.end);
    }
  },
};

function deletion(start: number, end: number): Candidate {
  return { tier: 'suggestion', start, end, replacement: '', relaxes: ['negations', 'scope', 'modals'] };
}

function strongestFirst(bans: readonly Ban[]): readonly Ban[] {
  return bans.toSorted(
    (a, b) => Number(a.pure) - Number(b.pure) || b.covers.size - a.covers.size || a.start - b.start,
  );
}

// People write these in one breath, without capitals: "reply only with the output. do not write explanations."
const piece = /[^\s.!?][^.!?\n]*[.!?]*/g;

const sign =
  /only|nothing|expla|comment|remark|warning|note|disclaimer|caveat|preamble|introduc|filler|small talk/;

const bansIn = perParagraph((paragraph: Paragraph): readonly Ban[] =>
  sign.test(lowerText(paragraph)) ? readBans(paragraph) : none,
);
const none: readonly Ban[] = [];

function readBans({ text, contentStart, mask }: Paragraph): readonly Ban[] {
  return [...text.slice(contentStart).matchAll(piece)].flatMap((match): readonly Ban[] => {
    const start = contentStart + match.index;
    const end = start + match[0].trimEnd().length;
    const own = text.slice(start, end).replaceAll('’', "'").replace(/[*_]/g, '');
    if (condition.test(own) || mask.touches(start, end)) return [];
    if (pureBan.test(own)) return [{ start, end, covers: coveredBy(own), pure: true }];
    return onlyOutput.test(own) ? [{ start, end, covers: everything, pure: false }] : [];
  });
}

const everything: ReadonlySet<Chatter> = new Set(['explanation', 'warning', 'preamble']);

function coveredBy(ban: string): ReadonlySet<Chatter> {
  const covers = new Set<Chatter>();
  if (/expla|comment|remark|reasoning/i.test(ban)) covers.add('explanation');
  if (/warning|note|disclaimer|caveat/i.test(ban)) covers.add('warning');
  if (/preamble|introduc|small talk|filler/i.test(ban)) covers.add('preamble');
  return covers;
}
