import { type BlindChoice, withChoice } from '../../core/compare/blind.ts';
import type { Comparison, ComparisonOutcome, ComparisonSetup } from '../../core/compare/comparison.ts';
import type { ComparisonHold } from './historyStore.ts';
import type { Row, Statements } from './statements.ts';
import { inTransaction } from './transaction.ts';

/** Comparisons, newest first. */
export function readComparisons({ all }: Statements, limit: number): readonly Comparison[] {
  return all('SELECT * FROM comparison ORDER BY started_at DESC, id DESC LIMIT ?', limit).map(comparisonOf);
}

/** A comparison, or null where there is none with this id. */
export function readComparison({ get }: Statements, id: string): Comparison | null {
  const row = get('SELECT * FROM comparison WHERE id = ?', id);
  return row === undefined ? null : comparisonOf(row);
}

/** Keeps a comparison, or how far a known one has come, with the judgements that are kept of it. */
export function saveComparison(statements: Statements, { id, startedAt, setup, outcome }: Comparison): void {
  const { database, run } = statements;
  inTransaction(database, () => {
    const blind = readComparison(statements, id)?.outcome.blind ?? outcome.blind;
    run(
      `INSERT INTO comparison (id, started_at, plan, outcome) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome`,
      id,
      startedAt,
      JSON.stringify(setup),
      JSON.stringify({ ...outcome, blind }),
    );
  });
}

/** Adds a judgement to a comparison, in the place of an earlier one of the same two answers. */
export function judgeComparison(statements: Statements, id: string, choice: BlindChoice): void {
  const { database, run } = statements;
  inTransaction(database, () => {
    const known = readComparison(statements, id);
    if (known === null) return;
    const outcome = { ...known.outcome, blind: withChoice(known.outcome.blind, choice) };
    run('UPDATE comparison SET outcome = ? WHERE id = ?', JSON.stringify(outcome), id);
  });
}

/** Keeps a comparison for a holder; null, or when another one's hold ends. */
export function holdComparison(
  { database, get, run }: Statements,
  id: string,
  { holder, now, until }: ComparisonHold,
): number | null {
  return inTransaction(database, () => {
    const held = get(
      'SELECT held_until FROM comparison WHERE id = ? AND holder <> ? AND held_until > ?',
      id,
      holder,
      now,
    );
    if (held !== undefined) return held.held_until as number;
    run('UPDATE comparison SET holder = ?, held_until = ? WHERE id = ?', holder, until, id);
    return null;
  });
}

/** Ends a hold, where it is still this holder's. */
export function letGoComparison({ database, run }: Statements, id: string, holder: string): void {
  inTransaction(database, () =>
    run('UPDATE comparison SET holder = NULL, held_until = NULL WHERE id = ? AND holder = ?', id, holder),
  );
}

function comparisonOf(row: Row): Comparison {
  return {
    id: row.id as string,
    startedAt: row.started_at as number,
    setup: JSON.parse(row.plan as string) as ComparisonSetup,
    outcome: JSON.parse(row.outcome as string) as ComparisonOutcome,
  };
}
