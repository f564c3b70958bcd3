/** Who wants to know of changes. */
export interface Listeners {
  /** Adds one, also the same function twice; disposing it twice is fine. */
  add(listener: () => void): { dispose(): void };
  tell(): void;
  clear(): void;
}

/**
 * Listeners that are told one after the other.
 * @param wanted told when the first came and when the last went
 */
export function newListeners(wanted: (some: boolean) => void): Listeners {
  const listeners = new Set<() => void>();
  return {
    add(listener) {
      const own = (): void => listener();
      listeners.add(own);
      if (listeners.size === 1) wanted(true);
      return {
        dispose() {
          if (listeners.delete(own) && listeners.size === 0) wanted(false);
        },
      };
    },
    tell() {
      for (const listener of [...listeners]) listener();
    },
    clear() {
      listeners.clear();
    },
  };
}
