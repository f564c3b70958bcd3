import type { Memento } from 'vscode';

/** A state of VS Code that lives in a map. */
export function memento(values = new Map<string, unknown>()): Memento {
  return {
    keys: () => [...values.keys()],
    get: <T>(name: string, fallback?: T) => (values.get(name) as T | undefined) ?? (fallback as T),
    update: async (name, value) => {
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    },
  };
}
