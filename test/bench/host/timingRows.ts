/** Who reads an answer: the product's adapter, the least that can be done with `fetch`, or a bare socket. */
export type Reader = 'adapter' | 'bare' | 'socket';

/** What the extension host is asked to do. */
export interface TimingPlan {
  readonly origin: string;
  /** One run each, in this order. */
  readonly readers: readonly Reader[];
}

/** The stamps of one run, in milliseconds. */
export interface TimingRow {
  readonly reader: Reader;
  readonly sentAt: number;
  /** First counted delta. */
  readonly firstAt: number;
  readonly ttftMs: number;
  /** Whether `sentAt` is only the call of `fetch`. */
  readonly approximate: boolean;
  /** Whether the connection was there already; null where it is not known. */
  readonly reused: boolean | null;
}

/** What the extension host writes. */
export interface TimingResults {
  readonly rows: readonly TimingRow[];
  /** Between the 10th and the 90th hundredth of the readings of the clocks' offset, in ms. */
  readonly clockSpreadMs: number;
}
