import { isForeign, type LanguageSigns, languageSigns } from './languages.ts';

/** What a line is on its own, before its neighbours are looked at. A list item may be one of these within its marker. */
export interface LineShape {
  readonly blank: boolean;
  /** Columns of white space before the text, a tab filling up to the next four. */
  readonly indent: number;
  /** Columns at which the content of a list item begins; 0 for other lines. */
  readonly itemIndent: number;
  readonly fence: Fence | null;
  /** 1 to 6 for a heading in number signs; 0 for other lines. */
  readonly headingLevel: number;
  /** A line that is bold as a whole, as headings are written where no marks are wanted. */
  readonly boldHeading: boolean;
  readonly rule: 'equals' | 'dashes' | null;
  readonly quoted: boolean;
  readonly cells: 'row' | 'delimiter' | 'maybe' | null;
  /** Few-shot label, such as `User:`, and whether text follows it on the line. */
  readonly label: 'alone' | 'with-text' | null;
  /** A heading or lead-in that announces examples or a template. */
  readonly announcesExample: boolean;
  /** A line such as `END EXAMPLE`. */
  readonly endsExample: boolean;
  readonly json: boolean;
  readonly yaml: boolean;
  readonly code: boolean;
  readonly commas: number;
  readonly scale: 'severity' | 'rating' | 'whole' | null;
  /** Offset of the text that the line tells the model to say, after a colon; -1 for other lines. */
  readonly spoken: number;
  readonly comment: boolean;
  /** Short enough for a title, and without the end of a sentence. */
  readonly short: boolean;
  readonly signs: LanguageSigns;
  /** Whether it is in another language than English by its own words; null where too little tells. */
  readonly foreign: boolean | null;
}

/** Marks that open or close fenced code. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
}

const item = /^(?:[-*+•–◦▪‣·]|\d{1,3}[.)]|[A-Za-z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
const fence = /^(`{3,}|~{3,})([^`]*)$/;
const label =
  /^(?:user|human|assistant|ai|bot|chatbot|model|input|output|in|out|q|a|question|answer|message|text|sentence|passage|paragraph|review|email|e-mail|customer|client|agent|student|teacher|tutor|patient|doctor|interviewer|interviewee|candidate|query|response|reply|completion|tweet|post|comment|thought|observation|final answer|example|ex|before|after|wrong|right|correct|incorrect|good|bad|better|worse|do say|don't say|document|premise|hypothesis|label|category|classification|sentiment|translation|original|rewritten|rewrite|revised|speaker|caller|operator|player|narrator)(?: ?#?\d{1,3}| [a-z])?$/i;
const exampleHeading = /\b(?:examples?|samples?|templates?|few-?shots?|demonstrations?|transcripts?)\b/i;
const exampleLead =
  /\b(?:examples?|samples?|for instance|e\.g\.|templates?|like (?:this|so)|looks? like)\W*$|^\W*(?:\w+ )?(?:examples?|samples?|templates?)\b/i;
const severity =
  /^(?:\p{Extended_Pictographic}\uFE0F?\s*)?(?:critical|high|medium|moderate|low|informational|info|major|minor|trivial|blocker|blocking|severe|severity|urgent|warning|error|normal|nit|nice[- ]to[- ]have|must[- ]have|should[- ]have|could[- ]have|won'?t[- ]have|must|should|could|may|required|recommended|optional|p[0-4]|s[0-4]|sev-?[0-4]|important|suggestion|praise|question)(?:\s*\([^)]*\))?(?:\s*(?:priority|severity|risk|impact|confidence|issues?|findings?))?$/iu;
const ratingStart = /^(?:[0-9]{1,3}%?(?:\s*[-–]\s*[0-9]{1,3}%?)?|[A-F][+-]?|★+)\s*(?:[-–—:=.)]|\(|\|)\s*/;
const quotedGrade = /^["“'](?:[0-9]{1,3}|[A-F][+-]?)(?:\s*[-–—:=]\s*[^"”']{1,30})?["”']\s*(?:[-–—:=]|\()/;
const ratingWord =
  /\b(?:very|highly|extremely|somewhat|slightly|not at all|strongly|moderately|poor|fair|good|excellent|average|bad|definitely|completely|mostly|partially|exceptional|low|high|medium|none|never|rarely|sometimes|often|always|unlikely|likely)\b/i;
const range = /\b[01]\s*(?:-|–|—|to|and|through)\s*(?:5|7|10|100)\b/;
const rating = /\b(?:scale|rate|rating|score|scored|grade)\b/i;
const grades = /\b(?:very|strongly|extremely)\s+\w+\s*[/,|]\s*(?:somewhat\s+)?\w+\s*[/,|]/i;
const spoken =
  /\b(?:say|says|saying|said|ask|asks|asking|reply|replies|replying|respond|responds|responding|greet|greeting|begin by|start by|message)\b[^:.!?]{0,60}:[ \t]+(?=\S)/i;

/** Reads one line without its line break. The same line always reads the same, so this may be remembered. */
export function readLine(line: string): LineShape {
  let at = 0;
  let indent = 0;
  for (; at < line.length; at++) {
    const character = line.charCodeAt(at);
    if (character === 0x20) indent++;
    else if (character === 0x09) indent += 4 - (indent % 4);
    else if (character !== 0xfeff && character !== 0x0d) break;
  }
  const trimmed = line.slice(at).trimEnd();
  return trimmed === '' ? blankLine : readFilled(line, at, indent, trimmed);
}

function readFilled(line: string, at: number, indent: number, trimmed: string): LineShape {
  const marker = item.exec(trimmed)?.[0] ?? '';
  const content = trimmed.slice(marker.length);
  const first = content.charAt(0);
  const start = trimmed.charAt(0);
  const heading = start === '#' ? (/^#{1,6}(?=\s)/.exec(trimmed)?.[0].length ?? 0) : 0;
  const bare = content.length > 200 ? content : content.replace(/[*_`]+/g, '');
  const colon = bare.slice(0, 40).indexOf(':');
  const head = (colon === -1 ? bare.slice(0, 80) : bare.slice(0, colon)).trim();
  const labelled = colon !== -1 && label.test(head);
  const short = bare.length < 100;
  const lead = heading > 0 ? exampleHeading.test(trimmed) : trimmed.endsWith(':') || trimmed.endsWith(':**');
  const signs = languageSigns(trimmed);
  return {
    blank: false,
    indent,
    itemIndent: marker === '' ? 0 : indent + Math.min(marker.length, 4),
    fence: first === '`' || first === '~' ? readFence(content) : null,
    headingLevel: heading,
    boldHeading: first === '*' && content.length < 100 && /^\*\*[^*]*[^*.!?,;]\*\*:?$/.test(content),
    rule: readRule(start, trimmed),
    quoted: start === '>',
    cells: readCells(trimmed),
    label: labelled ? (bare.slice(colon + 1).trim() === '' ? 'alone' : 'with-text') : null,
    announcesExample:
      heading > 0 ? lead : (lead || isTitle(trimmed)) && exampleLead.test(trimmed.slice(-160)),
    endsExample:
      first !== '#' && content.length < 40 && /^\W*end (?:of )?(?:the )?examples?\b/i.test(content),
    json: /^(?:\{\s*(?:["'[]|\{\s*["']|$)|\[\s*(?:["{]|$))/.test(trimmed),
    yaml: /^(?:-\s+)?["']?[a-z_][\w.-]*["']?:(?:\s+\S.{0,80})?$/.test(trimmed),
    code: isCode(trimmed),
    commas: marker === '' && short ? countCommas(trimmed) : 0,
    scale: readScale(bare, head, short),
    spoken: readSpoken(line, at),
    comment: line.includes('<!--'),
    short: short && !/[.!?;,]$/.test(trimmed),
    signs,
    foreign: isForeign(signs),
  };
}

const blankLine: LineShape = { ...readFilled('', 0, 0, ''), blank: true, short: false };

function isTitle(text: string): boolean {
  return text.length < 60 && (/^\*\*[^*]+\*\*$/.test(text) || /^[A-Z][A-Z0-9 _-]+$/.test(text));
}

function readFence(text: string): Fence | null {
  const match = fence.exec(text);
  if (match === null) return null;
  const marks = match[1] ?? '';
  return { mark: marks.charAt(0), length: marks.length, info: (match[2] ?? '').trim() };
}

function readRule(start: string, text: string): LineShape['rule'] {
  if (start === '=') return /^=+$/.test(text) ? 'equals' : null;
  return start === '-' && /^-+$/.test(text) ? 'dashes' : null;
}

function readCells(text: string): LineShape['cells'] {
  if (!text.includes('|')) return null;
  if (/^[\s|:-]+$/.test(text) && text.includes('-')) return 'delimiter';
  return text.startsWith('|') ? 'row' : 'maybe';
}

// Statements and shell commands; a sentence that ends in a semicolon has none of the other signs.
function isCode(text: string): boolean {
  const last = text.charAt(text.length - 1);
  if (/^(?:\$ |>>> |#!\/|#include\b|<\?|\/\/)/.test(text)) return true;
  if (last === ';') return /[=(){}[\]]/.test(text);
  if (text.endsWith('%}') || text.endsWith('}}')) return false;
  if (last === '{' || last === '}') return /^[}\])]|[(=:]|^\w+(?:[ .]\w+)? \{$/.test(text);
  return /^(?:import [\w{*"'][^.]* from ["']|from [\w.]+ import |def \w+\(|class \w+[(:]|(?:export )?(?:const|let|var) \w+ ?=)/.test(
    text,
  );
}

function countCommas(text: string): number {
  let count = 0;
  for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) count++;
  return /[.:!?]$/.test(text) ? 0 : count;
}

function readScale(bare: string, head: string, short: boolean): LineShape['scale'] {
  const dash = head.search(/ [-–—=] /);
  if (severity.test(dash === -1 ? head : head.slice(0, dash))) return 'severity';
  const window = bare.slice(0, 600);
  if ((range.test(window) && rating.test(window)) || grades.test(window)) return 'whole';
  if (quotedGrade.test(bare)) return 'rating';
  return short && ratingStart.test(bare) && ratingWord.test(bare) ? 'rating' : null;
}

function readSpoken(line: string, from: number): number {
  const window = line.slice(from, from + 240);
  if (!window.includes(': ')) return -1;
  const match = spoken.exec(window);
  return match === null ? -1 : from + match.index + match[0].length;
}
