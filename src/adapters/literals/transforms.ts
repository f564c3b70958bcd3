import { editMapped, type ProgramEdit } from '../../core/prompt/mappedText.ts';
import type { Draft, Hole, Slot } from './draft.ts';

/** What `textwrap.dedent` of Python makes of a text: blank lines lose their white space, all others what they have in common. */
export function textwrapDedent(draft: Draft): Draft {
  const lines = linesOf(draft.mapped.text).map(({ start, line }) => ({
    start,
    line,
    indent: /^[ \t]*/.exec(line)?.[0] ?? '',
  }));
  const filled = lines.filter(({ line, indent }) => indent !== line);
  const margin = filled.reduce<string | null>(
    (common, { indent }) => (common === null ? indent : commonStart(common, indent)),
    null,
  );
  const edits = lines.map(({ start, line, indent }) => ({
    start,
    end: start + (indent === line ? indent.length : (margin?.length ?? 0)),
    text: '',
  }));
  return edited(draft, edits, margin ?? '');
}

/**
 * What `inspect.cleandoc` of Python makes of a text: the first line loses its white space, the others what they have in
 * common, the whole its blank lines at both ends. Null where there is other white space than spaces.
 */
export function cleandoc(draft: Draft): Draft | null {
  const { text } = draft.mapped;
  if (/[^\S \n]|(?!\n)\p{Cc}/u.test(text)) return null;
  const lines = linesOf(text);
  const indents = lines.slice(1).flatMap(({ line }) => /^( *)[^ ]/.exec(line)?.[1]?.length ?? []);
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  const cut = lines.map(({ start, line }, index) => {
    const width = index === 0 ? line.length - line.trimStart().length : Math.min(margin, line.length);
    return { start, end: start + width, text: '' };
  });
  const even = edited(draft, cut, ' '.repeat(margin));
  const { text: evenText } = even.mapped;
  const first = /^\n*/.exec(evenText)?.[0].length ?? 0;
  const last = Math.max(first, evenText.length - (/\n*$/.exec(evenText)?.[0].length ?? 0));
  const ends = [
    { start: 0, end: first, text: '' },
    { start: last, end: evenText.length, text: '' },
  ];
  return edited(even, ends, even.margin);
}

/**
 * What `dedent` of npm makes of a text: lines that begin with white space lose the least that any has, then the text
 * loses the white space around it. As a tag it reads `\n` last of all.
 */
export function packageDedent(draft: Draft, isTag: boolean): Draft {
  const { text } = draft.mapped;
  const lines = linesOf(text);
  const indents = lines.flatMap(({ line }) => /^(\s+)\S/.exec(line)?.[1]?.length ?? []);
  const least = indents.length === 0 ? 0 : Math.min(...indents);
  const edits = lines
    .filter(({ line }) => line.startsWith(' ') || line.startsWith('\t'))
    .map(({ start, line }) => ({ start, end: start + Math.min(least, line.length), text: '' }));
  const margin = indents.length === 0 ? '' : ' '.repeat(least);
  const dedented = trimmed(edited(draft, edits, ownMargin(lines, least) ?? margin), 'both', 'script');
  if (!isTag) return dedented;
  const breaks = Array.from(dedented.mapped.text.matchAll(/\\n/g), ({ index }) => ({
    start: index,
    end: index + 2,
    text: '\n',
  }));
  return edited(dedented, breaks, dedented.margin);
}

/**
 * What `outdent` of npm makes of a template: lines lose as many characters as the first one behind a line break is
 * indented, the text a line break at its start and its end. Null where an interpolation sets the indentation.
 */
export function packageOutdent(draft: Draft): Draft | null {
  const { text, pieces } = draft.mapped;
  if (draft.holes[0]?.name === 'outdent') return null;
  const holes = pieces.filter(({ kind }) => kind === 'hole');
  const starts = [0, ...holes.map(({ at, length }) => at + length)];
  const stretches = starts.map((start, index) => ({ start, end: holes[index]?.at ?? text.length }));
  const first = text.slice(0, stretches[0]?.end);
  const margin = /(?:\r\n|\r|\n)([ \t]*)(?:[^ \t\r\n]|$)/.exec(first)?.[1] ?? '';
  const indent = new RegExp(`(\\r\\n|\\r|\\n).{0,${margin.length}}`, 'g');
  const edits = stretches.flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(indent), ({ 0: whole, 1: lineEnd = '', index }) => ({
      start: start + index + lineEnd.length,
      end: start + index + whole.length,
      text: '',
    })),
  );
  const even = edited(draft, edits, margin);
  const [before, after] = [/^[ \t]*(?:\r\n|\r|\n)/, /(?:\r\n|\r|\n)[ \t]*$/];
  const { text: evenText, pieces: evenPieces } = even.mapped;
  const evenHoles = evenPieces.filter(({ kind }) => kind === 'hole');
  const firstEnd = evenHoles[0]?.at ?? evenText.length;
  const head = before.exec(evenText.slice(0, firstEnd))?.[0].length ?? 0;
  const lastHole = evenHoles.at(-1);
  const lastStart = lastHole === undefined ? head : lastHole.at + lastHole.length;
  const tail = after.exec(evenText.slice(lastStart))?.[0].length ?? 0;
  const ends = [
    { start: 0, end: head, text: '' },
    { start: evenText.length - tail, end: evenText.length, text: '' },
  ];
  return edited(even, ends, margin);
}

// Python counts the next-line character as white space, JavaScript the byte order mark.
const blank = {
  python: { start: /^(?:(?!\u{feff})\s|\u{85})+/u, end: /(?:(?!\u{feff})\s|\u{85})+$/u },
  script: { start: /^\s+/, end: /\s+$/ },
} as const;

/** The text without the white space at its start, its end, or both. */
export function trimmed(draft: Draft, side: 'start' | 'end' | 'both', as: keyof typeof blank): Draft {
  const { text } = draft.mapped;
  const before = side === 'end' ? 0 : (blank[as].start.exec(text)?.[0].length ?? 0);
  const after = side === 'start' ? 0 : (blank[as].end.exec(text.slice(before))?.[0].length ?? 0);
  const edits = [
    { start: 0, end: before, text: '' },
    { start: text.length - after, end: text.length, text: '' },
  ];
  return edited(draft, edits, draft.margin);
}

/**
 * What `.format` of Python reads in a text without holes: its fields become holes, doubled braces single ones. Null for
 * a text that Python would refuse. `names` are the expressions of the positional arguments.
 */
export function formatted(draft: Draft, names: readonly string[]): Draft | null {
  if (draft.holes.length > 0) return null;
  const { text } = draft.mapped;
  const edits: ProgramEdit[] = [];
  const holes: Hole[] = [];
  let unnamed = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character !== '{' && character !== '}') continue;
    if (text[at + 1] === character) {
      edits.push({ start: at, end: at + 2, text: character });
      at += 1;
      continue;
    }
    const field = /^\{([^{}!:]*)(?:![a-z])?(?::(?:[^{}]|\{[^{}]*\})*)?\}/.exec(text.slice(at));
    if (field === null) return null;
    const [whole, written = ''] = field;
    const position = written === '' ? unnamed++ : /^\d+$/.test(written) ? Number(written) : null;
    edits.push({ start: at, end: at + whole.length, text: whole, hole: true });
    holes.push({
      name: position === null ? written : (names[position] ?? String(position)),
      syntax: 'format',
    });
    at += whole.length - 1;
  }
  return { ...edited(draft, edits, draft.margin), holes, slots: doubling(draft.slots, '{}') };
}

const conversion = /%(?:\(([^()]*)\))?[-#0 +]*\d*(?:\.\d+)?[hlL]?([diouxXeEfFgGcrsa%])/y;

/**
 * What `%` of Python reads in a text without holes: its conversions become holes, doubled percent signs single ones.
 * Null for a text that Python would refuse, and for widths that are values. `operands` are the expressions of a tuple’s
 * items, or the one expression that is a value, a mapping or some tuple.
 */
export function percentFormatted(draft: Draft, operands: readonly string[] | string): Draft | null {
  if (draft.holes.length > 0) return null;
  const { text } = draft.mapped;
  const edits: ProgramEdit[] = [];
  const keys: (string | undefined)[] = [];
  for (let at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at)) {
    conversion.lastIndex = at;
    const [whole, key, type] = conversion.exec(text) ?? [''];
    const isSign = whole === '%%';
    if (whole === '' || (type === '%' && !isSign)) return null;
    edits.push({ start: at, end: at + whole.length, text: isSign ? '%' : whole, hole: !isSign });
    if (!isSign) keys.push(key);
    at += whole.length;
  }
  const isOne = typeof operands === 'string';
  const isMapping = isOne && keys.every((key) => key !== undefined);
  const isPositional = keys.every((key) => key === undefined) && (isOne || operands.length === keys.length);
  if (keys.length === 0 || !(isMapping || isPositional)) return null;
  const nameAt = (index: number): string => {
    if (!isOne) return operands[index] ?? '';
    return keys.length === 1 ? operands : `${operands}[${index}]`;
  };
  const holes = keys.map((key, index): Hole => ({ name: key ?? nameAt(index), syntax: 'percent' }));
  return { ...edited(draft, edits, draft.margin), holes, slots: doubling(draft.slots, '%') };
}

function doubling(slots: readonly Slot[], characters: string): readonly Slot[] {
  return slots.map((slot) => ({ ...slot, form: { ...slot.form, doubled: slot.form.doubled + characters } }));
}

function edited(draft: Draft, edits: readonly ProgramEdit[], margin: string): Draft {
  const real = edits.filter(({ start, end }) => end > start);
  return { ...draft, mapped: editMapped(draft.mapped, real), margin };
}

function linesOf(text: string): readonly { readonly start: number; readonly line: string }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const here = { start, line };
    start += line.length + 1;
    return here;
  });
}

function ownMargin(lines: readonly { readonly line: string }[], width: number): string | null {
  const line = lines.find((candidate) => /^(\s+)\S/.exec(candidate.line)?.[1]?.length === width);
  return line?.line.slice(0, width) ?? null;
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}
