import { assertNever } from '../assertNever.ts';
import { type ExportColumn, type ExportedRun, type ExportValue, exportColumns } from './exportColumns.ts';
import { markdownCell, markdownRow, markdownTable } from './markdown.ts';

/** The formats of exports; `markdown` has fewer columns. */
export const exportFormats = ['csv', 'jsonl', 'markdown'] as const;

/** One of {@link exportFormats}. */
export type ExportFormat = (typeof exportFormats)[number];

// Microseconds are finer than any stamp, nanodollars finer than any price.
const digits = 9;
const digitsOf: Readonly<Partial<Record<NonNullable<ExportColumn['unit']>, number>>> = {
  ms: 3,
  'tokens/s': 3,
};

// What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection").
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/;

/** What stands before the first run, its line end included; empty for JSONL. */
export function exportHead(format: ExportFormat): string {
  const columns = columnsOf(format).map(({ name }) => name);
  switch (format) {
    case 'csv':
      return csvLine(columns);
    case 'jsonl':
      return '';
    case 'markdown':
      return `${markdownTable(columns, [])}\n`;
    default:
      return assertNever(format);
  }
}

/** One run as a line, its line end included: numbers with a point and without grouping, whatever the locale. */
export function exportLine(exported: ExportedRun, format: ExportFormat): string {
  const columns = columnsOf(format);
  const values = columns.map((column) => rounded(column, column.value(exported)));
  switch (format) {
    case 'csv':
      return csvLine(values);
    case 'jsonl':
      return `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, values[i]])))}\n`;
    case 'markdown':
      return `${markdownRow(values.map((value) => markdownCell(plain(value))))}\n`;
    default:
      return assertNever(format);
  }
}

function columnsOf(format: ExportFormat): readonly ExportColumn[] {
  return format === 'markdown' ? exportColumns.filter(({ brief }) => brief) : exportColumns;
}

function rounded({ unit }: ExportColumn, value: ExportValue): ExportValue {
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) return null;
  return Number(value.toFixed((unit === null ? null : digitsOf[unit]) ?? digits));
}

/** A line by RFC 4180; texts that a spreadsheet would take for a formula begin with `'`. */
export function csvLine(values: readonly ExportValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: ExportValue): string {
  if (typeof value !== 'string') return plain(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plain(value: ExportValue): string {
  if (value === null) return '';
  // Never with an exponent, which some readers take for text.
  if (typeof value === 'number') return value.toFixed(digits).replace(/\.?0+$/, '');
  return String(value);
}
