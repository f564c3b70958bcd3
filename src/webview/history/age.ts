import { formatAge } from '../../core/format.ts';

/** How long ago a moment was, in the page's language; `now` within the first minute. */
export function age(at: number, now: string): string {
  const ms = Date.now() - at;
  return ms < 60_000 ? now : formatAge(ms, pageLanguage());
}

/** The language in which the page speaks. */
export function pageLanguage(): string {
  return document.documentElement.lang || 'en-US';
}
