import type * as calls from '../../pkg/calculators/trade_credit.js';
import type { Issue, Options, PolicyPatch, Report } from '../../pkg/calculators/trade_credit.js';

type Calls = typeof calls;

/** The calculators: the calls of the package `trade-credit`. */
export type CalculatorId = {
  [Name in keyof Calls]: Calls[Name] extends (input: never, options?: Options | null) => Report<unknown> ? Name : never;
}[keyof Calls];

/** JSON, with decimals as text. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What was entered and what came of it: for each calculator its own report. */
export type TradeCreditResult = {
  [Id in CalculatorId]: {
    readonly calculator: Id;
    /** ISO 4217: what the amounts of the report are in. */
    readonly currency: string;
    readonly input: { [key: string]: Json };
    readonly report: ReturnType<Calls[Id]>;
  };
}[CalculatorId];

/** Whose result is none any more. */
export interface TradeCreditCleared {
  readonly calculator: CalculatorId;
}

/** What is wrong. */
export interface TradeCreditError {
  /**
   * `input`: something entered, see `issues`; `attribute`: something the embedder wrote; the others say why nothing can run:
   * `unsupported` no WebAssembly in the browser, `policy` and `connect` the content security policy of the page, `cors` a host
   * that does not let its files be read, `load` anything else.
   */
  readonly code: 'input' | 'attribute' | 'unsupported' | 'policy' | 'connect' | 'cors' | 'load';
  /** For a developer who reads a log, in English. */
  readonly message: string;
  readonly issues?: readonly Issue[];
}

/**
 * Everything an embedder may say. Objects may be given as JSON too, and paths as text apart by spaces: so they are written as
 * attributes, and so a framework can pass them before the script has arrived.
 */
export interface TradeCreditSettings {
  /** Which one: `workingCapital`, or as in an address, `working-capital`. */
  calculator: string;
  /** A language tag; left out, that of the page around it, then that of the browser. */
  lang: string;
  /** ISO 4217, in letters of either size; CNY when left out. */
  currency: string;
  /** What the form holds at first, by the names of the calculation. */
  values: Readonly<Record<string, Json>> | string | null;
  /** Thresholds that differ from the defaults. */
  policy: PolicyPatch | string | null;
  /** The paths of the fields to ask for; null asks for all. */
  fields: readonly string[] | string | null;
  theme: 'auto' | 'light' | 'dark';
  /** The colour of links and buttons, any that CSS knows; adjusted where it could not be read. */
  accent: string;
  /** The answer only, the rest folded away. */
  compact: boolean;
}

/** `<trade-credit>` */
export interface TradeCreditElement extends HTMLElement, TradeCreditSettings {
  lang: string;
  /** What was entered last and what came of it; null while there is nothing. */
  readonly result: TradeCreditResult | null;
}

export interface TradeCreditEvents {
  'trade-credit-result': CustomEvent<TradeCreditResult>;
  'trade-credit-cleared': CustomEvent<TradeCreditCleared>;
  'trade-credit-error': CustomEvent<TradeCreditError>;
}

/** What `embed.html` tells the page around: look at `type` and `version` first. */
export type TradeCreditMessage =
  | { readonly type: 'trade-credit:size'; readonly version: 1; readonly height: number }
  | ({ readonly type: 'trade-credit:result'; readonly version: 1 } & TradeCreditResult)
  | ({ readonly type: 'trade-credit:cleared'; readonly version: 1 } & TradeCreditCleared);

declare global {
  interface HTMLElementTagNameMap {
    'trade-credit': TradeCreditElement;
  }
  interface HTMLElementEventMap extends TradeCreditEvents {}
}
