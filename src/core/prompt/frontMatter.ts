import { type DataMap, type DataNode, jsonOf, textOf, valueAt } from './dataNode.ts';
import type { PromptParameter, ValueSet } from './foundPrompt.ts';
import { isParameterName, type ParameterName } from './parameterChecks.ts';
import type { Problem } from './problem.ts';
import type { PromptKind, Span } from './promptDocument.ts';
import { readParameters } from './readParameters.ts';

/** What front matter says of the prompt below it. */
export interface FrontMatter {
  /** Models by id or name, the first that is there counts. */
  readonly models: readonly NamedModel[];
  readonly parameters: readonly PromptParameter[];
  readonly presets: ReadonlyMap<string, string>;
  readonly secrets: ReadonlySet<string>;
  readonly valueSets: readonly ValueSet[];
  readonly problems: readonly Problem[];
}

/** A model as front matter names it. */
export interface NamedModel {
  readonly name: string;
  readonly span: Span;
}

/** Front matter that says nothing. */
const noFrontMatter: FrontMatter = {
  models: [],
  parameters: [],
  presets: new Map(),
  secrets: new Set(),
  valueSets: [],
  problems: [],
};

// The names by which the two versions of the Prompty format and the services that it speaks to know a parameter.
const promptyNames: Readonly<Record<string, ParameterName>> = {
  max_tokens: 'max_tokens',
  maxTokens: 'max_tokens',
  maxOutputTokens: 'max_tokens',
  max_completion_tokens: 'max_tokens',
  temperature: 'temperature',
  stop: 'stop_sequences',
  stop_sequences: 'stop_sequences',
  stopSequences: 'stop_sequences',
};

/**
 * Reads a document’s front matter. VS Code checks that of its own kinds itself, and only their `model` is taken; the
 * others may name every parameter, and `.prompty` files inputs and a sample besides.
 */
export function readFrontMatter(node: DataNode | null, kind: PromptKind): FrontMatter {
  if (node === null || node.kind !== 'map') return noFrontMatter;
  switch (kind) {
    case 'prompty':
      return readPrompty(node);
    case 'prompt':
    case 'instructions':
    case 'agent':
    case 'skill':
      return { ...noFrontMatter, models: modelsOf(valueAt(node, 'model')) };
    default:
      return {
        ...noFrontMatter,
        models: modelsOf(valueAt(node, 'model')),
        ...readParameters(node, 'front-matter', ownName),
      };
  }
}

function readPrompty(map: DataMap): FrontMatter {
  const model = valueAt(map, 'model');
  const own = readParameters(map, 'front-matter', ownName);
  const options = ['parameters', 'options'].flatMap((key) => {
    const node = valueAt(model, key);
    return node?.kind === 'map' ? [readParameters(node, 'front-matter', promptyName)] : [];
  });
  const read = [...options, own];
  return {
    models: modelsOf(promptyModel(model)),
    parameters: read.flatMap(({ parameters }) => parameters),
    problems: read.flatMap(({ problems }) => problems),
    ...readInputs(map),
  };
}

function promptyName(key: string): ParameterName | null {
  return Object.hasOwn(promptyNames, key) ? (promptyNames[key] ?? null) : null;
}

function promptyModel(model: DataNode | null): DataNode | null {
  if (model?.kind === 'scalar') return model;
  const configuration = valueAt(model, 'configuration');
  return (
    valueAt(model, 'id') ??
    valueAt(configuration, 'model') ??
    valueAt(configuration, 'name') ??
    valueAt(configuration, 'azure_deployment')
  );
}

function readInputs(map: DataMap): Pick<FrontMatter, 'presets' | 'secrets' | 'valueSets'> {
  const presets = new Map<string, string>();
  const secrets = new Set<string>();
  const samples = new Map<string, string>();
  for (const [name, input] of inputsOf(valueAt(map, 'inputs'))) {
    const preset = textOf(valueAt(input, 'default'));
    const sample = textOf(valueAt(input, 'sample')) ?? textOf(valueAt(input, 'example'));
    if (preset !== null) presets.set(name, preset);
    if (sample !== null) samples.set(name, sample);
    if (isTrue(valueAt(input, 'secret'))) secrets.add(name);
  }
  const sample = valueAt(map, 'sample');
  for (const { key, value } of sample?.kind === 'map' ? sample.entries : []) {
    samples.set(key, textOf(value) ?? JSON.stringify(jsonOf(value)));
  }
  const values = Object.fromEntries(samples);
  return {
    presets,
    secrets,
    valueSets: samples.size === 0 ? [] : [{ name: 'sample', values, testMessage: null }],
  };
}

/** Inputs by name: a map in the first version of the format, a list of maps with a `name` in the second. */
function inputsOf(inputs: DataNode | null): readonly (readonly [string, DataNode])[] {
  if (inputs?.kind === 'map') return inputs.entries.map(({ key, value }) => [key, value]);
  if (inputs?.kind !== 'list') return [];
  return inputs.items.flatMap((item) => {
    const name = textOf(valueAt(item, 'name'));
    return name === null ? [] : [[name, item] as const];
  });
}

function isTrue(node: DataNode | null): boolean {
  return node?.kind === 'scalar' && node.value === true;
}

// VS Code takes a list too.
function modelsOf(node: DataNode | null): readonly NamedModel[] {
  const items = node?.kind === 'list' ? node.items : [node];
  return items.flatMap((item) => {
    const name = textOf(item)?.trim() ?? '';
    return item === null || name === '' ? [] : [{ name, span: item.span }];
  });
}

function ownName(key: string): ParameterName | null {
  return key !== 'model' && isParameterName(key) ? key : null;
}
