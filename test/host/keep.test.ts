import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  type Memento,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { ArmChange, Varied } from '../../src/core/compare/comparison.ts';
import type { CompareModel } from '../../src/vscode/compare/compareModel.ts';
import { keepArm } from '../../src/vscode/compare/keepArm.ts';
import { askForThreeSentences } from '../../src/vscode/compare/makeFaster.ts';
import { Models } from '../../src/vscode/models.ts';
import type { Prompt } from '../../src/vscode/prompt.ts';
import { PromptParameters } from '../../src/vscode/promptParameters.ts';
import { promptOfDocument } from '../../src/vscode/promptSource.ts';
import { RefusedParameters } from '../../src/vscode/refusedParameters.ts';
import { RequestPreparation } from '../../src/vscode/requestPreparation.ts';
import { runPrompt } from '../../src/vscode/runPlan.ts';
import { partNamed } from '../../src/vscode/sources/promptParts.ts';
import { PromptValues } from '../../src/vscode/sources/promptValues.ts';
import { sampleComparison } from '../support/comparisons.ts';
import { closeEditors, inWorkspace } from '../support/hostRuns.ts';

const origin = 'https://api.anthropic.com';

/** The state of a workspace, in memory. */
function memento(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: (key: string, fallback?: unknown) => values.get(key) ?? fallback,
    update: async (key: string, value: unknown) => void values.set(key, value),
  } as Memento;
}

async function write(name: string, text: string): Promise<TextDocument> {
  const uri = inWorkspace(name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return await workspace.openTextDocument(uri);
}

async function part(document: TextDocument, identity: string): Promise<Prompt> {
  const found = await partNamed(document, identity);
  assert.ok(found);
  return found;
}

function selection(document: TextDocument, words: string): Prompt {
  const start = document.getText().indexOf(words);
  const spans = [{ start, end: start + words.length }];
  const key = `${document.uri.toString()}#selection`;
  return {
    key,
    uri: document.uri,
    title: 'selection',
    role: 'user',
    text: words,
    anchor: { kind: 'spans', spans },
  };
}

async function textOf(name: string): Promise<string | null> {
  try {
    return (await workspace.openTextDocument(inWorkspace(name))).getText();
  } catch {
    return null;
  }
}

const python = `MODEL = "claude-haiku-4-5"
SYSTEM_PROMPT = "You greet guests."


def ask(client, name):
    return client.messages.create(
        model=MODEL,
        max_tokens=70,
        temperature=0.5,
        thinking={"type": "disabled"},
        output_config={"effort": "low"},
        system=SYSTEM_PROMPT,
        messages=[{"role": "user", "content": f"I am {name}."}],
    )
`;
const script = `const answer = await client.messages.create({
  model: 'claude-haiku-5-5',
  max_tokens: 70,
  messages: [{ role: 'user', content: 'Name a river.' }],
});
`;
const matter = '---\nmodel: claude-haiku-5-5\nmax_tokens: 60\neffort: low\nthinking: "on"\n---\nuser:\nHi\n';

interface Case {
  readonly file: string;
  readonly text: string;
  /** The part of the document that is compared; the document itself where absent. */
  readonly identity?: string;
  readonly beside?: string;
  readonly varied: Varied;
  readonly change: ArmChange;
  /** The lines that are there afterwards and were not there before, of the document and of the file beside it. */
  readonly after: readonly string[];
  readonly where: string;
}

const cases: Readonly<Record<string, Case>> = {
  'a model in front matter': {
    file: 'k1.prompty',
    text: matter,
    varied: 'model',
    change: { model: 'claude-sonnet-5-5' },
    after: ['model: claude-sonnet-5-5'],
    where: 'k1.prompty',
  },
  'a model by its name in front matter': {
    file: 'k2.prompt.md',
    text: '---\nmodel: Claude Haiku 4.5 (copilot)\n---\nHi\n',
    varied: 'model',
    change: { model: 'claude-sonnet-5-5' },
    after: ['model: claude-sonnet-5-5'],
    where: 'k2.prompt.md',
  },
  'a model that nobody knows in front matter': {
    file: 'k3.prompt.md',
    text: '---\nmodel: Some Other (copilot)\n---\nHi\n',
    varied: 'model',
    change: { model: 'claude-sonnet-5-5' },
    after: ['model: claude-sonnet-5-5'],
    where: 'k3.prompt.md',
  },
  'max tokens in front matter': {
    file: 'k4.prompty',
    text: matter,
    varied: 'max-tokens',
    change: { maxTokens: 500 },
    after: ['max_tokens: 500'],
    where: 'k4.prompty',
  },
  'an effort in front matter': {
    file: 'k5.prompty',
    text: matter,
    varied: 'effort',
    change: { effort: 'high' },
    after: ['effort: high'],
    where: 'k5.prompty',
  },
  'thinking in front matter': {
    file: 'k6.prompty',
    text: matter,
    varied: 'thinking',
    change: { thinking: 'off' },
    after: ['thinking: "off"'],
    where: 'k6.prompty',
  },
  'an effort in the file beside': {
    file: 'k7.prompt.md',
    text: 'Hi\n',
    beside: '{\n  "parameters": { "effort": "low" }\n}\n',
    varied: 'effort',
    change: { effort: 'max' },
    after: ['  "parameters": { "effort": "max" }'],
    where: 'k7.prompt.md.tuner.json',
  },
  'a temperature in the file beside, for one string': {
    file: 'k8.py',
    text: 'GREETING_PROMPT = "Greet me."\n',
    identity: 'GREETING_PROMPT',
    beside:
      '{\n  "parameters": { "temperature": 0 },\n  "prompts": { "GREETING_PROMPT": { "parameters": { "temperature": 0.5 } } }\n}\n',
    varied: 'temperature',
    change: { temperature: 1 },
    after: ['  "prompts": { "GREETING_PROMPT": { "parameters": { "temperature": 1 } } }'],
    where: 'k8.py.tuner.json',
  },
  'a model in a call of Python': {
    file: 'k9.py',
    text: python,
    identity: 'ask.messages.content',
    varied: 'model',
    change: { model: 'claude-sonnet-5-5' },
    after: ['        model="claude-sonnet-5-5",'],
    where: 'k9.py',
  },
  'an effort in a call of Python': {
    file: 'k10.py',
    text: python,
    identity: 'ask.messages.content',
    varied: 'effort',
    change: { effort: 'high' },
    after: ['        output_config={"effort":"high"},'],
    where: 'k10.py',
  },
  'thinking in a call of Python': {
    file: 'k11.py',
    text: python,
    identity: 'ask.messages.content',
    varied: 'thinking',
    change: { thinking: 'on' },
    after: ['        thinking={"type":"adaptive"},'],
    where: 'k11.py',
  },
  'max tokens in a call of TypeScript': {
    file: 'k12.ts',
    text: script,
    identity: 'messages.content',
    varied: 'max-tokens',
    change: { maxTokens: 500 },
    after: ['  max_tokens: 500,'],
    where: 'k12.ts',
  },
  'a cache breakpoint in front matter': {
    file: 'k13.prompty',
    text: '---\nmodel: claude-haiku-5-5\ncache: system\n---\nHi\n',
    varied: 'caching',
    change: { cache: 'all' },
    after: ['cache: all'],
    where: 'k13.prompty',
  },
  'a cache breakpoint in the file beside': {
    file: 'k14.prompt.md',
    text: 'Hi\n',
    beside: '{\n  "parameters": { "cache": "system" }\n}\n',
    varied: 'caching',
    change: { cache: 'off' },
    after: ['  "parameters": { "cache": "off" }'],
    where: 'k14.prompt.md.tuner.json',
  },
  'a cache breakpoint where there is none yet': {
    file: 'k15.prompt.md',
    text: 'Hi\n',
    beside: '{\n  "secrets": []\n}\n',
    varied: 'caching',
    change: { cache: 'all' },
    after: ['  "secrets": [],', '  "parameters": {', '    "cache": "all"', '  }'],
    where: 'k15.prompt.md.tuner.json',
  },
};

describe('keeping an arm', () => {
  let parameters: PromptParameters;
  let preparation: RequestPreparation;

  beforeEach(() => {
    const state = memento();
    parameters = new PromptParameters(state);
    preparation = new RequestPreparation(
      new Models(state),
      parameters,
      new PromptValues(state),
      new RefusedParameters(state),
    );
  });
  afterEach(() => closeEditors());

  function keep(prompt: Prompt, varied: Varied, change: ArmChange, name = 'B') {
    const comparison = sampleComparison({
      arms: [{ change: {} }, { label: 'another', change, requests: [] }],
      setup: { varied, prompt: runPrompt(prompt) },
    });
    return keepArm(comparison, name, {
      promptParameters: parameters,
      prepare: (current) => preparation.prepare(current, origin),
    });
  }

  async function keepText(prompt: Prompt, name: string, texts: readonly [string, string]): Promise<void> {
    const comparison = sampleComparison({
      arms: texts.map((text) => ({ text, change: {} })),
      setup: { varied: 'prompt', prompt: runPrompt(prompt) },
    });
    const prepare = (current: Prompt) => preparation.prepare(current, origin);
    assert.deepEqual(await keepArm(comparison, name, { promptParameters: parameters, prepare }), {
      text: `${name} stands in the editor: one undo there takes it back.`,
      undo: null,
    });
  }

  for (const [what, { file, text, identity, beside, varied, change, after, where }] of Object.entries(
    cases,
  )) {
    it(`${what} changes there, and Undo takes it back`, async () => {
      const besideName = `${file}.tuner.json`;
      if (beside !== undefined) await write(besideName, beside);
      const document = await write(file, text);
      const prompt = identity === undefined ? promptOfDocument(document) : await part(document, identity);
      const texts = async () => `${document.getText()}${(await textOf(besideName)) ?? ''}`;
      const before = await texts();
      const notice = await keep(prompt, varied, change);
      assert.equal(notice?.text, `B is kept: another, in ${where}.`);
      const lines = before.split('\n');
      assert.deepEqual(
        (await texts()).split('\n').filter((line) => !lines.includes(line)),
        after,
      );
      await undone(notice);
      assert.equal(await texts(), before);
    });
  }

  it('what was kept is what is sent from then on', async () => {
    const document = await write('k20.py', python);
    await keep(await part(document, 'ask.messages.content'), 'max-tokens', { maxTokens: 500 });
    const { request } = await preparation.prepare(await part(document, 'ask.messages.content'), origin);
    assert.equal(request.body.max_tokens, 500);
  });

  it('a cache breakpoint makes the file beside, and Undo takes that away', async () => {
    const document = await write('k21.prompt.md', 'Hi\n');
    const prompt = promptOfDocument(document);
    const notice = await keep(prompt, 'caching', { cache: 'all' });
    assert.equal(
      await textOf('k21.prompt.md.tuner.json'),
      '{\n  "parameters": {\n    "cache": "all"\n  }\n}\n',
    );
    const { request } = await preparation.prepare(prompt, origin);
    assert.deepEqual(request.body.messages.at(-1)?.content, [
      { type: 'text', text: 'Hi\n', cache_control: { type: 'ephemeral' } },
    ]);
    await undone(notice);
    await assert.rejects(async () => await workspace.fs.stat(inWorkspace('k21.prompt.md.tuner.json')));
  });

  const besides: Readonly<Record<string, string | null>> = {
    'a file that was made for it': null,
    'a file that was there': '{\n  "secrets": []\n}\n',
  };
  for (const [what, beside] of Object.entries(besides)) {
    it(`${what} is left alone by Undo where it was edited since`, async () => {
      const name = beside === null ? 'k30.prompt.md' : 'k31.prompt.md';
      if (beside !== null) await write(`${name}.tuner.json`, beside);
      const notice = await keep(promptOfDocument(await write(name, 'Hi\n')), 'caching', { cache: 'all' });
      const document = await workspace.openTextDocument(inWorkspace(`${name}.tuner.json`));
      const mine = '{ "secrets": ["NAME"] }\n';
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), mine);
      assert.ok(await workspace.applyEdit(edit));
      await assert.rejects(undone(notice), {
        message: `${name}.tuner.json was edited since: undo it there.`,
      });
      assert.equal(await textOf(`${name}.tuner.json`), mine);
    });
  }

  it('a value that nobody set goes to the parameters of the prompt', async () => {
    const prompt = promptOfDocument(await write('k22.prompt.md', 'Hi\n'));
    const notice = await keep(prompt, 'model', { model: 'claude-sonnet-5-5' });
    assert.deepEqual(parameters.panelValues(prompt.key), { model: 'claude-sonnet-5-5' });
    await undone(notice);
    assert.deepEqual(parameters.panelValues(prompt.key), {});
  });

  it('a value that the panel set stays there, whatever the prompt says', async () => {
    const document = await write('k23.prompty', matter);
    const prompt = promptOfDocument(document);
    await parameters.change(prompt.key, { maxTokens: 80 });
    const notice = await keep(prompt, 'max-tokens', { maxTokens: 500 });
    assert.deepEqual([parameters.panelValues(prompt.key), document.getText()], [{ maxTokens: 500 }, matter]);
    await undone(notice);
    assert.deepEqual(parameters.panelValues(prompt.key), { maxTokens: 80 });
  });

  it('a value of a setting goes there, in the place where it is set', async () => {
    const configuration = () => workspace.getConfiguration('promptTuner');
    await configuration().update('maxTokens', 90, ConfigurationTarget.Global);
    try {
      const prompt = promptOfDocument(await write('k24.prompt.md', 'Hi\n'));
      const notice = await keep(prompt, 'max-tokens', { maxTokens: 500 });
      assert.equal(notice?.text, 'B is kept: another, in the setting “promptTuner.maxTokens”.');
      assert.equal(configuration().inspect('maxTokens')?.globalValue, 500);
      await undone(notice);
      assert.equal(configuration().inspect('maxTokens')?.globalValue, 90);
    } finally {
      await configuration().update('maxTokens', undefined, ConfigurationTarget.Global);
    }
  });

  it('where the prompt says it, a setting stays as it is', async () => {
    const configuration = () => workspace.getConfiguration('promptTuner');
    await configuration().update('maxTokens', 90, ConfigurationTarget.Global);
    try {
      const document = await write('k25.prompty', matter);
      await keep(promptOfDocument(document), 'max-tokens', { maxTokens: 500 });
      assert.equal(configuration().inspect('maxTokens')?.globalValue, 90);
      assert.match(document.getText(), /max_tokens: 500/);
    } finally {
      await configuration().update('maxTokens', undefined, ConfigurationTarget.Global);
    }
  });

  const refused: Readonly<Record<string, readonly [Varied, ArmChange, string]>> = {
    'a value that stands there already': [
      'max-tokens',
      { maxTokens: 60 },
      'The prompt has this value already.',
    ],
    'the model’s own effort': [
      'effort',
      { effort: 'default' },
      'The default has no word there: take “effort” out of k26.prompty by hand.',
    ],
  };
  for (const [what, [varied, change, message]] of Object.entries(refused)) {
    it(`${what} is refused`, async () => {
      const document = await write('k26.prompty', matter);
      await assert.rejects(keep(promptOfDocument(document), varied, change), { message });
      assert.equal(document.getText(), matter);
    });
  }

  it('a selection takes the text of either arm, one after the other', async () => {
    const document = await write('k27.ts', '// A note.\nask("Name a river.", 3);\n');
    const prompt = selection(document, 'Name a river.');
    const texts = ['Name a river.', 'Name one of the long rivers of Europe.'] as const;
    await keepText(prompt, 'B', texts);
    assert.match(document.getText(), /^ask\("Name one of the long rivers of Europe\.", 3\);$/m);
    await keepText(prompt, 'A', texts);
    assert.equal(document.getText(), '// A note.\nask("Name a river.", 3);\n');
  });

  it('a selection that was edited since is left alone', async () => {
    const document = await write('k28.ts', 'ask("Name a star.", 3);\n');
    const prompt = selection(document, 'Name a star.');
    await assert.rejects(keepText(prompt, 'B', ['Name a river.', 'Name it.']), {
      message: 'The selection was edited since, so there is nothing to put another text in place of.',
    });
    assert.equal(document.getText(), 'ask("Name a star.", 3);\n');
  });

  it('a string in code becomes a string with that text', async () => {
    const document = await write('k29.py', 'GREETING_PROMPT = "Greet me."\n');
    await keepText(await part(document, 'GREETING_PROMPT'), 'B', ['Greet me.', 'Say "Hi".']);
    assert.equal(document.getText(), 'GREETING_PROMPT = "Say \\"Hi\\"."\n');
  });
});

describe('asking for a short answer', () => {
  afterEach(() => closeEditors());

  const asks = 'Answer in at most 3 sentences.';
  const strings: Readonly<Record<string, readonly [before: string, after: string]>> = {
    'a string of one line': ['"Greet me."', `"Greet me.\\n\\n${asks}"`],
    'a string of several lines': ['"""Greet me.\n"""', `"""Greet me.\n\n${asks}\n"""`],
  };
  for (const [what, [before, after]] of Object.entries(strings)) {
    it(`${what} in code stays one`, async () => {
      const document = await write(
        `k40-${before.length}.py`,
        `import os\n\nGREETING_PROMPT = ${before}\nx = 1\n`,
      );
      await askForThreeSentences(await part(document, 'GREETING_PROMPT'));
      assert.equal(document.getText(), `import os\n\nGREETING_PROMPT = ${after}\nx = 1\n`);
    });
  }

  it('a document has the sentence in a paragraph of its own', async () => {
    const document = await write('k41.prompt.md', '---\nmodel: claude-haiku-5-5\n---\nGreet me.\n');
    await askForThreeSentences(promptOfDocument(document));
    assert.equal(document.getText(), `---\nmodel: claude-haiku-5-5\n---\nGreet me.\n\n${asks}\n`);
  });

  it('a selection in code has it on the same line', async () => {
    const document = await write('k42.ts', 'ask("Name a star.", 3);\n');
    await askForThreeSentences(selection(document, 'Name a star.'));
    assert.equal(document.getText(), `ask("Name a star. ${asks}", 3);\n`);
  });
});

async function undone(notice: CompareModel['notice']): Promise<void> {
  assert.ok(notice?.undo);
  await notice.undo();
}
