const longestMessage = 500;
const longestPage = 200;

/** The server's words without anything secret in them, at most 500 characters. */
export function cleanMessage(text: string, secrets: readonly string[]): string {
  return cut(maskSecrets(text, secrets).trim(), longestMessage);
}

/** The first line of a body that is no JSON, such as the error page of a gateway, its tags stripped, at most 200 characters. */
export function firstLineOf(body: string, secrets: readonly string[]): string {
  const text = body
    // A page of megabytes says in its beginning what it has to say.
    .slice(0, 20_000)
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<[^>]*(>|$)/g, '\n');
  const line = text.split(/[\r\n]+/).find((candidate) => candidate.trim() !== '') ?? '';
  return cut(maskSecrets(line, secrets).trim(), longestPage);
}

/** The text with the given secrets, and whatever else looks like a key, replaced by `…`. */
function maskSecrets(text: string, secrets: readonly string[]): string {
  let masked = text;
  // The longest first: what it holds of another may not be taken out of it.
  for (const secret of secrets.toSorted((a, b) => b.length - a.length)) {
    // Shorter ones are words or placeholders, and replacing them would garble the sentence.
    if (secret.length >= 6) masked = masked.replaceAll(secret, '…');
  }
  return masked
    .replace(/\b(sk|gsk|xai|hf|ghp)[-_][\w-]{8,}/g, '$1-…')
    .replace(/\bAIza[\w-]{10,}/g, 'AIza…')
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 …');
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half a surrogate pair is no character.
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
