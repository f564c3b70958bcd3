/** Whether a word of a test file's path begins like this: `story` names `story.test.ts`, not `history.test.ts`. */
export function isNamed(path: string, name: string): boolean {
  const [first = '', ...rest] = name;
  const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const start = `(?:(?<!\\p{L})${literal(first)}|${literal(first.toUpperCase())})`;
  return new RegExp(`${start}${literal(rest.join(''))}`, 'u').test(path);
}
