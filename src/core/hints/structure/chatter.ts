import { type Paragraph, type PromptDocument, perParagraph } from '../document.ts';
import { type DocumentRule, edit, ruleFacts } from '../rule.ts';
import { lowerText } from '../words.ts';
import { sentenceDeletion } from './deletion.ts';

/** What the model is told to leave out. */
type Chatter = keyof typeof signs;

interface Ban {
  readonly start: number;
  readonly end: number;
  readonly covers: readonly Chatter[];
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
  /\b(?:if|when|unless|until|except|while|where|in case|for (?:each|every)|section|field|column|line)\b/i;

/** The model is told more than once to leave explanations out. */
export const chatterSwitch: DocumentRule = {
  info: ruleFacts('PT24', 'suggestion', { rank: 2 }),
  *find({ text, paragraphs }: PromptDocument) {
    const bans: Ban[] = [];
    for (const { start, paragraph } of paragraphs) {
      for (const ban of bansIn(paragraph))
        bans.push({ ...ban, start: ban.start + start, end: ban.end + start });
    }
    const kept = new Set<Chatter>();
    for (const { covers, pure, start, end } of bans.sort(strongestFirst)) {
      const covered = pure && covers.every((one) => kept.has(one));
      const span = covered ? sentenceDeletion(text, { start, end }) : null;
      if (span) {
        yield edit('suggestion', span.start, span.end, '', { relaxes: ['negations', 'scope', 'modals'] });
      } else for (const one of covers) kept.add(one);
    }
  },
};

function strongestFirst(a: Ban, b: Ban): number {
  return Number(a.pure) - Number(b.pure) || b.covers.length - a.covers.length || a.start - b.start;
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
  return [...text.slice(contentStart).matchAll(piece)].flatMap(({ index, 0: found }): readonly Ban[] => {
    const start = contentStart + index;
    const end = start + found.trimEnd().length;
    const own = text.slice(start, end).replaceAll('’', "'").replace(/[*_]/g, '');
    if (condition.test(own) || mask.touches(start, end)) return [];
    const pure = pureBan.test(own);
    if (!pure && !onlyOutput.test(own)) return [];
    return [{ start, end, pure, covers: chatter.filter((kind) => !pure || signs[kind].test(own)) }];
  });
}

const signs = {
  explanation: /expla|comment|remark|reasoning/i,
  warning: /warning|note|disclaimer|caveat/i,
  preamble: /preamble|introduc|small talk|filler/i,
};
const chatter = Object.keys(signs) as readonly Chatter[];
