import { isObject } from '../isObject.ts';
import { median, robustSpread } from '../quantiles.ts';
import type { Json } from '../request/wireRequest.ts';

/** How long the answers of an arm are and how many of them are JSON. */
export interface ArmAnswers {
  readonly answers: number;
  /** Median length in characters; null without an answer. */
  readonly length: number | null;
  /** Standard deviation of the lengths; null where too few tell. */
  readonly lengthSpread: number | null;
  /** Answers that are as a whole a JSON object or array. */
  readonly json: number;
}

/** A place in JSON answers with the type of what stands there, such as `/items/*` and `string`. */
export interface JsonPlace {
  readonly path: string;
  readonly type: string;
}

/** Where the JSON of two arms is built otherwise: ordinary variation of the first is no difference. */
export interface StructureChange {
  /** In every JSON answer of the first arm, and not in so many of the other. */
  readonly lacking: readonly (JsonPlace & { readonly answers: number })[];
  /** In so many JSON answers of the other arm, and in none of the first. */
  readonly added: readonly (JsonPlace & { readonly answers: number })[];
}

// Deeper, what is built otherwise shows further up already; beyond so many places nothing is said.
const deepest = 8;
const mostPlaces = 1_000;

/** What the answers of one arm have in common. */
export function answersOfArm(answers: readonly string[]): ArmAnswers {
  const lengths = answers.map((answer) => [...answer].length);
  return {
    answers: answers.length,
    length: median(lengths),
    lengthSpread: robustSpread(lengths),
    json: answers.filter((answer) => jsonOf(answer) !== null).length,
  };
}

/** Compares how the JSON answers of two arms are built; null where an arm has none, or one too large to look through. */
export function structureChange(a: readonly string[], b: readonly string[]): StructureChange | null {
  const [ofA, ofB] = [placesIn(a), placesIn(b)];
  if (ofA.length === 0 || ofB.length === 0) return null;
  if ([...ofA, ...ofB].some((places) => places.size >= mostPlaces)) return null;
  const count = (all: readonly Places[], key: string) => all.filter((places) => places.has(key)).length;
  const [inA, inB] = [merged(ofA), merged(ofB)];
  return {
    lacking: [...inA].flatMap(([key, place]) => {
      const answers = ofB.length - count(ofB, key);
      return count(ofA, key) === ofA.length && answers > 0 ? [{ ...place, answers }] : [];
    }),
    added: [...inB].flatMap(([key, place]) => (inA.has(key) ? [] : [{ ...place, answers: count(ofB, key) }])),
  };
}

type Places = ReadonlyMap<string, JsonPlace>;

function placesIn(answers: readonly string[]): readonly Places[] {
  return answers.flatMap((answer) => {
    const json = jsonOf(answer);
    return json === null ? [] : [placesOf(json)];
  });
}

function placesOf(json: Json): Places {
  const places = new Map<string, JsonPlace>();
  const walk = (value: Json, path: string, depth: number): void => {
    if (places.size >= mostPlaces || depth > deepest) return;
    const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    places.set(`${path} ${type}`, { path, type });
    if (Array.isArray(value)) for (const item of value) walk(item, `${path}/*`, depth + 1);
    else if (isObject(value))
      for (const key of Object.keys(value)) walk(value[key] ?? null, `${path}/${escaped(key)}`, depth + 1);
  };
  walk(json, '', 0);
  return places;
}

// As in a JSON Pointer (RFC 6901), and a key `*` told from the items of a list.
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('*', '~2');
}

function merged(all: readonly Places[]): Places {
  return new Map(all.flatMap((places) => [...places]));
}

function jsonOf(answer: string): Json | null {
  if (!/^\s*[[{]/.test(answer)) return null;
  try {
    return JSON.parse(answer) as Json;
  } catch {
    return null;
  }
}
