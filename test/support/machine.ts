import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** What figures were measured on, in words. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Memory in GB, rounded. */
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  /** Load over the last minute; always 0 on Windows, which has none. */
  readonly load: number;
}

/** The machine that this process runs on, as it is now. */
export function machine(): Machine {
  return {
    processor: cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: systemName(),
    node: process.versions.node,
    load: loadavg()[0] ?? 0,
  };
}

function systemName(): string {
  const kernel = `${type()} ${release()}`;
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    return name === undefined ? kernel : `${name}, ${kernel}`;
  } catch {
    return kernel;
  }
}
