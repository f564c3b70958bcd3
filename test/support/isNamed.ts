/**
 * Whether a word of a test file's path begins like one of these names, which are separated by spaces: `story` names
 * `story.test.ts`, not `history.test.ts`. Without a name every file is meant.
 */
export function isNamed(path: string, names: string): boolean {
  return names.split(' ').some((name) => begins(path, name));
}

function begins(path: string, name: string): boolean {
  const [first = '', ...rest] = name;
  const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const start = `(?:(?<!\\p{L})${literal(first)}|${literal(first.toUpperCase())})`;
  return new RegExp(`${start}${literal(rest.join(''))}`, 'u').test(path);
}
