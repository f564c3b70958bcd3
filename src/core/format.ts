const cache = new Map<string, Intl.NumberFormat>();

/** What stands where a number does not exist. */
export const absent = '–';

/** A duration in milliseconds for people: `43 ms`, `0.62 s`, `6.1 s`, `43 s`, `1 min 12 s`; `–` for null. */
export function formatSeconds(ms: number | null, locale = 'en-US'): string {
  if (ms === null) return absent;
  const size = Math.abs(ms);
  if (size < 99.5) return formatMs(ms, locale);
  if (size < 995) return `${number(ms / 1000, locale, 2)} s`;
  if (size < 9_950) return `${number(ms / 1000, locale, 1)} s`;
  if (size < 59_500) return `${number(ms / 1000, locale, 0)} s`;
  const seconds = Math.round(size / 1000);
  const sign = ms < 0 ? '-' : '';
  return `${sign}${number(Math.floor(seconds / 60), locale, 0)} min ${seconds % 60} s`;
}

/** A duration in whole milliseconds: `143 ms`; `–` for null. */
export function formatMs(ms: number | null, locale = 'en-US'): string {
  return ms === null ? absent : `${number(ms, locale, 0)} ms`;
}

/** A token count that was billed or counted: `1,167`; `–` for null. */
export function formatTokens(tokens: number | null, locale = 'en-US'): string {
  return tokens === null ? absent : number(tokens, locale, 0);
}

/** An estimated token count: `≈ 412`; `–` for null. */
export function formatEstimate(tokens: number | null, locale = 'en-US'): string {
  return tokens === null ? absent : `≈ ${number(tokens, locale, 0)}`;
}

/** An estimated saving of tokens, as the change that it makes: `≈ −38`, `≈ +8` where it adds; `–` for null. */
export function formatSaving(tokens: number | null, locale = 'en-US'): string {
  if (tokens === null) return absent;
  const sign = tokens === 0 ? '' : tokens < 0 ? '+' : '−';
  return `≈ ${sign}${number(Math.abs(tokens), locale, 0)}`;
}

/** US dollars: `$0.0005` (two significant digits under a cent), `$0.05`, `$1.20`, `$0`; `–` for null. */
export function formatCost(dollars: number | null, locale = 'en-US'): string {
  if (dollars === null) return absent;
  const size = Math.abs(dollars);
  if (size === 0) return money(locale, { maximumFractionDigits: 0 }).format(0);
  if (size < 0.00995) return money(locale, { maximumSignificantDigits: 2 }).format(dollars);
  return money(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(dollars);
}

/** Tokens a second: `150`, `8.4` under ten; `–` for null. */
export function formatRate(perSecond: number | null, locale = 'en-US'): string {
  if (perSecond === null) return absent;
  return number(perSecond, locale, Math.abs(perSecond) < 9.95 ? 1 : 0);
}

/** How long ago something was, in minutes, hours or days: `5m`, `3h`, `12d`. */
export function formatAge(ms: number, locale = 'en-US'): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const [value, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 1_440
        ? [Math.floor(minutes / 60), 'hour']
        : [Math.floor(minutes / 1_440), 'day'];
  return format(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value);
}

/** A size in bytes: `812 B`, `12 KB`, `1.2 MB`, in steps of 1,024; `–` for null. */
export function formatBytes(bytes: number | null, locale = 'en-US'): string {
  if (bytes === null) return absent;
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && Math.abs(value) < 9.95 ? 1 : 0;
  return `${number(value, locale, digits)} ${units[unit] ?? ''}`;
}

function number(value: number, locale: string, digits: number): string {
  return format(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

function money(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return format(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', ...options });
}

// Making a NumberFormat costs far more than using it, and a run formats on every frame.
function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  cache.set(key, made);
  return made;
}
