import { EventEmitter, type StatusBarItem, window } from 'vscode';

/** What the extension told the person by a notification or a dialog. */
export interface Message {
  readonly severity: 'information' | 'warning' | 'error';
  readonly text: string;
  /** The labels of its buttons. */
  readonly buttons: readonly string[];
  readonly modal: boolean;
}

type Show = (text: string, ...rest: readonly unknown[]) => Promise<string | undefined>;
type Method = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

const methods: Readonly<Record<Method, Message['severity']>> = {
  showInformationMessage: 'information',
  showWarningMessage: 'warning',
  showErrorMessage: 'error',
};

/**
 * Takes the place of VS Code's messages while `act` runs: nothing is shown, `answer` names the button that is pressed
 * (none by default). Resolves to what was said until `act` settled.
 */
export async function messagesOf(
  act: () => PromiseLike<unknown>,
  answer: (message: Message) => string | undefined = () => undefined,
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  const target: Record<Method, unknown> = window;
  const undos = (Object.keys(methods) as Method[]).map((method) => {
    const real = target[method];
    const show: Show = async (text, ...rest) => {
      const message = { severity: methods[method], text, ...choices(rest) };
      messages.push(message);
      return answer(message);
    };
    target[method] = show;
    return () => {
      target[method] = real;
    };
  });
  try {
    await act();
    return messages;
  } finally {
    for (const undo of undos) undo();
  }
}

function choices(rest: readonly unknown[]): Pick<Message, 'buttons' | 'modal'> {
  const options = rest.find((value) => typeof value === 'object') as { modal?: boolean } | undefined;
  return { buttons: rest.filter((value) => typeof value === 'string'), modal: options?.modal === true };
}

/** The extension's status bar item, watched. */
export interface StatusBarSpy {
  /** What stands there now; empty while it is hidden. */
  text(): string;
  /** Resolves with the text once it matches. */
  until(pattern: RegExp): Promise<string>;
}

/** Watches the status bar item that the extension makes from now on: call it before the extension is active. */
export function spyStatusBar(): StatusBarSpy {
  const changes = new EventEmitter<void>();
  const made: StatusBarItem[] = [];
  let shown = false;
  const target: { createStatusBarItem: unknown } = window;
  const create = window.createStatusBarItem as (...args: readonly unknown[]) => StatusBarItem;
  target.createStatusBarItem = (...args: readonly unknown[]) => {
    const item = create(...args);
    made.push(item);
    return new Proxy(item, {
      get: (_, name) => {
        const value: unknown = Reflect.get(item, name);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]) => {
          if (name === 'show' || name === 'hide') shown = name === 'show';
          const result: unknown = Reflect.apply(value, item, given);
          changes.fire();
          return result;
        };
      },
      set: (_, name, value) => Reflect.set(item, name, value),
    });
  };
  const text = () => (shown ? (made[0]?.text ?? '') : '');
  return {
    text,
    until: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const now = text();
          if (!pattern.test(now)) return;
          subscription.dispose();
          resolve(now);
        };
        const subscription = changes.event(look);
        look();
      }),
  };
}
