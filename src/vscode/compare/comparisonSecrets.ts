import type { Comparison } from '../../core/compare/comparison.ts';
import { promptOfRun } from '../prompt.ts';
import { type AskParts, askSecrets } from '../sources/askValues.ts';
import { foundFor } from '../sources/foundFor.ts';

/** The secret values of a comparison by input, then by variable; kept in memory alone. */
export type SecretsByInput = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Where they are looked for, and what asking for them works on. */
export interface SecretParts extends AskParts {
  /** By the id of the comparison; ends with the window. */
  readonly secrets: Map<string, SecretsByInput>;
}

/**
 * The secret values of a comparison: as it was planned with, else what fills its prompt now; what neither knows is asked
 * for. Null where the person gives up.
 */
export async function secretsOf(
  { id, setup }: Comparison,
  parts: SecretParts,
): Promise<SecretsByInput | null> {
  const { prompt, inputs } = setup;
  const names = prompt.secrets ?? [];
  const kept = parts.secrets.get(id);
  if (kept !== undefined || names.length === 0) return kept ?? new Map();
  const stands = promptOfRun(prompt);
  if (stands === null) return null;
  const { found } = await foundFor(stands);
  const filled = new Map(
    inputs.map(({ name, valueSet = null }) => {
      const known = found === null ? null : parts.promptValues.fillingOf(stands, found, valueSet).known;
      const values = names.flatMap((secret) => {
        const value = known?.get(secret)?.value;
        return value === undefined ? [] : [[secret, value] as const];
      });
      return [name, new Map(values)] as const;
    }),
  );
  const missing = names.filter((secret) => [...filled.values()].some((values) => !values.has(secret)));
  const asked = missing.length === 0 ? new Map() : await askSecrets(stands, missing, parts);
  if (asked === null) return null;
  const secrets = new Map([...filled].map(([name, values]) => [name, new Map([...asked, ...values])]));
  parts.secrets.set(id, secrets);
  return secrets;
}
