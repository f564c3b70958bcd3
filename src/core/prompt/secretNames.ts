import { nameWords } from './nameWords.ts';

const secretWords: ReadonlySet<string> = new Set([
  'key',
  'apikey',
  'token',
  'password',
  'passwd',
  'passphrase',
  'secret',
  'credential',
  'credentials',
]);

/** Whether a variable’s name says that its value is nobody’s business: named like a key, token or password. */
export function isSecretName(name: string): boolean {
  return nameWords(name).some((word) => secretWords.has(word));
}
