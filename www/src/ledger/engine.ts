import type { Finding, Issue } from '../engine';

export type { Finding, Issue };

export type DateOrder = 'DMY' | 'MDY' | 'YMD';
export interface LedgerOptions {
  asOf: string;
  columns?: Record<string, string | null>;
  dateOrder?: DateOrder;
  locale?: string;
  currency?: string;
  policy?: object | null;
  cover?: object | null;
  limits?: Record<string, string>;
  holidays?: string[];
  workdays?: string[];
}
export interface LedgerChange {
  asOf?: string;
  policy?: object;
  cover?: object | null;
  limits?: Record<string, string>;
}
export interface Reject {
  line: number;
  code: string;
  field: string | null;
  text: string;
}
export type Bucket = 'not_due' | 'd1_30' | 'd31_60' | 'd61_90' | 'over_90';
export interface CurrencyReport {
  currency: string;
  asOf: string;
  buyers: number;
  invoices: number;
  notYetIssued: number;
  open: string;
  notYetDue: string;
  overdue: string;
  overdueMoreThan30: string;
  credits: string;
  netOpen: string;
  disputed: string;
  overdueShare: string | null;
  overdueRate: string | null;
  ageing: { bucket: Bucket; amount: string; count: number; share: string | null }[];
  daysLate: { open: string | null; paid: string | null };
  monthlySales: { month: string; sales: string }[];
  creditSales: string | null;
  dso: string | null;
  countbackDso: string | null;
  countbackUnexplained: string | null;
  bestPossibleDso: string | null;
  averageDaysDelinquent: string | null;
  concentration: {
    largest: string | null;
    top5: string | null;
    top20Percent: string | null;
    herfindahl: string | null;
    effectiveBuyers: string | null;
  };
  provision: { bucket: string; balance: string; rate: string; allowance: string }[];
  allowance: string;
  stages: { id: string; count: number; amount: string }[];
  limits: { withLimit: number; over80: number; overLimit: number } | null;
  insured: { buyers: number; insuredLoss: string; indemnity: string; ownLoss: string } | null;
  findings: Finding[];
  policy: { name: string; asOf: string; hash: string };
}
export interface LedgerReport {
  rows: number;
  accepted: number;
  rejected: number;
  duplicates: number;
  delimiter: string;
  columns: Record<string, string>;
  resident: boolean;
  currencies: CurrencyReport[];
}
export interface BuyerRow {
  name: string;
  open: string;
  notYetDue: string;
  overdue: string;
  overdueMoreThan30: string;
  credits: string;
  worstDaysLate: number;
  share: string;
  ageing: string[];
  limit: string | null;
  utilisation: string | null;
  allowance: string;
  indemnity: string | null;
  stage: string;
}
export type BuyerColumn =
  | 'name' | 'open' | 'notYetDue' | 'overdue' | 'overdueMoreThan30' | 'credits' | 'worstDaysLate' | 'share'
  | 'limit' | 'utilisation' | 'allowance' | 'indemnity' | 'stage';
export interface BuyerPage {
  sort?: BuyerColumn;
  descending?: boolean;
  from: number;
  count: number;
  find?: string;
}
export interface LedgerHead {
  delimiter: string;
  line: number;
  headings: string[];
  columns: Record<string, string>;
  missing: string[];
  sample: string[][];
}
export interface OpenInvoice {
  invoice?: string | null;
  invoiceDate: string | null;
  dueDate: string;
  amount: string;
  open: string;
  disputed: string;
}
