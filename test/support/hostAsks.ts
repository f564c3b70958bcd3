import { EventEmitter, window } from 'vscode';

/** An input box as it was shown. */
export interface AskedBox {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder: string;
  readonly password: boolean;
}

/** A pick as it was shown. */
export interface AskedPick {
  readonly labels: readonly string[];
}

/** The person presses the last button of a box. */
export const pressed = Symbol('pressed');

/** What stands in for the person: the text of each box by the name in its prompt, the label of each pick. */
export interface Answers {
  /** Undefined dismisses the box, `pressed` presses its last button; one that is not named is accepted as it is. */
  readonly boxes?: Readonly<Record<string, string | typeof pressed | undefined>>;
  readonly picks?: readonly (string | undefined)[];
}

/** Everything that was asked for while `act` ran. */
export interface Asked {
  readonly boxes: readonly AskedBox[];
  readonly picks: readonly AskedPick[];
}

/** Takes the place of input boxes and quick picks while `act` runs, and answers them. */
export async function askedBy(act: () => PromiseLike<unknown>, answers: Answers = {}): Promise<Asked> {
  const target: { createInputBox: unknown; showQuickPick: unknown; showInputBox: unknown } = window;
  const real = {
    ...{ createInputBox: target.createInputBox },
    pick: target.showQuickPick,
    input: target.showInputBox,
  };
  const boxes: AskedBox[] = [];
  const picks: AskedPick[] = [];
  const left = [...(answers.picks ?? [])];
  const answerTo = (prompt: string, value: string): string | typeof pressed | undefined => {
    const named = Object.entries(answers.boxes ?? {}).find(([name]) => prompt.includes(name));
    return named === undefined ? value : named[1];
  };
  target.createInputBox = () => fakeBox(boxes, answerTo);
  target.showQuickPick = async (
    items: readonly { readonly label: string }[],
    { canPickMany = false }: { readonly canPickMany?: boolean } = {},
  ) => {
    picks.push({ labels: items.map(({ label }) => label) });
    const wanted = left.shift();
    const picked = items.filter(({ label }) => label === wanted);
    return canPickMany && wanted !== undefined ? picked : picked[0];
  };
  target.showInputBox = async ({ prompt = '', value = '' }: { prompt?: string; value?: string }) => {
    boxes.push({ prompt, value, placeholder: '', password: false });
    return answerTo(prompt, value);
  };
  try {
    await act();
    return { boxes, picks };
  } finally {
    target.createInputBox = real.createInputBox;
    target.showQuickPick = real.pick;
    target.showInputBox = real.input;
  }
}

function fakeBox(
  boxes: AskedBox[],
  answerTo: (prompt: string, value: string) => string | typeof pressed | undefined,
) {
  const accepted = new EventEmitter<void>();
  const hidden = new EventEmitter<void>();
  const triggered = new EventEmitter<unknown>();
  const box = {
    prompt: '',
    value: '',
    placeholder: '',
    password: false,
    onDidAccept: accepted.event,
    onDidHide: hidden.event,
    buttons: [] as readonly unknown[],
    onDidTriggerButton: triggered.event,
    dispose: () => {},
    show: () => {
      const { prompt, value, placeholder, password } = box;
      boxes.push({ prompt, value, placeholder, password });
      const answer = answerTo(prompt, value);
      if (answer === undefined) return hidden.fire();
      if (answer === pressed) return triggered.fire(box.buttons.at(-1));
      box.value = answer;
      accepted.fire();
    },
  };
  return box;
}
