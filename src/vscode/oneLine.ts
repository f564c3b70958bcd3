/**
 * A text on one line, cut to so many UTF-16 units where it is longer, the ellipsis counted; never within a character. Of a
 * long text only the beginning is read, however long it is.
 */
export function oneLine(text: string, longest: number): string {
  const trimmed = text.trim();
  const beginning = trimmed.slice(0, longest * 8);
  const line = beginning.replaceAll(/\s+/g, ' ');
  if (line.length <= longest && beginning.length === trimmed.length) return line;
  const cut = line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}
