/** What a generated program holds. */
export interface ProgramContents {
  /** A few prompts in every hundred lines; without, the same words in names that are no prompts. */
  readonly prompts: boolean;
}

/** A program of so many lines, of functions, classes, objects and texts as services have them; the same every time. */
export function programText(language: string, lines: number, contents: ProgramContents): string {
  const block = language === 'python' ? pythonBlock : scriptBlock;
  const all: string[] = [];
  for (let index = 0; all.length < lines; index++) all.push(...block(index, contents).split('\n'));
  return `${all.slice(0, lines).join('\n')}\n`;
}

function scriptBlock(n: number, { prompts }: ProgramContents): string {
  const prompt = prompts && n % 3 === 0;
  return `/** Handles orders of kind ${n}. */
export interface Order${n} {
  readonly id: string;
  readonly content: string;
  readonly system: 'web' | 'store';
  readonly lines: readonly { readonly article: string; readonly price: number }[];
}

const labels${n} = { open: 'Open', closed: "It's closed", text: \`Order \${${n}} is here\`, content: 'none' };

${
  prompt
    ? `const orderPrompt${n} = \`Sum up the order below in two sentences.
Name the articles, and the total in euros.\`;`
    : `const orderPattern${n} = \`Order of the day, with the number
and the total in euros.\`;`
}

export class Orders${n} {
  readonly #content = new Map<string, Order${n}>();

  add(order: Order${n}): boolean {
    if (order.lines.length === 0 || this.#content.has(order.id)) return false;
    this.#content.set(order.id, { ...order, content: order.content.trim() });
    return true;
  }

  total(id: string): number {
    const order = this.#content.get(id);
    return order?.lines.reduce((sum, { price }) => sum + price * ${n + 1}, 0) ?? 0;
  }

  async report(id: string, log: (text: string) => void): Promise<string> {
    const lines = [...(this.#content.get(id)?.lines ?? [])].map(({ article, price }) => \`\${article}: \${price}\`);
    log('The report was written to the file that was asked for: ' + id);
    ${
      prompt
        ? `const message = await client.messages.create({
      model: 'claude-haiku-4-5',
      max_tokens: ${200 + n},
      messages: [{ role: 'user', content: orderPrompt${n} + lines.join(', ') }, { role: 'user', content: \`Order \${id}\` }],
    });
    return labels${n}.text + String(message);`
        : `const system = await send({ kind: 'order', content: id, text: lines.join(', ') });
    if (system === null) throw new Error(\`The system did not answer for order \${id}\`);
    return labels${n}.text + String(system);`
    }
  }
}
`;
}

function pythonBlock(n: number, { prompts }: ProgramContents): string {
  const prompt = prompts && n % 3 === 0;
  return `class Orders${n}:
    """Handles orders of kind ${n}, with their content and their system."""

    labels = {"open": "Open", "closed": 'It is closed', "content": "none", "text": f"Order {${n}} is here"}
    ${
      prompt
        ? `order_prompt = """Sum up the order below in two sentences.
Name the articles, and the total in euros."""`
        : `order_pattern = """Order of the day, with the number
and the total in euros."""`
    }

    def __init__(self, system: str, content: dict[str, list[float]]) -> None:
        self.system = system
        self.content = {key: sorted(value) for key, value in content.items()}

    def add(self, key: str, price: float, text: str = "none") -> bool:
        """Adds a price to an order."""
        if key not in self.content or price < 0:
            log.warning("The order %s was not found in the system", key)
            return False
        self.content[key].append(price * ${n + 1})
        return True

    def total(self, key: str) -> float:
        total = 0.0
        for price in self.content.get(key, []):
            total += price
        return round(total, 2)

    def report(self, key: str, rows: list[str]) -> str:
        sql = "SELECT article, price FROM lines WHERE id = " + key
        lines = [f"{row!r}: {self.total(key):.2f}" for row in rows if row]
        ${
          prompt
            ? `message = client.messages.create(
            model="claude-haiku-4-5",
            max_tokens=${200 + n},
            messages=[{"role": "user", "content": f"Order {key}: {lines}"}],
        )
        return str(message) + sql`
            : `system = send(kind="order", content=key, text=", ".join(lines))
        if system is None:
            raise RuntimeError(f"The system did not answer for order {key}")
        return str(system) + sql`
        }

`;
}

/** A program of Python with so many calls, whose arguments have the same names. */
export function callsText(calls: number): string {
  const call = (n: number): string => `def reply${n}(client, model, limit, text, system):
    return client.messages.create(
        model=model,
        max_tokens=limit,
        system=system,
        messages=[{"role": "user", "content": f"Answer {text}, letter ${n}."}, {"role": "user", "content": text}],
    )
`;
  return Array.from({ length: calls }, (_, index) => call(index)).join('');
}

/** A program of Python with one call of so many messages. */
export function messagesText(messages: number): string {
  const message = (n: number): string =>
    `    {"role": "${n % 2 === 0 ? 'user' : 'assistant'}", "content": f"Order {order${n % 50}}, line ${n}."},\n`;
  const all = Array.from({ length: messages }, (_, index) => message(index)).join('');
  return `client.messages.create(model="claude-haiku-4-5", messages=[\n${all}])\n`;
}
