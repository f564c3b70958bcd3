import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mismatchOf } from '../../../../src/core/assertions/jsonSchema.ts';
import { TooSlow } from '../../../../src/core/assertions/tooSlow.ts';
import type { Json } from '../../../../src/core/request/wireRequest.ts';

const matches = (source: string, text: string): boolean => new RegExp(source, 'u').test(text);

const mismatch = (schema: string, value: string): string => {
  const found = mismatchOf(JSON.parse(schema) as Json, JSON.parse(value) as Json, matches);
  return found === null ? 'fits' : `${found.path} ${found.keyword}`;
};

suite('a value against a schema', () => {
  const rows: readonly (readonly [schema: string, value: string, expected: string])[] = [
    ['true', '1', 'fits'],
    ['false', '1', ' false'],
    ['{}', 'null', 'fits'],
    ['{"type": "object"}', '{}', 'fits'],
    ['{"type": "object"}', '[]', ' type'],
    ['{"type": "object"}', 'null', ' type'],
    ['{"type": "array"}', '{}', ' type'],
    ['{"type": "integer"}', '1.0', 'fits'],
    ['{"type": "integer"}', '1.5', ' type'],
    ['{"type": "number"}', '1.5', 'fits'],
    ['{"type": "boolean"}', '"true"', ' type'],
    ['{"type": ["string", "null"]}', 'null', 'fits'],
    ['{"type": ["string", "null"]}', '3', ' type'],
    ['{"enum": ["low", {"a": 1, "b": 2}]}', '{"b": 2, "a": 1}', 'fits'],
    ['{"enum": ["low", "high"]}', '"Low"', ' enum'],
    ['{"const": null}', 'null', 'fits'],
    ['{"const": null}', '0', ' const'],
    ['{"minLength": 2}', '"👍"', ' minLength'],
    ['{"maxLength": 1}', '"👍"', 'fits'],
    ['{"pattern": "^a+$"}', '"aab"', ' pattern'],
    ['{"pattern": "^a+$"}', '3', 'fits'],
    ['{"minimum": 1, "maximum": 5}', '1', 'fits'],
    ['{"minimum": 1, "maximum": 5}', '6', ' maximum'],
    ['{"exclusiveMinimum": 1}', '1', ' exclusiveMinimum'],
    ['{"exclusiveMaximum": 1}', '1', ' exclusiveMaximum'],
    ['{"multipleOf": 0.1}', '0.3', 'fits'],
    ['{"multipleOf": 2}', '3', ' multipleOf'],
    ['{"minItems": 1}', '[]', ' minItems'],
    ['{"maxItems": 1}', '[1, 2]', ' maxItems'],
    ['{"uniqueItems": true}', '[{"a": 1, "b": 2}, {"b": 2, "a": 1}]', ' uniqueItems'],
    ['{"uniqueItems": true}', '[1, "1"]', 'fits'],
    ['{"items": {"type": "string"}}', '["a", 2]', '/1 type'],
    ['{"prefixItems": [{"type": "string"}], "items": false}', '["a"]', 'fits'],
    ['{"prefixItems": [{"type": "string"}], "items": false}', '["a", 1]', '/1 false'],
    ['{"required": ["a/b"]}', '{}', '/a~1b required'],
    ['{"required": ["toString"]}', '{}', '/toString required'],
    ['{"properties": {"a": {"type": "string"}}}', '{"a": 1}', '/a type'],
    ['{"properties": {"a": {"type": "string"}}}', '{"b": 1}', 'fits'],
    [
      '{"properties": {"a": true}, "additionalProperties": false}',
      '{"a": 1, "b": 2}',
      '/b additionalProperties',
    ],
    ['{"additionalProperties": {"type": "integer"}}', '{"a": "x"}', '/a type'],
    ['{"additionalProperties": false}', '{"constructor": 1}', '/constructor additionalProperties'],
    ['{"minProperties": 1}', '{}', ' minProperties'],
    ['{"maxProperties": 0}', '{"a": 1}', ' maxProperties'],
    ['{"allOf": [{"type": "string"}, {"minLength": 3}]}', '"ab"', ' minLength'],
    ['{"anyOf": [{"type": "string"}, {"type": "null"}]}', 'null', 'fits'],
    ['{"anyOf": [{"type": "string"}, {"type": "null"}]}', '1', ' anyOf'],
    ['{"oneOf": [{"type": "integer"}, {"minimum": 2}]}', '3', ' oneOf'],
    ['{"oneOf": [{"type": "integer"}, {"minimum": 2}]}', '2.5', 'fits'],
    ['{"not": {"type": "string"}}', '"a"', ' not'],
    ['{"$defs": {"n": {"type": "integer"}}, "items": {"$ref": "#/$defs/n"}}', '[1, "2"]', '/1 type'],
    ['{"type": "object", "additionalProperties": {"$ref": "#"}}', '{"a": {"b": 1}}', '/a/b type'],
    ['{"$defs": {"a/b": {"type": "null"}}, "$ref": "#/$defs/a~1b"}', '1', ' type'],
  ];
  for (const [schema, value, expected] of rows) {
    test(`${schema} ← ${value}`, () => assert.equal(mismatch(schema, value), expected));
  }
});

test('a schema whose parts multiply is given up', () => {
  const level = (next: number) => ({ allOf: [{ $ref: `#/$defs/${next}` }, { $ref: `#/$defs/${next}` }] });
  const $defs = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [String(at), level(at + 1)]));
  assert.throws(() => mismatchOf({ $ref: '#/$defs/0', $defs: { ...$defs, 40: {} } }, 1, matches), TooSlow);
});

suite('a value that is nested too deeply is given up', () => {
  const value = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  for (const schema of [
    '{"items": {"$ref": "#"}}',
    '{"const": 1}',
    '{"enum": [1]}',
    '{"uniqueItems": true}',
  ]) {
    test(schema, () => assert.throws(() => mismatch(schema, value), TooSlow));
  }
});
