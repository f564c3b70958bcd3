/**
 * The tables of version 1. It never changes: what comes later is a migration.
 *
 * - `prompt_key`: under which keys a prompt goes; a key that another document took over by a rename stays with its
 *   runs and is no longer current.
 * - `run`: what is listed and summed up, and no text. `detail`: the rest of the record. `text`: prompts, requests
 *   and answers, each once; as UTF-16 in a blob where a text of SQLite would lose something.
 * - Every list is read along an index that ends in `started_at, id`, so that a page costs what it holds.
 */
export const schemaV1 = `
CREATE TABLE prompt (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE prompt_key (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  current INTEGER NOT NULL,
  prompt_id INTEGER NOT NULL REFERENCES prompt,
  title TEXT NOT NULL,
  role TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX prompt_key_current ON prompt_key (key) WHERE current = 1;
CREATE INDEX prompt_key_prompt ON prompt_key (prompt_id);

CREATE TABLE run_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  facts TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  content ANY NOT NULL
) STRICT;

CREATE TABLE run (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  prompt_id INTEGER NOT NULL REFERENCES prompt,
  key_id INTEGER NOT NULL REFERENCES prompt_key,
  group_id INTEGER NOT NULL REFERENCES run_group,
  model TEXT NOT NULL,
  simulated INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  started_at REAL NOT NULL,
  prompt_hash TEXT NOT NULL,
  label TEXT,
  commit_id TEXT,
  modified INTEGER,
  end_state TEXT NOT NULL,
  failure TEXT,
  cold INTEGER NOT NULL,
  concurrent INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  reused INTEGER,
  thought INTEGER NOT NULL,
  ttft_ms REAL,
  first_text_ms REAL,
  ttlt_ms REAL,
  otps REAL,
  connect_ms REAL,
  headers_ms REAL,
  server_ms REAL,
  longest_gap_ms REAL,
  waited_ms REAL,
  host_delay_ms REAL,
  input_tokens REAL,
  cache_creation_tokens REAL,
  cache_read_tokens REAL,
  output_tokens REAL,
  thinking_tokens REAL,
  web_search_requests REAL,
  web_fetch_requests REAL,
  service_tier TEXT,
  speed TEXT,
  cost REAL
) STRICT;
CREATE INDEX run_newest ON run (simulated, removed, started_at, id, end_state);
CREATE INDEX run_of_prompt ON run (prompt_id, simulated, removed, started_at, id, end_state);
CREATE INDEX run_of_prompt_group ON run (prompt_id, group_id, simulated, removed, started_at, id, end_state);
CREATE INDEX run_of_version ON run (prompt_id, prompt_hash, simulated, removed, started_at, id, end_state);
CREATE INDEX run_of_group ON run (group_id, simulated, removed, started_at, id, end_state);
CREATE INDEX run_of_model ON run (model, simulated, removed, started_at, id, end_state);
CREATE INDEX run_of_key ON run (key_id);
CREATE INDEX run_age ON run (started_at, id);
CREATE INDEX run_removed ON run (seq) WHERE removed = 1;

CREATE TABLE detail (
  run_seq INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
  record TEXT NOT NULL,
  prompt_text INTEGER REFERENCES text,
  request_text INTEGER REFERENCES text,
  answer_text INTEGER REFERENCES text
) STRICT;
CREATE INDEX detail_prompt_text ON detail (prompt_text);
CREATE INDEX detail_request_text ON detail (request_text);
CREATE INDEX detail_answer_text ON detail (answer_text);
`;
