import { readdirSync, readFileSync } from 'node:fs';

/** What an extension host has used since it started. */
export interface HostUsage {
  /** Milliseconds, user and system. */
  readonly cpuMs: number;
  /** Largest resident set, in megabytes. */
  readonly peakMb: number;
}

// Linux counts in hundredths of a second, whatever the kernel's own tick.
const msPerTick = 10;

/** The extension host of the VS Code that was started with this variable; null on systems without `/proc`. */
export function findExtensionHost(variable: string, value: string): number | null {
  for (const name of listed('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const isHost = read(`/proc/${name}/cmdline`).includes('--type=extensionHost');
    if (isHost && read(`/proc/${name}/environ`).includes(`${variable}=${value}\0`)) return Number(name);
  }
  return null;
}

/** What the process has used so far. */
export function hostUsage(pid: number): HostUsage {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  const peak = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1];
  return {
    cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick,
    peakMb: Number(peak) / 1024,
  };
}

function listed(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
