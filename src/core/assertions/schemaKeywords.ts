/** What the value of a keyword of JSON Schema has to be. */
export type KeywordShape =
  | 'schema'
  | 'schemas'
  | 'schemas by name'
  | 'types'
  | 'list'
  | 'names'
  | 'count'
  | 'number'
  | 'step'
  | 'boolean'
  | 'string'
  | 'regular expression'
  | 'reference'
  | 'anything';

/** The keywords of JSON Schema that are obeyed, and those that only describe; any other would be ignored in silence. */
export const schemaKeywords: Readonly<Record<string, KeywordShape>> = {
  $ref: 'reference',
  $defs: 'schemas by name',
  definitions: 'schemas by name',
  type: 'types',
  enum: 'list',
  const: 'anything',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  properties: 'schemas by name',
  required: 'names',
  additionalProperties: 'schema',
  minProperties: 'count',
  maxProperties: 'count',
  items: 'schema',
  prefixItems: 'schemas',
  minItems: 'count',
  maxItems: 'count',
  uniqueItems: 'boolean',
  minLength: 'count',
  maxLength: 'count',
  pattern: 'regular expression',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'step',
  $schema: 'string',
  $comment: 'string',
  title: 'string',
  description: 'string',
  default: 'anything',
  examples: 'list',
  deprecated: 'boolean',
  readOnly: 'boolean',
  writeOnly: 'boolean',
};

/** The types that a value of JSON can have. */
export const jsonTypes: readonly string[] = [
  'null',
  'boolean',
  'integer',
  'number',
  'string',
  'array',
  'object',
];
