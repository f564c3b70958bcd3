import type { PromptDocument } from '../document.ts';
import { lineEnd } from '../lines.ts';
import { type Candidate, type DocumentRule, edit, ruleFacts } from '../rule.ts';
import { sectionsOf } from './sections.ts';

const jsonFence = /^([ \t]*)(`{3,}|~{3,})json[ \t]*\n([\s\S]+)\n[ \t]*\2[ \t]*$/i;
const opening = /^[ \t]*[`~]{3,}json/i;
const answerForm =
  /\b(?:output|format|return|respond|response|reply|answer|template|schema|structure|shape|produce|generate|look|file|config\w*|exactly)\b/i;
const announcesData =
  /\b(?:data|inputs?|records?|given|context|catalog(?:ue)?|inventory|below|here (?:is|are)|(?:these|those|this) (?:is|are)|following)\b/i;
// What stands where a value belongs, in a template of an answer.
const placeholder =
  /"(?:\.{3}|…|<[^"]*>|\[[^"]*\]|string|number|boolean|integer|float|array|object|null|your [^"]*|[A-Z_]{4,})"/;

/** Pretty-printed JSON in a fence. */
export const prettyJson: DocumentRule = {
  info: ruleFacts('PT19', 'suggestion', { rank: 1 }),
  *find(document: PromptDocument): Iterable<Candidate> {
    const { text, mask } = document;
    for (const span of mask.spans) {
      if (span.kind !== 'code' || !opening.test(text.slice(span.start, span.start + 40))) continue;
      const block = text.slice(span.start, span.end);
      const [, indent = '', , json = ''] = jsonFence.exec(block.replaceAll('\r\n', '\n')) ?? [];
      if (!json.includes('\n') || placeholder.test(json) || isAnswerForm(document, span.start)) continue;
      const compact = compactJson(json);
      if (compact === null) continue;
      const start = lineEnd(text, span.start) + 1;
      const end = span.start + block.search(/\r?\n.*$/);
      yield edit('suggestion', start, end, indent + compact, { worksOn: 'code' });
    }
  },
};

/** Whether the block may show what the model is to write: it is not said to be data, by the lines above it, or its section describes the answer. */
function isAnswerForm(document: PromptDocument, at: number): boolean {
  const index = document.paragraphs.findLastIndex(({ start }) => start < at);
  const section = sectionsOf(document)[index];
  const above = document.paragraphs[index]?.paragraph.text ?? '';
  return !announcesData.test(above) || answerForm.test(above) || section?.describesAnswer === true;
}

/** JSON without white space outside its strings, values and keys as they are written; null for what does not parse. */
function compactJson(json: string): string | null {
  try {
    JSON.parse(json);
  } catch {
    return null;
  }
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, quoted?: string) => quoted ?? '');
}
