import type { DataEntry, DataNode } from './dataNode.ts';
import type { Problem } from './problem.ts';

/** What was read of a JSON text: the value, or null with the problem that says why not. */
export interface ReadData {
  readonly node: DataNode | null;
  readonly problems: readonly Problem[];
}

const token = /[[\]{},:]|"(?:[^"\\\n\r]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[a-z]+/uy;
const blank = /[ \t\r\n]*/y;
/** Deeper than any file that a person writes, and far from the depth at which recursion ends. */
const deepest = 200;

/** Reads JSON strictly and keeps the place of every value; a key that comes twice is a problem, and the last one counts. */
export function readJson(text: string): ReadData {
  const problems: Problem[] = [];
  let at = text.startsWith('\u{feff}') ? 1 : 0;

  const skip = (): void => {
    blank.lastIndex = at;
    blank.exec(text);
    at = blank.lastIndex;
  };
  const fail = (detail: string): never => {
    throw new Failure({
      kind: 'syntax',
      detail,
      severity: 'error',
      span: { start: at, end: Math.min(text.length, at + 1) },
    });
  };
  const next = (): string => {
    skip();
    token.lastIndex = at;
    return token.exec(text)?.[0] ?? '';
  };
  const take = (expected: string): void => {
    if (next() !== expected) fail(`${expected} expected`);
    at += expected.length;
  };

  const string = (): string => {
    const literal = next();
    if (!literal.startsWith('"')) fail('A string in double quotes expected');
    try {
      const value: unknown = JSON.parse(literal);
      at += literal.length;
      return String(value);
    } catch {
      return fail('Invalid character or escape sequence in the string');
    }
  };
  const map = (depth: number): DataNode => {
    const start = at;
    const entries: DataEntry[] = [];
    take('{');
    while (next() !== '}') {
      if (entries.length > 0) take(',');
      skip();
      const keyStart = at;
      const key = string();
      const keySpan = { start: keyStart, end: at };
      take(':');
      const value = read(depth + 1);
      const before = entries.findIndex((entry) => entry.key === key);
      if (before >= 0) {
        entries.splice(before, 1);
        problems.push({ kind: 'duplicate-key', key, severity: 'error', span: keySpan });
      }
      entries.push({ key, keySpan, value });
    }
    take('}');
    return { kind: 'map', entries, span: { start, end: at } };
  };
  const list = (depth: number): DataNode => {
    const start = at;
    const items: DataNode[] = [];
    take('[');
    while (next() !== ']') {
      if (items.length > 0) take(',');
      items.push(read(depth + 1));
    }
    take(']');
    return { kind: 'list', items, span: { start, end: at } };
  };
  const read = (depth: number): DataNode => {
    const first = next();
    if (depth > deepest) fail('Nested too deeply');
    if (first === '{') return map(depth);
    if (first === '[') return list(depth);
    const start = at;
    if (first.startsWith('"')) {
      const value = string();
      return { kind: 'scalar', value, span: { start, end: at } };
    }
    if (!/^(?:true|false|null|-?\d.*)$/.test(first) || /^-?0\d/.test(first)) fail('A value expected');
    at += first.length;
    return { kind: 'scalar', value: JSON.parse(first), span: { start, end: at } };
  };

  try {
    const node = read(0);
    skip();
    if (at < text.length) fail('The end of the file expected');
    return { node, problems };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { node: null, problems: [error.problem] };
  }
}

class Failure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}
