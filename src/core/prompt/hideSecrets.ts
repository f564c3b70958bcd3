/** A shorter value is found in any text by chance, so that it is hidden only where it was filled in. */
const shortest = 4;

/** A value of plain JSON with the secrets in its strings shown as their names, such as `«api_key»`. */
export function hideSecrets<T>(value: T, secrets: ReadonlyMap<string, string>): T {
  const longestFirst = [...secrets]
    .filter(([, secret]) => secret.length >= shortest)
    .sort(([, a], [, b]) => b.length - a.length);
  return longestFirst.length === 0 ? value : (hidden(value, longestFirst) as T);
}

function hidden(value: unknown, secrets: readonly (readonly [string, string])[]): unknown {
  if (typeof value === 'string') {
    return secrets.reduce((text, [name, secret]) => text.replaceAll(secret, () => `«${name}»`), value);
  }
  if (Array.isArray(value)) return value.map((item) => hidden(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden(inner, secrets)]));
}
