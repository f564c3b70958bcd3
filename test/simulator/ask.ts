/** What a prompt asks of the answer's form. */
export interface Ask {
  readonly form: 'json' | 'label' | 'table' | 'code' | 'list' | 'prose';
  readonly sentences: number | null;
  readonly words: number | null;
  readonly items: number | null;
  /** The labels to choose from, when the prompt names them. */
  readonly labels: readonly string[];
  /** Nothing but the answer: no opening, no closing. */
  readonly only: boolean;
  /** 1 where nothing is said of length; less when it asks for brevity, more when for detail. */
  readonly length: number;
}

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
};
const numeral = String.raw`(\d{1,4}|one|two|three|four|five|six|seven|eight|ten|(?:an?\s+)?single)`;

function limitOf(text: string, unit: string): number | null {
  const match = new RegExp(
    String.raw`\b${numeral}(?:\s*(?:-|–|to|or)\s*\d+)?[\s-]+(?:(?:short|plain|simple|concise|full|brief|key|bullet)\s+)?(?:${unit})\b`,
    'i',
  ).exec(text);
  const word = match?.[1]?.toLowerCase().replace(/^an?\s+/, '');
  if (word === undefined) return null;
  return numbers[word] ?? Number(word);
}

function labelsOf(text: string): readonly string[] {
  if (/\byes or no\b|\byes\/no\b/i.test(text)) return ['Yes', 'No'];
  if (/\btrue or false\b/i.test(text)) return ['True', 'False'];
  const match =
    /\b(?:one of|labels?|categories|(?:classify|sort|triage)[^.:\n]{0,60}(?:as|into))\b(?:[^:\n]{0,40}:)?\s*([^\n.;]{3,160})/i.exec(
      text,
    );
  const labels = (match?.[1] ?? '')
    .split(/\s*(?:,|\||\/|\bor\b|\band\b)\s*/)
    .map((label) => label.replace(/^[\s"'`“*-]+|[\s"'`”*:)]+$/g, ''))
    .filter((label) => label !== '' && label.split(/\s+/).length <= 3);
  return labels.length >= 2 ? labels : [];
}

/** Reads what the prompt asks of the form and length of its answer. */
export function readAsk(text: string, jsonFormat: boolean): Ask {
  const only =
    /\b(?:only|just) (?:the |a |an |one |return|output|answer|respond|reply)|\b(?:answer|reply|respond|output|return|label|json|code) only\b|\bnothing else\b|\bno (?:explanation|preamble)\b/i.test(
      text,
    );
  const labels = labelsOf(text);
  const sentences = limitOf(text, 'sentences?');
  const words = limitOf(text, 'words?');
  const items = limitOf(text, 'bullets?|bullet points?|points|items|ideas|steps|examples|suggestions|names');
  const json =
    jsonFormat ||
    /\bjson only\b|\b(?:only|valid|single|strict) json\b|\b(?:return|output|respond|reply|answer|as|in)(?: with| in| as)?(?: a| an)? json\b/i.test(
      text,
    );
  const brief = /\b(?:brief|briefly|concise|concisely|short|terse|succinct)\b/i.test(text);
  const long =
    /\b(?:detailed|in detail|thorough|thoroughly|comprehensive|step by step|explain|essay|long)\b/i.test(
      text,
    );
  const form = json
    ? 'json'
    : labels.length > 0 && (only || /\bclassify\b|\byes or no\b|\btrue or false\b/i.test(text))
      ? 'label'
      : /\btable\b/i.test(text)
        ? 'table'
        : /\bcode only\b|\bwrite (?:a |an |the )?(?:\w+ ){0,3}(?:function|script|program|class|query)\b/i.test(
              text,
            )
          ? 'code'
          : items !== null || /\b(?:bullet|list of|numbered list)\b/i.test(text)
            ? 'list'
            : 'prose';
  return { form, sentences, words, items, labels, only, length: brief ? 0.4 : long ? 1.9 : 1 };
}
