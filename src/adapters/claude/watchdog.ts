/** How long a connection may keep silent, in milliseconds; 0 switches a limit off. */
export interface SilenceLimits {
  readonly noticeMs: number;
  readonly endMs: number;
}

/** Watches for silence. */
export interface Watchdog {
  /** A byte came, or the connection made a step, at this time. */
  touch(at: number): void;
  stop(): void;
}

/** Reports silence each `noticeMs`, and once at `endMs`; it counts from its start until it is stopped. */
export function startWatchdog(
  limits: SilenceLimits,
  now: () => number,
  report: { readonly silent: (at: number, silentMs: number) => void; readonly end: (at: number) => void },
): Watchdog {
  let aliveAt = now();
  let noticed = 0;
  let timer: NodeJS.Timeout | null = null;

  function nextAt(): number | null {
    const notice = limits.noticeMs > 0 ? aliveAt + limits.noticeMs * (noticed + 1) : Number.POSITIVE_INFINITY;
    const end = limits.endMs > 0 ? aliveAt + limits.endMs : Number.POSITIVE_INFINITY;
    const next = Math.min(notice, end);
    return Number.isFinite(next) ? next : null;
  }

  // Bytes only note their time; the one timer looks at it when it fires and goes on from there.
  function arm(): void {
    const next = nextAt();
    timer =
      next === null ? null : setTimeout(check, Math.min(Math.max(1, Math.ceil(next - now())), 2 ** 31 - 1));
  }

  function check(): void {
    const at = now();
    const silentMs = at - aliveAt;
    if (limits.endMs > 0 && silentMs >= limits.endMs) {
      timer = null;
      report.end(at);
      return;
    }
    if (limits.noticeMs > 0 && silentMs >= limits.noticeMs * (noticed + 1)) {
      noticed = Math.floor(silentMs / limits.noticeMs);
      report.silent(at, silentMs);
    }
    if (timer !== null) arm();
  }

  arm();
  return {
    touch(at) {
      aliveAt = at;
      noticed = 0;
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
