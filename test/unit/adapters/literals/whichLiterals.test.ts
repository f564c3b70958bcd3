import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import { promptLiterals } from '../../../../src/adapters/literals/codeLiterals.ts';
import type { CodeLanguage } from '../../../../src/adapters/literals/languages.ts';
import type { Sensitivity } from '../../../../src/adapters/literals/names.ts';

/** A program, and of each prompt found in it its role and symbol. */
type Row = readonly [code: string, ...found: string[]];

const python: readonly Row[] = [
  ['prompt = "Say hello"', 'user prompt'],
  ['SYSTEM_PROMPT: str = "Be very brief"', 'system SYSTEM_PROMPT'],
  ['USER_PROMPT_TEMPLATE_V2 = "Say hello"', 'user USER_PROMPT_TEMPLATE_V2'],
  ['prompt1 = "Say hello"', 'user prompt1'],
  ['instructions = "Be very brief"', 'system instructions'],
  ['system_message = "Be very brief"', 'system system_message'],
  ['self.system_prompt = "Be very brief"', 'system system_prompt'],
  ['config["prompt"] = "Say hello"', 'user prompt'],
  ['a = prompt = "Say hello"', 'user prompt'],
  ['if (prompt := "Say hello"): pass', 'user prompt'],
  [
    'class Desk:\n    prompt = "Say hello"\n    def greet(self):\n        prompt = "Say it again"',
    'user Desk.prompt',
    'user Desk.greet.prompt',
  ],
  ['prompt = "Say hello"\nprompt = "Say it again"', 'user prompt', 'user prompt#2'],
  ['def ask(prompt: str = "Say hello", n=1): pass', 'user ask.prompt'],
  ['ask("x", prompt="Say hello")', 'user prompt'],
  ['agent = Agent(name="a", instructions="Be very brief")', 'system instructions'],
  ['options = {"prompt": "Say hello", "system": "Be brief"}', 'user options.prompt', 'system options.system'],
  [
    'messages = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}, {"role": "system", "content": "Be"}]',
    'user messages.content',
    'assistant messages.content#2',
    'system messages.content#3',
  ],
  ['m = dict(role="user", content="Hi")', 'user content'],
  ['m = [SystemMessage(content="Be brief"), HumanMessage(content="Hi")]', 'system content', 'user content#2'],
  [
    'm = {"role": "user", "content": [{"type": "text", "text": "Hi"}, {"type": "image", "text": "No"}]}',
    'user m.content.text',
  ],
  [
    'def build_prompt(name):\n    if name:\n        return f"Say hello to {name}"\n    return "Say hello to all"',
    'user build_prompt',
    'user build_prompt#2',
  ],
  ['prompt = "Say hello" if polite else "Say it loud"', 'user prompt', 'user prompt#2'],
  ['make_prompt = lambda x: f"Say hello to {x}"', 'user make_prompt'],
  ['# prompt\ntext = "Hello"', 'user text'],
  ['text = "Hello"  # prompt', 'user text'],
  ['f(\n    "Other",\n    "Hello",  # prompt\n)', 'user #1'],
  ['# prompt\noptions = {"key": "Hello"}', 'user options.key'],
  ['# system prompt\ntext = "Hello"', 'system text'],
  ['# prompt: system\nf(text="Hello")', 'system text'],
  ['f(\n    # prompt\n    "Hello",\n    "Other",\n)', 'user #1'],
  ['def f():\n    # prompt\n    return "Hello"', 'user f'],
  ['d = {\n    # prompt\n    "key": "Hello",\n}', 'user d.key'],
  // No prompts
  ['text = "A long text that asks you to do very many things and to do them well"'],
  ['"""You are a helpful assistant: the docstring of a module."""'],
  ['def prompt():\n    """Returns the prompt that is sent to the model."""'],
  ['class Prompt:\n    """A prompt that is sent to the model."""'],
  ['# prompt\n"""A docstring that says much."""'],
  ['# the prompt that is sent\ntext = "Say hello"'],
  ['system = "Linux on ARM"'],
  ['prompt = ">>> "'],
  ['prompt = ""'],
  ['prompt = 3'],
  ['prompt_file = "prompts/say hello.md"'],
  ['prompt_error = "The prompt was too long"'],
  ['prompt_title = "Say hello now"'],
  ['prompt = "SELECT name FROM guests WHERE id = 1"'],
  ['prompt += "Say hello"'],
  ['name, prompt = "Ada", "Say hello"'],
  ['answer = input(prompt="Please enter your name: ")'],
  ['@click.option("--name", prompt="Your name please")\ndef f(): pass'],
  ['logger.info("It was sent", prompt="The prompt that was sent")'],
  ['raise PromptError(prompt="The prompt was too long")'],
  ['r = Response(content="The page was not found")'],
  ['r = {"content": "The page was not found"}'],
  ['messages = [{"content": "Hi"}]'],
  ['messages = [{"role": "user", "content": " \\n"}]'],
  ['m = {"role": "admin", "content": "The page"}'],
  ['m = {"type": "text", "text": "Say hello"}'],
];

const script: readonly Row[] = [
  ['const prompt = `Say hello`;', 'user prompt'],
  ['export const SYSTEM_PROMPT = "Be very brief";', 'system SYSTEM_PROMPT'],
  ['let systemPrompt; systemPrompt ??= "Be very brief";', 'system systemPrompt'],
  ['this.prompt = "Say hello";', 'user prompt'],
  [
    'class Desk { static #prompt = "Say hello"; greet() { const prompt = "Say it again"; } }',
    'user Desk.prompt',
    'user Desk.greet.prompt',
  ],
  ['function ask(prompt = "Say hello") {}', 'user ask.prompt'],
  ['const { prompt = "Say hello" } = options;', 'user prompt'],
  [
    'const prompts = { system: "Be brief", "user-prompt": `Say hello` };',
    'system prompts.system',
    'user prompts.user-prompt',
  ],
  [
    'const messages = [{ role: "user", content: "Hi" }, { role: "assistant", content: `Ho` }];',
    'user messages.content',
    'assistant messages.content#2',
  ],
  ['add(new HumanMessage({ content: "Hi" }));', 'user content'],
  ['add(new SystemMessage("Hi"));'],
  ['const m = { role: "user", content: [{ type: "text", text: "Hi" }] };', 'user m.content.text'],
  ['const r = { instructions: "Be brief", input: "Hi" };', 'system r.instructions'],
  ['const buildPrompt = (name) => `Say hello to ${name}`;', 'user buildPrompt'],
  ['function systemPrompt() { return `Be very brief, ${name}`; }', 'system systemPrompt'],
  ['const o = { prompt() { return "Say hello to me"; } };', 'user o.prompt'],
  ['const x = <Chat prompt="Say hello" system={`Be brief`} />;', 'user x.prompt', 'system x.system'],
  ['// prompt\nconst text = "Hello";', 'user text'],
  ['const text = /* prompt */ "Hello";', 'user text'],
  ['f("Other", /* system prompt */ "Hello");', 'system #1'],
  ['const o = {\n  // prompt\n  key: "Hello",\n};', 'user o.key'],
  ['const text = "Hello"; // prompt', 'user text'],
  // No prompts
  ['const text = "A long text that asks you to do very many things and to do them well";'],
  ['const answer = window.prompt("Please enter your name");'],
  ['await vscode.window.showInputBox({ prompt: "Enter the name of the file" });'],
  ['console.log({ prompt: "The prompt that was sent" });'],
  ['throw new Error("The prompt was too long");'],
  ['const promptLabel = "Say hello now";'],
  ['const meta = { content: "width=device-width, initial scale" };'],
  ['const query = sql`SELECT name FROM prompts`;'],
  ['prompt += "Say hello";'],
  ['const system = "Windows on ARM";'],
];

const relaxed: readonly Row[] = [
  ['PROMPTS = {"a": "Say hello", "b": "Say it again"}', 'user PROMPTS.a', 'user PROMPTS.b'],
  ['prompts = ["Say hello", "Say it again"]', 'user prompts', 'user prompts#2'],
  ['prompt_intro = "Say hello"', 'user prompt_intro'],
  ['GUIDELINES = "Be very brief"', 'system GUIDELINES'],
  ['m = ChatMessage(content="Hi")', 'user content'],
  ['messages = [{"content": "Hi"}]', 'user messages.content'],
  ['messages = [{"role": role, "content": "Hi"}]'],
  ['pages = [{"content": "The page was not found"}]'],
  ['prompt_error = "The prompt was too long"'],
  ['text = "A long text that asks you to do very many things and to do them well"'],
];

function check(language: CodeLanguage, sensitivity: Sensitivity, rows: readonly Row[]): void {
  suite(`${language}, ${sensitivity}`, () => {
    for (const [code, ...expected] of rows) {
      test(code, () => {
        // With one of the words that a source is parsed for: without any, nothing is found whatever it says.
        const source = `${code}\n${language === 'python' ? '#' : '//'} role\n`;
        const found = promptLiterals(parseCode(language, source), sensitivity);
        assert.deepEqual(
          found.map(({ role, identity }) => `${role} ${identity}`),
          expected,
        );
      });
    }
  });
}

check('python', 'strict', python);
check('javascriptreact', 'strict', script);
check('typescriptreact', 'strict', script);
check('python', 'relaxed', relaxed);
