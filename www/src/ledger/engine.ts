/** The types of the ledger's engine, which `worker.ts` alone calls. */
import type { AgeBucket, LedgerOptions as Options } from '../../../pkg/ledger/trade_credit.js';

export type {
  BuyerColumn,
  BuyerPage,
  BuyerRow,
  CurrencyReport,
  Finding,
  Issue,
  LedgerChange,
  LedgerHead,
  LedgerOptions,
  LedgerReport,
  Reject,
} from '../../../pkg/ledger/trade_credit.js';

export type Bucket = AgeBucket['bucket'];
export type DateOrder = NonNullable<Options['dateOrder']>;

export interface OpenInvoice {
  invoiceDate: string | null;
  dueDate: string;
  amount: string;
  open: string;
  disputed: string;
}
