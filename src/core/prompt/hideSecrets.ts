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
  return sought.size === 0 ? value : (hidden(value, sought) as T);
}

function hidden(value: unknown, secrets: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    const mask = secretMask(secrets);
    return mask.push(value) + mask.flush();
  }
  if (Array.isArray(value)) return value.map((item) => hidden(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner, secrets)]));
}
