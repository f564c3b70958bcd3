import { registerHooks } from 'node:module';

const stub = `
  const t = (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (whole, at) => String(values[at] ?? whole));
  export const l10n = { t };
  export const Uri = { parse: (text) => ({ path: decodeURIComponent(new URL(text).pathname) }) };
  export const env = { language: 'en', clipboard: { writeText: async () => {} } };
  export const commands = { executeCommand: async () => {} };
  export class EventEmitter {
    #listeners = new Set();
    event = (listener) => {
      this.#listeners.add(listener);
      return { dispose: () => this.#listeners.delete(listener) };
    };
    fire(event) {
      for (const listener of this.#listeners) listener(event);
    }
    dispose() {}
  }
  export const ProgressLocation = { Notification: 15 };
  const never = () => ({ dispose() {} });
  export const window = {
    withProgress: (options, task) => task(),
    visibleTextEditors: [],
    activeTextEditor: undefined,
    onDidChangeActiveTextEditor: never,
    onDidChangeTextEditorSelection: never,
    onDidChangeVisibleTextEditors: never,
  };
  export const workspace = {
    getConfiguration: () => ({ get: () => undefined, inspect: () => undefined }),
    onDidChangeConfiguration: never,
    onDidChangeTextDocument: never,
    onDidCloseTextDocument: never,
    onDidGrantWorkspaceTrust: never,
  };
`;

/** Stands in for VS Code where only its words are needed, in plain Node: import this file first. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: `data:text/javascript,${encodeURIComponent(stub)}`, shortCircuit: true }
      : next(specifier, context),
});
