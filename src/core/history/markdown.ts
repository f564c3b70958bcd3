// An underscore within a word means nothing, and names are full of them.
const special = /[\\`*[\]<>|&~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Text as a cell of a Markdown table: on one line, nothing in it read as Markdown or HTML. */
export function markdownCell(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(special, '\\$&');
}

/** A row of a Markdown table, from cells that are Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A Markdown table, from texts; without a line end behind it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head.map(markdownCell), head.map(() => '---'), ...rows.map((row) => row.map(markdownCell))];
  return lines.map(markdownRow).join('\n');
}

/** Text as it is, in a fenced block that no fence inside of it can end. */
export function markdownFence(text: string): string {
  const ticks = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(2, ...ticks) + 1);
  return `${fence}text\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
