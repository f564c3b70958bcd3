/** Holds responses until somebody lets them go. */
export class Gate {
  #held = new Set<() => void>();

  /** Waits for the next release, or until the signal aborts. */
  pass(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const go = () => {
        this.#held.delete(go);
        signal.removeEventListener('abort', go);
        resolve();
      };
      this.#held.add(go);
      signal.addEventListener('abort', go, { once: true });
    });
  }

  /** Lets go all that are held now; returns how many. */
  release(): number {
    const held = [...this.#held];
    for (const go of held) go();
    return held.length;
  }
}
