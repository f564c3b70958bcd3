import { isObject } from '../isObject.ts';
import type { Json } from '../request/wireRequest.ts';
import { isInteger } from './parameterChecks.ts';

/** What an answer is checked for. */
export type Assertion =
  | { readonly type: 'contains' | 'not-contains' | 'regex'; readonly value: string }
  | { readonly type: 'json-schema'; readonly value: { readonly [key: string]: Json } }
  | { readonly type: 'max-sentences'; readonly value: number };

/** A value that can’t be an assertion, as what it should be at which of its keys. */
export interface NoAssertion {
  readonly key: 'type' | 'value';
  readonly expected: string;
}

/** The assertion that a type and a value make. */
export function assertionOf(type: Json, value: Json): Assertion | NoAssertion {
  switch (type) {
    case 'contains':
    case 'not-contains':
      if (typeof value === 'string' && value !== '') return { type, value };
      return { key: 'value', expected: 'string' };
    case 'regex':
      if (typeof value === 'string' && isRegex(value)) return { type, value };
      return { key: 'value', expected: 'regular expression' };
    case 'json-schema':
      return isObject(value) ? { type, value } : { key: 'value', expected: 'object' };
    case 'max-sentences':
      if (isInteger(value) && value >= 1) return { type, value };
      return { key: 'value', expected: 'integer from 1' };
    default:
      return { key: 'type', expected: 'contains | not-contains | regex | json-schema | max-sentences' };
  }
}

/** Whether it is a regular expression with the flag `u`. */
export function isRegex(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== null;
  } catch {
    return false;
  }
}
