import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Expected, shownPrompts, whole } from './shown.ts';

interface Case {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
  readonly prompts: readonly Expected[];
}

const cases: Readonly<Record<string, Case>> = {
  'Python: literals, constants of the file, and what is not sent': {
    path: 'desk.py',
    languageId: 'python',
    text: `from config import MODEL, tools
SYSTEM = "Be brief."
LIMIT = 1_000
RULES = SYSTEM
seed = 1
seed = 2

def ask(question, temperature=0.2):
    return client.beta.messages.create(
        model=MODEL,  # imported
        max_tokens=LIMIT,
        system=RULES,
        messages=[
            *history,
            {"role": "user", "content": question},
            {"role": "assistant", "content": "Yes?"},
            dict(role="user", content="No"),
            {"role": "user", "content": [
                {"type": "text", "text": f"Ask {question}"},
                {"type": "image", "source": image},
            ]},
        ],
        temperature=temperature,
        thinking={"type": "adaptive", **more},
        output_config={"effort": "low", "format": {"type": "json"}},
        stop_sequences=seed,
        effort="huge",
        tools=tools,
        stream=True,
        **options,
    )
`,
    prompts: [
      ...['"Yes?"', '"No"', 'f"Ask {question}"'].map(
        (source, index): Expected => ({
          id: ['ask.messages.content', 'ask.content', 'ask.messages.content.text'][index] ?? '',
          kind: 'code',
          role: 'user',
          source,
          messages: ['system: Be brief.', 'user: {question}', 'assistant: Yes?', 'user: Ask {question}'],
          variables: ['question expression'],
          parameters: [
            'max_tokens 1000 (call: LIMIT)',
            'output_config {"effort":"low","format":{"type":"json"}} (call: {"effort": "low", "format": {"type": "json"}})',
          ],
          unread: [
            'model: imported (model=MODEL)',
            '*history: spread (*history)',
            'dict(role="user", content="No"): not-literal (dict(role="user", content="No"))',
            '{"type": "image", "source": image}: not-literal ({"type": "image", "source": image})',
            'temperature: not-literal (temperature=temperature)',
            'thinking: spread (thinking={"type": "adaptive", **more})',
            'stop_sequences: reassigned (stop_sequences=seed)',
            'effort: wrong-value (effort="huge")',
            'tools: not-supported (tools=tools)',
            '**options: spread (**options)',
          ],
        }),
      ),
    ],
  },
  'TypeScript: one object, its shorthand and its spread': {
    path: 'desk.ts',
    languageId: 'typescript',
    text: `const model = 'claude-haiku-5-5' as const;
const system = 'Be brief.';
export async function ask(guest: string) {
  const model2 = model;
  return client.messages.stream({
    model,
    max_tokens: 4_096,
    system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: \`I am \${guest}.\` }, ...more, { role: 'assistant', content: '{' }],
    thinking: { type: 'enabled', budget_tokens: 2e3 },
    temperature: 0.5,
    stop_sequences: ['a', \`b\`],
    output_config: { effort: 'low' },
    metadata: { user_id: guest },
    ...rest,
  });
}
`,
    prompts: ['`I am ${guest}.`', "'{'"].map((source, index) => ({
      kind: 'code',
      messages: ['system: Be brief.', 'user: I am ${guest}.', 'assistant: {'],
      variables: ['guest template-literal'],
      parameters: [
        'model "claude-haiku-5-5" (call: model)',
        'max_tokens 4096 (call: 4_096)',
        'thinking {"type":"enabled","budget_tokens":2000} (call: { type: \'enabled\', budget_tokens: 2e3 })',
        'temperature 0.5 (call: 0.5)',
        'stop_sequences ["a","b"] (call: [\'a\', `b`])',
        'effort "low" (call: { effort: \'low\' })',
      ],
      id: ['ask.messages.content', 'ask.messages.content#2'][index] ?? '',
      role: 'user',
      source,
      unread: [
        "cache_control: not-supported (cache_control: { type: 'ephemeral' })",
        '...more: spread (...more)',
        'metadata: not-supported (metadata: { user_id: guest })',
        '...rest: spread (...rest)',
      ],
    })),
  },
  'the messages are a constant, or not known': {
    path: 'a.js',
    languageId: 'javascript',
    text: `const messages = [{ role: 'user', content: 'Hi there' }];
a.messages.create({ system: 'Be brief.', messages });
b.messages.create({ system: 'Be kind.', messages: other });
`,
    prompts: [
      {
        id: 'messages.content',
        kind: 'code',
        role: 'user',
        source: "'Hi there'",
        messages: ['user: Hi there'],
      },
      {
        id: 'system',
        kind: 'code',
        role: 'system',
        source: "'Be brief.'",
        messages: ['system: Be brief.', 'user: Hi there'],
      },
      {
        id: 'system#2',
        kind: 'code',
        role: 'system',
        source: "'Be kind.'",
        messages: ['system: Be kind.'],
        unread: ['messages: not-literal (other)'],
      },
    ],
  },
  'Python: what is filled in another place than where it stands': {
    path: 'a.py',
    languageId: 'python',
    text: `ASK_PROMPT = "Say %s to %(you)s"
SAY_PROMPT = "Say %s to {you}, 100%% of it"
TELL_PROMPT = "Tell {} of {word:>5}"
END_PROMPT = "Say %s now"
class Desk:
    greet_prompt = "Say %(word)s to %(you)s"
    def a(self, you):
        # END_PROMPT % you
        f(self.greet_prompt % self.values, ASK_PROMPT % you)
        own_prompt = "Say %s now"
        return own_prompt % you
    def b(self):
        own_prompt = "Be 100% sure of it"
        client.messages.create(messages=[
            {"role": "user", "content": SAY_PROMPT % (
                you.name)},
            {"role": "assistant", "content": TELL_PROMPT.format(you, word=word)},
            {"role": "user", "content": ASK_PROMPT % you},
            {"role": "user", "content": other % you},
        ])
`,
    prompts: [
      {
        id: 'ASK_PROMPT',
        kind: 'code',
        role: 'user',
        source: '"Say %s to %(you)s"',
        messages: ['user: Say %s to %(you)s'],
      },
      {
        id: 'SAY_PROMPT',
        kind: 'code',
        role: 'user',
        source: '"Say %s to {you}, 100%% of it"',
        messages: ['user: Say %s to {you}, 100% of it'],
        variables: ['you.name percent'],
      },
      {
        id: 'TELL_PROMPT',
        kind: 'code',
        role: 'user',
        source: '"Tell {} of {word:>5}"',
        messages: ['user: Tell {} of {word:>5}'],
        variables: ['you format', 'word format'],
      },
      {
        id: 'END_PROMPT',
        kind: 'code',
        role: 'user',
        source: '"Say %s now"',
        messages: ['user: Say %s now'],
      },
      {
        id: 'Desk.greet_prompt',
        kind: 'code',
        role: 'user',
        source: '"Say %(word)s to %(you)s"',
        messages: ['user: Say %(word)s to %(you)s'],
        variables: ['word percent', 'you percent'],
      },
      {
        id: 'Desk.a.own_prompt',
        kind: 'code',
        role: 'user',
        source: '"Say %s now"',
        messages: ['user: Say %s now'],
        variables: ['you percent'],
      },
      {
        id: 'Desk.b.own_prompt',
        kind: 'code',
        role: 'user',
        source: '"Be 100% sure of it"',
        messages: ['user: Be 100% sure of it'],
      },
    ],
  },
  'Python: a call that fills constants of the file': {
    path: 'a.py',
    languageId: 'python',
    text: `HEAD = "Say %s to {you}"
TAIL = "Tell {} of {word}"
BAD = "Say %s to %(you)s"
client.messages.create(system="Be brief", messages=[
    {"role": "user", "content": HEAD % (word,)},
    {"role": "assistant", "content": TAIL.format(you, word=word)},
    {"role": "user", "content": BAD % you},
    {"role": "user", "content": other % you},
])
`,
    prompts: [
      {
        id: 'system',
        kind: 'code',
        role: 'system',
        source: '"Be brief"',
        messages: [
          'system: Be brief',
          'user: Say %s to {you}',
          'assistant: Tell {} of {word}',
          'user: {BAD % you}',
          'user: {other % you}',
        ],
        variables: ['word percent', 'you format', 'BAD % you expression', 'other % you expression'],
      },
    ],
  },
  'constants that hold themselves or are doubled line by line have no value': {
    path: 'a.py',
    languageId: 'python',
    text: `stop = [stop]
heat = -heat
think = {"type": other}
other = [think, think]
size0 = [1]
${Array.from({ length: 30 }, (_, i) => `size${i + 1} = [size${i}, size${i}]\n`).join('')}
client.messages.create(stop_sequences=stop, temperature=heat, thinking=think, max_tokens=size30, system="Be brief")
`,
    prompts: [
      {
        id: 'system',
        kind: 'code',
        role: 'system',
        source: '"Be brief"',
        messages: ['system: Be brief'],
        unread: [
          'stop_sequences: not-literal (stop_sequences=stop)',
          'temperature: not-literal (temperature=heat)',
          'thinking: not-literal (thinking=think)',
          'max_tokens: not-literal (max_tokens=size30)',
        ],
      },
    ],
  },
  'Python: members of a class, with one value or with several': {
    path: 'a.py',
    languageId: 'python',
    text: `class Base:
    MODEL = "base"
class Desk(Base):
    MODEL = "claude-haiku-4-5"
    SYSTEM = "Be brief."
    STOP: list[str] = ["x"]
    def __init__(self, limit):
        self.cap = 300
        self.limit = limit
        self.heat = 0.5
        self.heat += 0.1
        self.turns = []
        self.effort = "low"
    def run(self):
        self.turns.append("y")
        return client.messages.create(
            model=self.MODEL,
            max_tokens=self.cap,
            temperature=self.heat,
            thinking=self.turns,
            effort=self.effort,
            output_config=self.limit,
            stop_sequences=Desk.STOP,
            system=self.SYSTEM,
            messages=[{"role": "user", "content": "Hi"}, {"role": "assistant", "content": self.limit}],
        )
desk.effort = "high"
class Other:
    def __init__(self):
        self.cap = 1
`,
    prompts: [
      {
        id: 'Desk.run.messages.content',
        kind: 'code',
        role: 'user',
        source: '"Hi"',
        messages: ['system: Be brief.', 'user: Hi', 'assistant: {self.limit}'],
        variables: ['self.limit expression'],
        parameters: [
          'model "claude-haiku-4-5" (call: self.MODEL)',
          'max_tokens 300 (call: self.cap)',
          'stop_sequences ["x"] (call: Desk.STOP)',
        ],
        unread: [
          'temperature: reassigned (temperature=self.heat)',
          'thinking: reassigned (thinking=self.turns)',
          'effort: reassigned (effort=self.effort)',
          'output_config: not-literal (output_config=self.limit)',
        ],
      },
    ],
  },
  'TypeScript: members of classes and of objects': {
    path: 'a.ts',
    languageId: 'typescript',
    text: `import { shared } from './shared';
const settings = { model: 'claude-haiku-4-5', deep: { limit: 300 } } as const;
const heat = { value: 0.5 };
heat.value = 1;
const more = { ...settings, effort: 'low' };
export class Desk {
  static readonly system = 'Be brief.';
  #stop = ['x'];
  private thinking?: object;
  run() {
    return client.messages.create({
      model: settings.model,
      max_tokens: settings?.deep.limit,
      temperature: heat.value,
      effort: more.effort,
      thinking: this.thinking,
      stop_sequences: this.#stop,
      output_config: shared.output,
      system: Desk.system,
      messages: [{ role: 'user', content: 'Hi' }],
    });
  }
}
`,
    prompts: [
      {
        id: 'Desk.system',
        kind: 'code',
        role: 'system',
        source: "'Be brief.'",
        messages: ['system: Be brief.'],
      },
      {
        id: 'Desk.run.messages.content',
        kind: 'code',
        role: 'user',
        source: "'Hi'",
        messages: ['system: Be brief.', 'user: Hi'],
        parameters: [
          'model "claude-haiku-4-5" (call: settings.model)',
          'max_tokens 300 (call: settings?.deep.limit)',
          'stop_sequences ["x"] (call: this.#stop)',
        ],
        unread: [
          'temperature: reassigned (temperature: heat.value)',
          'effort: spread (effort: more.effort)',
          'thinking: not-literal (thinking: this.thinking)',
          'output_config: imported (output_config: shared.output)',
        ],
      },
    ],
  },
  'a list that grows elsewhere is not known, what is computed keeps its name': {
    path: 'a.py',
    languageId: 'python',
    text: `answer = compute()
turns = [{"role": "user", "content": answer}]
grown = []
def add(grown):
    grown.append(1)
def ask(text):
    grown.append({"role": "user", "content": text})
    return client.messages.create(system="Be brief", messages=grown)
client.messages.create(system="Be kind", messages=turns)
`,
    prompts: [
      {
        id: 'ask.system',
        kind: 'code',
        role: 'system',
        source: '"Be brief"',
        messages: ['system: Be brief'],
        unread: ['messages: reassigned (grown)'],
      },
      {
        id: 'system',
        kind: 'code',
        role: 'system',
        source: '"Be kind"',
        messages: ['system: Be kind', 'user: {answer}'],
        variables: ['answer expression'],
      },
    ],
  },
  'TypeScript: an object given by name, with what is spread into it': {
    path: 'a.ts',
    languageId: 'typescript',
    text: `const base = { model: 'claude-haiku-4-5', max_tokens: 100 } as const;
const shots = [{ role: 'user', content: 'Ping' }, { role: 'assistant', content: 'Pong' }] as const;
const params: Params = {
  ...base,
  max_tokens: 300,
  messages: [...shots, { role: 'user', content: \`Read \${text}\` }, ...more],
} satisfies Params;
const message = await client.messages.create(params);
async function ask(text: string) {
  const params = { messages: [{ role: 'user', content: 'Ask' }] };
  client.messages.stream({ ...params, temperature: 1, ...other });
  run({ messages: [{ role: 'user', content: 'Run' }] });
}
`,
    prompts: [
      { id: 'shots.content', kind: 'code', role: 'user', source: "'Ping'", messages: ['user: Ping'] },
      {
        id: 'params.messages.content',
        kind: 'code',
        role: 'user',
        source: '`Read ${text}`',
        messages: ['user: Ping', 'assistant: Pong', 'user: Read ${text}'],
        variables: ['text template-literal'],
        parameters: ['model "claude-haiku-4-5" (call: \'claude-haiku-4-5\')', 'max_tokens 300 (call: 300)'],
        unread: ['...more: spread (...more)'],
      },
      {
        id: 'ask.params.messages.content',
        kind: 'code',
        role: 'user',
        source: "'Ask'",
        messages: ['user: Ask'],
        parameters: ['temperature 1 (call: 1)'],
        unread: ['...other: spread (...other)'],
      },
      { id: 'ask.messages.content', kind: 'code', role: 'user', source: "'Run'", messages: ['user: Run'] },
    ],
  },
  'Python: a dictionary given by name, lists that hold themselves, one that changes': {
    path: 'a.py',
    languageId: 'python',
    text: `SHOTS = [{"role": "user", "content": name}, {"role": "assistant", "content": "Pong"}]
loop = [*loop]
params = {"max_tokens": 300, "messages": [*SHOTS, *loop, {"role": "user", "content": "Read"}]}
client.messages.create(**params, system="Be brief.")
grown = {"messages": [{"role": "user", "content": "Grown"}]}
grown["model"] = "x"
client.messages.create(**grown)
`,
    prompts: [
      ...['"Read"', '"Be brief."'].map(
        (source, index): Expected => ({
          id: ['params.messages.content', 'system'][index] ?? '',
          kind: 'code',
          role: index === 0 ? 'user' : 'system',
          source,
          messages: ['system: Be brief.', 'user: {name}', 'assistant: Pong', 'user: Read'],
          variables: ['name expression'],
          parameters: ['max_tokens 300 (call: 300)'],
          unread: ['*loop: spread (*loop)'],
        }),
      ),
      {
        id: 'grown.messages.content',
        kind: 'code',
        role: 'user',
        source: '"Grown"',
        messages: ['user: Grown'],
      },
    ],
  },
  'Python: a type between a name and its value is passed over': {
    path: 'a.py',
    languageId: 'python',
    text: `LIMIT: int = 5
client.messages.create(max_tokens=LIMIT, system="Be brief")
`,
    prompts: [
      {
        id: 'system',
        kind: 'code',
        role: 'system',
        source: '"Be brief"',
        messages: ['system: Be brief'],
        parameters: ['max_tokens 5 (call: LIMIT)'],
      },
    ],
  },
  'TypeScript: a parameter taken out of an object hides the constant of its name': {
    path: 'a.ts',
    languageId: 'typescript',
    text: `const limit: number = 5;
const model = 'claude-haiku-5-5';
function ask({ model }: Options) {
  return client.messages.create({ model, max_tokens: limit, system: 'Be brief' });
}
`,
    prompts: [
      {
        id: 'ask.system',
        kind: 'code',
        role: 'system',
        source: "'Be brief'",
        messages: ['system: Be brief'],
        parameters: ['max_tokens 5 (call: limit)'],
        unread: ['model: not-literal (model)'],
      },
    ],
  },
  'what several names get at once, and names in a circle, have no value; long pieces of source are cut': {
    path: 'a.py',
    languageId: 'python',
    text: `one, two = 3, 4
here = there
there = here
client.messages.create(max_tokens=two, model=here, messages=[turn("${'a'.repeat(60)}")], system="Be brief")
`,
    prompts: [
      {
        id: 'system',
        kind: 'code',
        role: 'system',
        source: '"Be brief"',
        messages: ['system: Be brief'],
        unread: [
          'max_tokens: not-literal (max_tokens=two)',
          'model: not-literal (model=here)',
          `turn("${'a'.repeat(53)}…: not-literal (turn("${'a'.repeat(60)}"))`,
        ],
      },
    ],
  },
  'a name of the nearest scope counts, a call of something else does not': {
    path: 'a.py',
    languageId: 'python',
    text: `model = "outer"
def f(limit):
    model = "inner"
    client.messages.create(model=model, max_tokens=limit, system="Be brief")
    client.chat.completions.create(model=model, messages=[{"role": "user", "content": "Hi"}])
`,
    prompts: [
      {
        id: 'f.system',
        kind: 'code',
        role: 'system',
        source: '"Be brief"',
        messages: ['system: Be brief'],
        parameters: ['model "inner" (call: model)'],
        unread: ['max_tokens: not-literal (max_tokens=limit)'],
      },
      { id: 'f.messages.content', kind: 'code', role: 'user', source: '"Hi"', messages: ['user: Hi'] },
    ],
  },
};

suite('prompts with their calls', () => {
  for (const [name, { path, languageId, text, prompts }] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(shownPrompts({ path, languageId, text }), whole(prompts)));
  }
});
