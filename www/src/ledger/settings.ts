import type { Context } from '../context';
import type { FieldSpec, Input } from '../engine';
import { engineInput } from '../form-input';
import { formOf, type FormValues } from '../form-values';
import type { DateOrder, LedgerChange, LedgerOptions } from './engine';
import type { Encoding } from './encoding';
import { limitsOf, type Limits } from './limits';

/** How a file is to be read, as far as a visitor says so. */
export interface Settings {
  readonly encoding: Encoding | null;
  readonly dateOrder: DateOrder | null;
  /** The locale amounts are written in; empty where they say so themselves. */
  readonly locale: string;
  /** Of rows that name none. */
  readonly currency: string;
  /** Which column holds what, where it was not found or found wrongly: its heading, or null for none. */
  readonly columns: Readonly<Record<string, string | null>>;
}

/** What a report is asked with; everything of it can be changed once the file is read. */
export interface Question {
  /** As typed, like everything else here. */
  readonly asOf: string;
  readonly cover: FormValues;
  readonly isInsured: boolean;
  /** A buyer and its limit on each line. */
  readonly limits: string;
  /** The provision rates, each by its bucket. */
  readonly rates: FormValues;
}

export const firstSettings = (currency: string): Settings => ({
  encoding: null,
  dateOrder: null,
  locale: '',
  currency,
  columns: {},
});

export const firstQuestion = (today: string): Question => ({
  asOf: today,
  cover: formOf([['cover.insuredPercentage', '90']]),
  isInsured: false,
  limits: '',
  rates: formOf([]),
});

/** The day by the visitor's own clock; the engine has none. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The terms that a ledger can be insured by, as the indemnity calculator has them. */
export const coverTerms = [
  'cover.insuredPercentage',
  'cover.discretionaryLimit',
  'cover.maxTermsDays',
  'cover.maximumExtensionDays',
  'cover.claimThreshold',
  'cover.excess',
  'cover.minimumRetention',
  'cover.aggregateFirstLoss',
  'cover.maximumLiability',
] as const;

export const buckets = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'over_90'] as const;

export const asOfField: FieldSpec = { path: 'asOf', type: 'date', required: false, example: '2026-06-30' };

/** The provision rate of each bucket, as fields of a form. */
export const rateFields: readonly FieldSpec[] = buckets.map((path) => ({
  path,
  type: 'ratio',
  required: false,
  min: '0',
  max: '1',
  example: '0.003',
}));

/** The limits typed, amounts as the language writes them. */
export const limitsIn = ({ limits }: Question, { engine, language }: Context): Limits =>
  limitsOf(limits, (text) => {
    const read = engine.parseAmount(text, language);
    return read.kind === 'amount' ? read.amount : null;
  });

/** The change that a question is, against a ledger that was asked nothing but its day. */
export function changeOf(question: Question, context: Context): LedgerChange {
  const policy = context.options.policy ?? {};
  const rates = ratesOf(question, context);
  return {
    asOf: dayOf(question, context),
    policy: rates ? { ...policy, provision: { ...policy.provision, rates } } : policy,
    cover: question.isInsured ? coverOf(question, context) : null,
    limits: { ...limitsIn(question, context).limits },
  };
}

/** The day typed, as the engine takes it. */
export const dayOf = ({ asOf }: Question, { read }: Context): string =>
  String(engineInput([asOfField], formOf([['asOf', asOf]]), read)['asOf'] ?? asOf);

export function coverOf({ cover }: Question, { engine, read }: Context): Input {
  const fields = engine.fields('indemnity').filter(({ path }) => path === 'cover');
  return (engineInput(fields, cover, read)['cover'] ?? {}) as Input;
}

/** The rates where one was typed: those left empty stay those of the policy. */
function ratesOf({ rates }: Question, { policy, read }: Context): string[] | null {
  const typed = engineInput(rateFields, rates, read);
  if (Object.keys(typed).length === 0) return null;
  return buckets.map((bucket, at) => String(typed[bucket] ?? policy.provision.rates[at] ?? '0'));
}

export function optionsOf(settings: Settings, question: Question, context: Context): LedgerOptions {
  const { holidays, workdays } = context.options;
  return {
    ...changeOf(question, context),
    asOf: dayOf(question, context),
    columns: { ...settings.columns },
    locale: settings.locale,
    currency: settings.currency,
    ...(settings.dateOrder ? { dateOrder: settings.dateOrder } : {}),
    ...(holidays ? { holidays } : {}),
    ...(workdays ? { workdays } : {}),
  };
}
