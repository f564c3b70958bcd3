import type { Span } from '../../prompt/promptDocument.ts';
import { type Paragraph, type PlacedParagraph, type PromptDocument, perParagraph } from '../document.ts';
import { linesOf } from '../lines.ts';
import { type Candidate, type DocumentRule, edit, ruleFacts } from '../rule.ts';
import { boldItems } from './boldItems.ts';
import { comments } from './noteComments.ts';
import { type Section, sectionsOf } from './sections.ts';
import { paddedTables } from './tables.ts';

const longRule = /^[ \t]*([═─━=*-])\1{3,}[ \t]*$/;
const shortRule: Readonly<Record<string, string>> = {
  '═': '===',
  '─': '---',
  '━': '---',
  '=': '===',
  '-': '---',
  '*': '***',
};
const dataTitle = /\b(?:inputs?|data|context|transcript|document|text|source|question|query|conversation)\b/i;
const formTitle = /^#{1,6} .*(?:[A-Z]{3,}_[A-Z]{3,}|\[[A-Za-z ]+\]|<[A-Za-z ]+>|\{[A-Za-z _]+\})/;
const ruleSigns = /[═─━]{3,}|={4,}|-{4,}|\*{4,}/;
/** One rule alone may part the prompt from what is put behind it. */
const leastBreaks = 2;
const boldHeading = /^(\*\*|__)(?=\S)((?:(?!\1).)*\S)\1(:?)$/;
// Pictures that say yes, no, danger or a level are words; so are digits in boxes.
const telling = /[✅❌✔✖☑⛔🚫⚠🔴🟠🟡🟢🔵⚪⚫⭐❗❓🆗🆕]|\u20e3/u;
const picture =
  /^(\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)*)[ \t]+(?=\S)/u;
const pictures = /\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d)*/gu;

/** Bold and pictures in headings, long rules, bold bullets, padded tables, notes in comments. */
export const decoration: DocumentRule = {
  info: ruleFacts('PT18', 'safe'),
  *find(document, { kind }) {
    const sections = sectionsOf(document);
    if (!document.text.includes('](#')) yield* headingEdits(document, sections);
    yield* ruleEdits(document, sections);
    yield* boldItems(document, sections);
    yield* paddedTables(document);
    yield* comments(document, kind);
  },
};

function* headingEdits(document: PromptDocument, sections: readonly Section[]): Iterable<Candidate> {
  let usedInText: ReadonlySet<string> | undefined;
  for (let i = 0; i < sections.length; i++) {
    const { start: offset, paragraph } = document.paragraphs[i] as PlacedParagraph;
    const heading = adornedHeading(paragraph);
    if (heading === null || sections[i]?.describesAnswer !== false) continue;
    const { content, withPicture, bare, sign } = heading;
    if (sign !== '') usedInText ??= picturesInText(document);
    const replacement = usedInText?.has(sign) ? withPicture : bare;
    const start = offset + paragraph.contentStart;
    if (replacement !== content)
      yield edit('safe', start, start + content.length, replacement, { worksOn: 'heading' });
  }
}

/** A heading in bold, with a picture, or both, and what it is without; null for any other paragraph. */
const adornedHeading = perParagraph(({ kind, text, contentStart, mask }: Paragraph) => {
  const content = text.slice(contentStart).trimEnd();
  const end = contentStart + content.length;
  if (kind !== 'heading' || content === '' || mask.touches(contentStart, end, ['heading'])) return null;
  const withPicture = content.replace(boldHeading, '$2$3');
  const [found = '', sign = ''] = picture.exec(withPicture) ?? [];
  const bare = telling.test(sign) ? withPicture : withPicture.slice(found.length);
  return bare === content ? null : { content, withPicture, bare, sign };
});

/** Pictures that stand outside headings too, where a heading's may be meant. */
function picturesInText({ paragraphs }: PromptDocument): ReadonlySet<string> {
  return new Set(
    paragraphs.flatMap(({ paragraph }) => (paragraph.kind === 'heading' ? [] : picturesOf(paragraph))),
  );
}

const picturesOf = perParagraph(
  ({ text }: Paragraph): readonly string[] => (/[\u00a9-\uffff]/.test(text) && text.match(pictures)) || [],
);

function* ruleEdits(document: PromptDocument, sections: readonly Section[]): Iterable<Candidate> {
  const rules = ruleLines(document);
  if (rules === null) return;
  const { text, paragraphs } = document;
  const breaks = rules.filter(({ index }) => isMereBreak(document, index)).length;
  for (const { start, end, index } of rules) {
    const line = text.slice(start, end);
    if (sections[index]?.describesAnswer !== false) continue;
    if (longRule.test(line)) {
      yield edit('safe', start, end, shortRule[line.trim().charAt(0)] ?? line, { worksOn: 'heading' });
    } else if (line.trim() === '---' && startsSection(document, index) && !isInForm(document, index)) {
      const tier = isMereBreak(document, index) && breaks >= leastBreaks ? 'safe' : 'suggestion';
      yield edit(tier, start, paragraphs[index + 1]?.start ?? end, '', { worksOn: 'heading' });
    }
  }
}

/** Whether a rule stands between two sections of instructions, set off by blank lines, rather than before data. */
function isMereBreak(document: PromptDocument, index: number): boolean {
  const { text, mask, paragraphs } = document;
  const [before, rule, after] = [paragraphs[index - 1], paragraphs[index], paragraphs[index + 1]];
  return (
    before !== undefined &&
    rule !== undefined &&
    after !== undefined &&
    /\n[ \t]*\r?\n$/.test(text.slice(before.start, rule.start)) &&
    /^[^\n]*\n[ \t]*\r?\n/.test(text.slice(rule.start, after.start)) &&
    startsSection(document, index) &&
    ![before, after].some(({ start, paragraph }) =>
      mask
        .within(start, start + paragraph.text.length)
        .some(({ kind }) => kind === 'template' || kind === 'few-shot'),
    ) &&
    !dataTitle.test(after.paragraph.text)
  );
}

/** Whether the headings around a rule are to stand in the answer, as they are or filled in. */
function isInForm({ paragraphs }: PromptDocument, index: number): boolean {
  const around = [paragraphs[index - 1], paragraphs[index + 1]];
  return around.some((placed) => placed === undefined || formTitle.test(placed.paragraph.text));
}

function startsSection({ paragraphs }: PromptDocument, index: number): boolean {
  return paragraphs[index + 1]?.paragraph.kind === 'heading';
}

/** The rules of a document by their paragraphs; null where some of them must stay as they are, so that all look alike. */
function ruleLines({
  paragraphs,
  mask,
}: PromptDocument): readonly (Span & { readonly index: number })[] | null {
  const found: (Span & { readonly index: number })[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const { start: offset, paragraph } = paragraphs[index] as PlacedParagraph;
    const rules = rulesIn(paragraph);
    if (rules === null) return null;
    for (const rule of rules) {
      const [start, end] = [offset + rule.start, offset + rule.end];
      if (!mask.touches(start, end, ['heading'])) found.push({ start, end, index });
      else if (paragraph.text.trim() !== '---') return null;
    }
  }
  return found;
}

/** The lines of a paragraph that are rules; null where it has signs in it that look like one. */
const rulesIn = perParagraph(({ text }: Paragraph): readonly Span[] | null => {
  if (text.trim() === '---') return [{ start: 0, end: text.length }];
  if (!ruleSigns.test(text) || /[|`]/.test(text)) return [];
  const lines = linesOf(text).filter(({ start, end }) => ruleSigns.test(text.slice(start, end)));
  return lines.every(({ start, end }) => longRule.test(text.slice(start, end))) ? lines : null;
});
