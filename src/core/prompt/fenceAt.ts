/**
 * What a fenced block goes by that holds this offset: the label after its language (```` ```prompt greeting ````), else
 * `fence 2` for the second one of the document; null outside of any.
 * @param offset UTF-16 units
 */
export function fenceAt(text: string, offset: number): string | null {
  let order = 0;
  let open: { readonly mark: string; readonly name: string; readonly start: number } | null = null;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`\r]*)/.exec(line) ?? [];
    const lineEnd = lineStart + line.length;
    if (open === null && mark !== '') {
      order += 1;
      const label = info.trim().split(/\s+/).slice(1).join(' ');
      open = { mark, name: label === '' ? `fence ${order}` : label, start: lineEnd };
    } else if (open !== null && mark.startsWith(open.mark) && info.trim() === '') {
      if (offset > open.start && offset <= lineStart) return open.name;
      open = null;
    }
    lineStart = lineEnd + 1;
  }
  return open !== null && offset > open.start ? open.name : null;
}
