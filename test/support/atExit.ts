const undos = new Set<() => void>();
let listening = false;

/**
 * Runs `undo` when this process ends before the returned function took it back: also by Ctrl+C, unless somebody
 * else listens to that. It must not wait for anything.
 */
export function atExit(undo: () => void): () => void {
  if (!listening) listen();
  undos.add(undo);
  return () => undos.delete(undo);
}

function listen(): void {
  listening = true;
  process.on('exit', () => {
    for (const undo of [...undos].reverse()) undo();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(1);
    });
  }
}
