import type { NewRun } from '../../core/history/historyRun.ts';
import type { RunPrompt } from '../../core/run/record.ts';
import { historyRunOf } from './historyRunOf.ts';
import { numbersOf, textsOf, withoutTexts } from './recordTexts.ts';
import { insertRun, runValues } from './runRow.ts';
import type { Statements } from './statements.ts';
import { columnOfText, textHash } from './textHash.ts';
import { inTransaction } from './transaction.ts';

/** Adds a finished run; the same id a second time changes nothing. */
export function addRun(statements: Statements, run: NewRun): void {
  const facts = historyRunOf(run);
  const { record } = run;
  const texts = run.storeText ? Object.values(textsOf(record)) : [];
  const contents = texts.map((text) => ({ hash: textHash(text), text }));
  const detail = JSON.stringify(run.storeText ? withoutTexts(record) : numbersOf(record));
  inTransaction(statements.database, () => {
    if (statements.get('SELECT 1 FROM run WHERE id = ?', record.id) !== undefined) return;
    const { keyId, promptId } = keyOf(statements, record.prompt);
    const groupId = groupIdOf(statements, JSON.stringify(facts.group));
    const { id: seq } = statements.run(insertRun, ...runValues({ ...facts, promptId, groupId }), keyId);
    const [prompt = null, request = null, answer = null] = contents.map(({ hash, text }) =>
      textIdOf(statements, hash, text),
    );
    statements.run('INSERT INTO detail VALUES (?, ?, ?, ?, ?)', seq, detail, prompt, request, answer);
  });
}

function keyOf(
  statements: Statements,
  { key, title, role }: RunPrompt,
): { readonly keyId: number; readonly promptId: number } {
  const known = statements.get('SELECT id, prompt_id FROM prompt_key WHERE key = ? AND current = 1', key);
  if (known !== undefined) {
    const keyId = known.id as number;
    statements.run('UPDATE prompt_key SET title = ?, role = ? WHERE id = ?', title, role, keyId);
    return { keyId, promptId: known.prompt_id as number };
  }
  const { id: promptId } = statements.run('INSERT INTO prompt DEFAULT VALUES');
  const { id: keyId } = statements.run(
    'INSERT INTO prompt_key (key, current, prompt_id, title, role) VALUES (?, 1, ?, ?, ?)',
    key,
    promptId,
    title,
    role,
  );
  return { keyId, promptId };
}

function groupIdOf(statements: Statements, facts: string): number {
  const known = statements.get('SELECT id FROM run_group WHERE facts = ?', facts);
  return (
    (known?.id as number | undefined) ?? statements.run('INSERT INTO run_group (facts) VALUES (?)', facts).id
  );
}

function textIdOf(statements: Statements, hash: string, text: string): number {
  const known = statements.get('SELECT id FROM text WHERE hash = ?', hash);
  if (known !== undefined) return known.id as number;
  return statements.run('INSERT INTO text (hash, content) VALUES (?, ?)', hash, columnOfText(text)).id;
}
