import type { Align } from './blocks.ts';

// Wider than this no table is readable, and the page would have to build every cell.
const maxColumns = 100;

/** How the columns are set when the line is a table's delimiter row, else null. */
export function readDelimiterRow(content: string): readonly Align[] | null {
  if (!content.includes('-') || !/^[|:\- \t]+$/.test(content)) return null;
  if (!content.includes('|') && !content.includes(':')) return null;
  const cells = splitRow(content);
  if (cells.length > maxColumns || !cells.every((cell) => /^:?-+:?$/.test(cell))) return null;
  return cells.map((cell) => {
    const left = cell.startsWith(':');
    if (cell.endsWith(':')) return left ? 'center' : 'right';
    return left ? 'left' : null;
  });
}

/** The cells of a row, trimmed; a pipe behind a backslash belongs to its cell. */
export function splitRow(row: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const line = row.trim();
  for (let index = line.startsWith('|') ? 1 : 0; index < line.length; index++) {
    const char = line[index];
    if (char === '\\' && line[index + 1] === '|') {
      cell += '|';
      index++;
    } else if (char === '|') {
      cells.push(cell.trim());
      cell = '';
    } else if (char === '\\') {
      cell += char + (line[index + 1] ?? '');
      index++;
    } else {
      cell += char;
    }
  }
  if (cell.trim() !== '' || !line.endsWith('|') || line === '|') cells.push(cell.trim());
  return cells;
}
