/** What a pasted key looks like, by its prefix alone; `unknown` is no judgement: gateways give keys of any form. */
export type KeyKind = 'api' | 'admin' | 'oauth' | 'other-vendor' | 'unknown';

const prefixes: readonly (readonly [string, KeyKind])[] = [
  ['sk-ant-api', 'api'],
  ['sk-ant-admin', 'admin'],
  ['sk-ant-oat', 'oauth'],
  ['sk-ant-ort', 'oauth'],
  ['sk-proj-', 'other-vendor'],
  ['sk-svcacct-', 'other-vendor'],
  ['sk-or-', 'other-vendor'],
  ['AIza', 'other-vendor'],
  ['gsk_', 'other-vendor'],
  ['xai-', 'other-vendor'],
  ['hf_', 'other-vendor'],
  ['ghp_', 'other-vendor'],
  ['github_pat_', 'other-vendor'],
];

/** Tells the kind of key from its prefix, white space around it ignored. */
export function keyKindOf(text: string): KeyKind {
  const key = text.trim();
  return prefixes.find(([prefix]) => key.startsWith(prefix))?.[1] ?? 'unknown';
}
