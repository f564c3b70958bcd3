/** Where a run stands; `idle` before the first. */
export type RunPhase = 'idle' | 'connecting' | 'waiting' | 'thinking' | 'writing' | 'retrying' | 'ended';
