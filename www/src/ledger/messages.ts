import type {
  BuyerPage,
  BuyerRow,
  Issue,
  LedgerChange,
  LedgerHead,
  LedgerOptions,
  LedgerReport,
  OpenInvoice,
  Reject,
} from './engine';
import type { Encoding } from './encoding';

/** What the page and the worker of the ledger say to each other. */

/** A file, how it is encoded (null: as it turns out), and how it is to be read. */
export interface Source {
  readonly file: Blob;
  readonly encoding: Encoding | null;
  readonly options: LedgerOptions;
}

/** The beginning of a file as it would be read; no head where none was found. */
export interface Preview {
  readonly head: LedgerHead | null;
  readonly encoding: Encoding;
}

export interface Read {
  readonly report: LedgerReport;
  readonly rejects: readonly Reject[];
  readonly encoding: Encoding;
}

/** Buyers of a page of the table, and how many the search leaves in all. */
export interface Buyers {
  readonly rows: readonly BuyerRow[];
  readonly count: number;
}

/** Every call: what it takes, and what it answers. */
export interface Calls {
  preview: { takes: Source; gives: Preview };
  read: { takes: Source; gives: Read };
  recompute: { takes: { readonly change: LedgerChange }; gives: LedgerReport };
  buyers: { takes: { readonly currency: string; readonly page: BuyerPage }; gives: Buyers };
  invoices: { takes: { readonly currency: string; readonly buyer: string }; gives: readonly OpenInvoice[] };
  buyersCsv: {
    takes: { readonly currency: string; readonly headings: readonly string[] };
    gives: Uint8Array<ArrayBuffer>;
  };
}

export type Call = { [Kind in keyof Calls]: { readonly kind: Kind } & Calls[Kind]['takes'] }[keyof Calls];

/** How far a file is read. */
export interface Progress {
  readonly bytes: number;
  readonly size: number;
  readonly rows: number;
  readonly rejected: number;
  /** Null until there is something to tell it by. */
  readonly secondsLeft: number | null;
}

/** Why there is no answer: what the engine found wrong, or what went wrong around it. */
export type Trouble =
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'failed'; readonly reason: Failure };

/**
 * `load`: the engine did not arrive; `unreadable`: the file went away or changed while it was read; `workbook`: it is a
 * spreadsheet, not text; `crash`: anything else, out of memory above all.
 */
export type Failure = 'load' | 'unreadable' | 'workbook' | 'crash';

export type ToWorker =
  { readonly kind: 'engine'; readonly module: WebAssembly.Module } | { readonly id: number; readonly call: Call };

export type FromWorker =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'answer'; readonly answer: Calls[keyof Calls]['gives'] }
  | { readonly id: number; readonly kind: 'trouble'; readonly trouble: Trouble };
