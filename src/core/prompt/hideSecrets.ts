import { secretMask } from './secretMask.ts';

/** A shorter value is found in any text by chance, so that it is hidden only where it was filled in. */
const shortest = 4;

/** The secrets that are looked for in what comes back. */
export function soughtSecrets(secrets: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...secrets].filter(([, secret]) => secret.length >= shortest));
}

/** A value of plain JSON with the secrets in its strings shown as their names, such as `«api_key»`. */
export function hideSecrets<T>(value: T, secrets: ReadonlyMap<string, string>): T {
  const sought = soughtSecrets(secrets);
  if (sought.size === 0) return value;
  return mapStrings(value, (text) => {
    const mask = secretMask(sought);
    return mask.push(text) + mask.flush();
  }) as T;
}

/** A value of plain JSON with the secrets in the place of their names: what was built with names for values, whole again. */
export function revealSecrets<T>(value: T, secrets: ReadonlyMap<string, string>): T {
  return mapStrings(value, (text) =>
    text.replaceAll(/«([^«»]*)»/g, (shown, name: string) => secrets.get(name) ?? shown),
  ) as T;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner, change)]));
}
