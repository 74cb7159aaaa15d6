/* tslint:disable */
/* eslint-disable */

/** Any part of a policy: objects are merged, lists replaced whole. */
export type PolicyPatch = DeepPartial<Policy>;

/** Any part of an object, at any depth. */
export type DeepPartial<T> = T extends readonly unknown[] | string | number ? T : { [K in keyof T]?: DeepPartial<T[K]> | null };

/** What a call may be told beside its input. */
export interface Options {
    /** ISO 4217 code of every amount, "CNY" when left out; it decides the minor unit. */
    currency?: string | null;
    /** The thresholds to judge by: any part of them. */
    policy?: PolicyPatch | null;
    /** Days that are not worked although they are Monday to Friday. */
    holidays?: IsoDate[] | null;
    /** Days that are worked although they are not, or although they are holidays. */
    workdays?: IsoDate[] | null;
}

/** What a call throws on bad input. The module works on afterwards. */
export interface CreditInputError extends Error {
    name: "CreditInputError";
    /** Everything that is wrong: at least one issue. */
    issues: Issue[];
}

/** What a field takes. */
export type FieldType = "money" | "ratio" | "days" | "points" | "count" | "date" | "month" | "text" | "choice" | "boolean" | "object" | "list";

/** A value as a field takes it. */
export type FieldValue = string | number | boolean | null | FieldValue[] | { [key: string]: FieldValue };

/** A field of a calculator. */
export interface FieldSpec {
    /** The keys from the input down to the field, such as `stress.openingCash`. */
    path: string;
    /** What it takes. */
    type: FieldType;
    /** Whether it must be given; of a list also that it needs a row. */
    required: boolean;
    /** The least value. */
    min?: string;
    /** The greatest value. */
    max?: string;
    /** The value it must be above. */
    exclusiveMin?: string;
    /** The value it must be below. */
    exclusiveMax?: string;
    /** What stands for it when it is left out, with the default policy. */
    default?: string | number | boolean;
    /** The words of a choice. */
    choices?: string[];
    /** The fields of an object or of the rows of a list; for rows of one scalar, one field of the list's own path. */
    fields?: FieldSpec[];
    /** An example. */
    example: FieldValue;
}

/** A calculator and its fields. */
export interface CalculatorSpec {
    /** The name of the call. */
    id: string;
    /** What it takes. */
    fields: FieldSpec[];
}



/** What a column of a file may hold. */
export type LedgerColumn = "buyer" | "invoice" | "invoiceDate" | "dueDate" | "amount" | "open" | "paid" | "paidDate" | "currency" | "disputed" | "limit";

/** What a ledger is told beside its file. */
export interface LedgerOptions {
    /** The day of the question. */
    asOf: IsoDate;
    /** The heading of a column, where it cannot be found by itself; null for a column that is not to be used. */
    columns?: { [column in LedgerColumn]?: string | null } | null;
    /** The order of dates such as 3/4/2025; when left out, the column has to settle it. */
    dateOrder?: "DMY" | "MDY" | "YMD" | null;
    /** How amounts are written, such as "zh-CN"; when left out, amounts that may be read in two ways are refused. */
    locale?: string | null;
    /** ISO 4217 code of rows without a currency, of limits and of the cover; "CNY" when left out. */
    currency?: string | null;
    /** The thresholds to judge by: any part of them. */
    policy?: PolicyPatch | null;
    /** The terms of the insurance. */
    cover?: Cover | null;
    /** Limits by buyer; they go before those of the file. */
    limits?: Record<string, Money> | null;
    /** Days that are not worked although they are Monday to Friday. */
    holidays?: IsoDate[] | null;
    /** Days that are worked although they are not, or although they are holidays. */
    workdays?: IsoDate[] | null;
}

/** What is asked of a ledger that has been read; what is left out is as in its options. */
export interface LedgerChange {
    /** Another day. */
    asOf?: IsoDate | null;
    /** Another policy: any part of the default one. */
    policy?: PolicyPatch | null;
    /** Another cover; null for none. */
    cover?: Cover | null;
    /** Other limits. */
    limits?: Record<string, Money> | null;
}

/** How far the reading has come. */
export interface LedgerProgress {
    /** Rows so far. */
    rows: number;
    /** Those of them that could not be read. */
    rejected: number;
}

/** Which rows of the table of buyers are asked for. */
export interface BuyerPage {
    /** What they are sorted by, "open" when left out; equal rows are sorted by name. */
    sort?: BuyerColumn | null;
    /** Largest first; when left out, all but names are. */
    descending?: boolean | null;
    /** How many rows are passed over. */
    from: number;
    /** How many rows are wanted. */
    count: number;
    /** Only buyers whose name has this in it, whatever the case. */
    find?: string | null;
}


/**
 * A band as a patch gives it.
 */
export interface BandPatch {
    /**
     * What the band earns.
     */
    points: Points;
    /**
     * The band reaches up to this value.
     */
    atMost?: Ratio | null;
    /**
     * The band reaches down to this value.
     */
    atLeast?: Ratio | null;
}

/**
 * A buyer in one currency.
 */
export interface BuyerRow {
    /**
     * The buyer.
     */
    name: string;
    /**
     * The open invoices. Money.
     */
    open: Figure;
    /**
     * Those not yet due. Money.
     */
    notYetDue: Figure;
    /**
     * Those overdue. Money.
     */
    overdue: Figure;
    /**
     * Those more than 30 days overdue. Money.
     */
    overdueMoreThan30: Figure;
    /**
     * Credit notes and unapplied cash, without their sign. Money.
     */
    credits: Figure;
    /**
     * Days that the oldest open invoice is late.
     */
    worstDaysLate: number;
    /**
     * The share of all that is open. Ratio.
     */
    share: Figure;
    /**
     * The open invoices by age. Money.
     */
    ageing: Figure[];
    /**
     * The limit. Money.
     */
    limit: Figure | null;
    /**
     * Open / limit. Ratio.
     */
    utilisation: Figure | null;
    /**
     * Expected losses: the sum over the ages, each rounded. Money.
     */
    allowance: Figure;
    /**
     * What the insurance would pay; null without a cover. Money.
     */
    indemnity: Figure | null;
    /**
     * The last stage of dunning that the oldest open invoice has reached.
     */
    stage: string;
}

/**
 * A calendar date, `YYYY-MM-DD`.
 */
export type IsoDate = string;

/**
 * A calendar month, `YYYY-MM`.
 */
export type IsoMonth = string;

/**
 * A complete set of thresholds.
 */
export interface Policy {
    /**
     * The name of this set of values.
     */
    name: string;
    /**
     * The day the values were set.
     */
    asOf: IsoDate;
    /**
     * The scorecard.
     */
    score: ScorePolicy;
    /**
     * Credit limits.
     */
    limit: LimitPolicy;
    /**
     * Receivables and their collection.
     */
    receivables: ReceivablesPolicy;
    /**
     * Liquidity.
     */
    liquidity: LiquidityPolicy;
    /**
     * The stress test.
     */
    stress: StressPolicy;
    /**
     * The usual terms of cover.
     */
    cover: CoverPolicy;
    /**
     * Late interest and dunning.
     */
    latePayment: LatePaymentPolicy;
    /**
     * Expected credit losses.
     */
    provision: ProvisionPolicy;
    /**
     * When a rating is due for review.
     */
    review: ReviewPolicy;
}

/**
 * A customer that may fail.
 */
export interface StressCustomer {
    /**
     * Whose it is.
     */
    name: string;
    /**
     * What it owes.
     */
    receivable: Money;
    /**
     * What it buys a month.
     */
    monthlySales: Money;
    /**
     * The limit up to which the receivable is insured.
     */
    insuredLimit?: Money | null;
    /**
     * The insured share of it.
     */
    insuredPercentage?: Ratio | null;
}

/**
 * A day by which something has to be done or is to be expected.
 */
export interface Deadline {
    /**
     * Which one it is.
     */
    id: string;
    /**
     * When.
     */
    date: IsoDate;
    /**
     * A rule id, or `house`.
     */
    source: string;
}

/**
 * A factor of the score. Null where it is not answered, with a gap.
 */
export interface Factor {
    /**
     * Which.
     */
    id: string;
    /**
     * What it is judged by, in its own unit, or the choice.
     */
    value: FactorValue | null;
    /**
     * What that earns, 0 to 100. Points.
     */
    points: Figure | null;
    /**
     * Its share in the score, relative to the other weights. Points.
     */
    weight: Figure;
    /**
     * What it adds to the score: `weight · points / Σ answered weight`. Points.
     */
    contribution: Figure | null;
}

/**
 * A factor that is measured: its weight and its bands.
 */
export interface MeasuredFactor {
    /**
     * Its share in the score, relative to the other weights.
     */
    weight: Points;
    /**
     * Its bands, best first.
     */
    bands: Bands;
}

/**
 * A figure as it is printed: the exact decimal text with the places of its unit, rounded once, half away from zero.
 */
export type Figure = string;

/**
 * A fraction as it is given, such as `0.15` for 15 %: at most 8 decimal places.
 */
export type Ratio = string | number;

/**
 * A line of the waterfall.
 */
export interface WaterfallLine {
    /**
     * Which one it is.
     */
    id: string;
    /**
     * The debt, a deduction, or the indemnity. Money.
     */
    amount: Figure;
}

/**
 * A number of days as it is given: at most 4 decimal places.
 */
export type Days = string | number;

/**
 * A row that could not be read.
 */
export interface Reject {
    /**
     * The line on which the row begins, from 1.
     */
    line: number;
    /**
     * Why: a code of [`Problem`](crate::Problem) about the field, or one of `total_row`, `repeated_header`,
     * `too_many_fields`, `cut_off`, `unclosed_quote`, `too_long` about the row.
     */
    code: string;
    /**
     * The column that could not be read, by its name in `columns`; null when it is the row.
     */
    field: string | null;
    /**
     * What stands there, the first 200 characters.
     */
    text: string;
}

/**
 * A share for each grade.
 */
export interface GradeShares {
    /**
     * Grade A.
     */
    A: Ratio;
    /**
     * Grade B.
     */
    B: Ratio;
    /**
     * Grade C.
     */
    C: Ratio;
    /**
     * Grade D.
     */
    D: Ratio;
    /**
     * Grade E.
     */
    E: Ratio;
}

/**
 * A shock to the cash flow, in months of 30 days.
 */
export interface StressInput {
    /**
     * Cash at the start.
     */
    openingCash: Money;
    /**
     * What comes in a month without the shock.
     */
    monthlyInflow: Money;
    /**
     * What goes out a month without the shock.
     */
    monthlyOutflow: Money;
    /**
     * How many months to look ahead.
     */
    months?: number | null;
    /**
     * The cash that must not be touched.
     */
    minimumCash?: Money | null;
    /**
     * Bank lines that can still be drawn.
     */
    undrawnLines?: Money | null;
    /**
     * The customers that may fail.
     */
    customers?: StressCustomer[] | null;
    /**
     * How many of them fail, the largest receivables first; 1 when left out, 0 without customers.
     */
    defaults?: number | null;
    /**
     * The share of the failed customers' sales that need not be spent any more.
     */
    costsSaved?: Ratio | null;
    /**
     * The month in which insurance pays.
     */
    indemnityAfterMonths?: number | null;
    /**
     * How many days later everybody else pays.
     */
    collectionDelayDays?: Days | null;
    /**
     * The share of sales that is lost.
     */
    salesShock?: Ratio | null;
    /**
     * How many days earlier suppliers want their money.
     */
    payablesShortenDays?: Days | null;
}

/**
 * A stage of dunning with its date.
 */
export interface StageDate {
    /**
     * Which one it is.
     */
    id: Stage;
    /**
     * When it is due.
     */
    date: IsoDate;
    /**
     * Whether it was reached before the invoice was paid.
     */
    done: boolean;
}

/**
 * A stage of dunning.
 */
export type Stage = "reminder" | "due" | "formal_demand" | "collection" | "legal" | "stop_supply";

/**
 * A sum that is owed beside the interest.
 */
export interface FixedSum {
    /**
     * How much it is.
     */
    amount: Money;
    /**
     * For amounts below this; for any when left out.
     */
    below?: Money | null;
}

/**
 * A way to find a limit.
 */
export interface Method {
    /**
     * Which.
     */
    id: string;
    /**
     * What it gives, or null. Money.
     */
    amount: Figure | null;
}

/**
 * Altman's Z-score for firms that are not listed.
 */
export interface ZScore {
    /**
     * Z' with revenue, Z'' without.
     */
    model: ZModel;
    /**
     * The score. Ratio.
     */
    value: Figure | null;
    /**
     * What it says; the bounds themselves are grey.
     */
    zone: Zone;
    /**
     * What it is made of, before the coefficients.
     */
    components: ZComponents;
}

/**
 * An amount of money as it is given: at most 10^13 either way, at most 4 decimal places.
 */
export type Money = string | number;

/**
 * An area of the self-check.
 */
export interface Area {
    /**
     * Which.
     */
    id: AreaId;
    /**
     * How it stands.
     */
    status: AreaStatus;
    /**
     * The codes of its findings, worst first.
     */
    findings: string[];
}

/**
 * An invoice of the claim.
 */
export interface ClaimInvoice {
    /**
     * Which one it is.
     */
    id: string;
    /**
     * When it was written.
     */
    invoiceDate: IsoDate;
    /**
     * When it is due.
     */
    dueDate: IsoDate;
    /**
     * How much it is, with tax and interest.
     */
    amount: Money;
    /**
     * When the goods were delivered; the invoice date when left out.
     */
    deliveredOn?: IsoDate | null;
    /**
     * The value added tax in it.
     */
    vat?: Money | null;
    /**
     * The interest in it.
     */
    interest?: Money | null;
    /**
     * What was paid of it.
     */
    paid?: Money | null;
    /**
     * What the buyer disputes of it.
     */
    disputed?: Money | null;
}

/**
 * An invoice that is open on the day.
 */
export interface OpenInvoice {
    /**
     * When it was written; null when the file does not say.
     */
    invoiceDate: IsoDate | null;
    /**
     * When it is due.
     */
    dueDate: IsoDate;
    /**
     * All of it. Money.
     */
    amount: Figure;
    /**
     * What of it is open. Money.
     */
    open: Figure;
    /**
     * What of that is disputed. Money.
     */
    disputed: Figure;
}

/**
 * An invoice that was or is to be paid.
 */
export interface DueInvoice {
    /**
     * Which one it is.
     */
    id: string;
    /**
     * How much it is.
     */
    amount: Money;
    /**
     * When it is due.
     */
    dueDate: IsoDate;
    /**
     * When it was paid.
     */
    paidOn?: IsoDate | null;
}

/**
 * Bounds of the current ratio.
 */
export interface CurrentRatioPolicy {
    /**
     * Below: short-term debts are not covered.
     */
    critical: Ratio;
    /**
     * Below: alarm.
     */
    low: Ratio;
    /**
     * Below: watch.
     */
    healthy: Ratio;
    /**
     * Above: idle funds.
     */
    idle: Ratio;
}

/**
 * Credit limits.
 */
export interface LimitPolicy {
    /**
     * The ladder of a growing relationship.
     */
    ladder: Ladder;
    /**
     * Share of the buyer's tangible net worth.
     */
    netWorthShare: GradeShares;
    /**
     * Share of the buyer's working capital.
     */
    workingCapitalShare: GradeShares;
    /**
     * The largest share of the seller's sales in one buyer.
     */
    concentrationShare: Ratio;
    /**
     * The share of a claim that is lost when the buyer fails.
     */
    lossGivenDefault: Ratio;
    /**
     * How many significant digits a recommended limit keeps.
     */
    significantDigits: number;
    /**
     * The terms of each sector.
     */
    terms: SectorTerms;
    /**
     * Beyond these terms security is asked for.
     */
    securityTermsDays: Days;
    /**
     * Up to this limit a good grade is approved automatically.
     */
    autoApprovalLimit: Money;
    /**
     * Above this share of the limit the use of it is high.
     */
    utilisationHigh: Ratio;
}

/**
 * Expected credit losses.
 */
export interface ProvisionPolicy {
    /**
     * The rates of the five ageing buckets.
     */
    rates: Rates;
}

/**
 * From score to odds of payment.
 */
export interface Odds {
    /**
     * Odds of payment against default at 50 points.
     */
    atFifty: Ratio;
    /**
     * How many points double the odds.
     */
    pointsToDouble: Points;
}

/**
 * From which date of the oldest debt on deliveries have to stop.
 */
export type ExtensionFrom = "dueDate" | "invoiceDate";

/**
 * How a buyer has paid.
 */
export interface PaymentInput {
    /**
     * How many days late it pays on average.
     */
    averageDaysLate?: Days | null;
    /**
     * The overdue share of what it owes.
     */
    overdueShare?: Ratio | null;
    /**
     * Dishonoured bills in 12 months.
     */
    dishonouredBills?: number | null;
    /**
     * How often it asked for longer terms.
     */
    extensionRequests?: number | null;
}

/**
 * How a buyer is treated (S57).
 */
export type Tier = "preferred" | "standard" | "restricted";

/**
 * How a figure was reached: the formula on the inputs gives the value.
 */
export interface Step {
    /**
     * The path of the figure.
     */
    id: string;
    /**
     * The formula, in `+ - * / ( )`, functions such as `min`, decimals and names.
     */
    formula: string;
    /**
     * The exact value of each name.
     */
    inputs: Record<string, string>;
    /**
     * The value, unrounded where 28 digits are enough.
     */
    value: string;
    /**
     * What it counts.
     */
    unit: Unit;
    /**
     * True when the value is not exact: the formula has a power.
     */
    approximate?: boolean;
    /**
     * A rule id, where a rule defines the figure.
     */
    source?: string;
}

/**
 * How an area stands.
 */
export type AreaStatus = "act" | "watch" | "good" | "unknown";

/**
 * How far each kind of evidence is trusted.
 */
export interface Evidence {
    /**
     * Audited statements.
     */
    audited: Ratio;
    /**
     * The management's own figures.
     */
    management: Ratio;
    /**
     * Bank statements or tax certificates.
     */
    bankStatements: Ratio;
    /**
     * None.
     */
    none: Ratio;
}

/**
 * How good a buyer is, A best.
 */
export type Grade = "A" | "B" | "C" | "D" | "E";

/**
 * How grave a finding is.
 */
export type Severity = "critical" | "warning" | "info" | "good";

/**
 * How hard a buyer's trade swings with the economy.
 */
export type Cyclicality = "low" | "medium" | "high";

/**
 * How hard the buyer's trade swings with the economy.
 */
export interface CyclicalityFactor {
    /**
     * Its share in the score, relative to the other weights.
     */
    weight: Points;
    /**
     * The points of each answer.
     */
    points: CyclicalityPoints;
}

/**
 * How late interest is reckoned.
 */
export type MethodKind = "multiple" | "margin" | "daily" | "agreed";

/**
 * How late interest is reckoned. The kind decides which of the other fields there are.
 */
export interface Method {
    /**
     * How late interest is reckoned.
     */
    kind: MethodKind;
    /**
     * The lending rate of the bank or the reference rate of the law, a year; `multiple` and `margin` need it.
     */
    referenceRate?: Ratio | null;
    /**
     * How many times the reference rate.
     */
    multiple?: Ratio | null;
    /**
     * How much above the reference rate, a year.
     */
    margin?: Ratio | null;
    /**
     * The sums that are owed beside the interest; the first that fits counts.
     */
    fixedSums?: FixedSum[] | null;
    /**
     * The rate a day.
     */
    dailyRate?: Ratio | null;
    /**
     * The rate of the contract, a year; `agreed` needs it.
     */
    rate?: Ratio | null;
}

/**
 * How late payment is, weighted by amount.
 */
export interface DaysLate {
    /**
     * Of what is open, until the day; nothing for what is not yet due. Days.
     */
    open: Figure | null;
    /**
     * Of what was paid on a known day. Days.
     */
    paid: Figure | null;
}

/**
 * How limits are used.
 */
export interface LimitUse {
    /**
     * Buyers that have a limit.
     */
    withLimit: number;
    /**
     * Those that use more than 80 % of it (the policy's share), those over it among them.
     */
    over80: number;
    /**
     * Those over it.
     */
    overLimit: number;
}

/**
 * How many days a month counts in the countback.
 */
export type CountbackDays = "calendar" | "thirty";

/**
 * How much hangs on few buyers, by what is open.
 */
export interface Concentration {
    /**
     * The share of the largest. Ratio.
     */
    largest: Figure | null;
    /**
     * The share of the five largest. Ratio.
     */
    top5: Figure | null;
    /**
     * The share of the largest fifth of those that owe something, rounded up. Ratio.
     */
    top20Percent: Figure | null;
    /**
     * The sum of the squares of all shares. Ratio.
     */
    herfindahl: Figure | null;
    /**
     * One over it: so many buyers of equal size would be as concentrated. Ratio.
     */
    effectiveBuyers: Figure | null;
}

/**
 * How risky payment from a buyer's country is.
 */
export type CountryRisk = "low" | "medium" | "sensitive" | "high";

/**
 * How risky payment from the buyer's country is.
 */
export interface CountryRiskFactor {
    /**
     * Its share in the score, relative to the other weights.
     */
    weight: Points;
    /**
     * The points of each answer.
     */
    points: CountryRiskPoints;
}

/**
 * How to deal with a buyer (S57).
 */
export type Treatment = "flexible_terms" | "security" | "prepayment";

/**
 * In which order a date is written whose year does not say it.
 */
export type DateOrder = "DMY" | "MDY" | "YMD";

/**
 * Late interest and dunning.
 */
export interface LatePaymentPolicy {
    /**
     * Contractual rate as a multiple of the bank lending rate.
     */
    multiple: Ratio;
    /**
     * Statutory margin over the reference rate.
     */
    margin: Ratio;
    /**
     * Statutory rate a day.
     */
    dailyRate: Ratio;
    /**
     * Friendly reminder, days before the due date.
     */
    reminderDaysBefore: number;
    /**
     * Formal demand, working days after the due date.
     */
    formalDemandWorkingDays: number;
    /**
     * Collection, days after the due date.
     */
    collectionDays: number;
    /**
     * Legal action, days after the due date.
     */
    legalDays: number;
    /**
     * Supply stops, days after the due date.
     */
    stopSupplyDays: number;
}

/**
 * Liquidity.
 */
export interface LiquidityPolicy {
    /**
     * Bounds of the current ratio.
     */
    currentRatio: CurrentRatioPolicy;
    /**
     * Above this share of sales in one customer the alarm rings.
     */
    concentrationShare: Ratio;
    /**
     * The reserve for emergencies.
     */
    reserve: ReservePolicy;
}

/**
 * One band. A bound belongs to the better band; the last band has none.
 */
export interface Band {
    /**
     * The band reaches up to this value.
     */
    atMost?: Ratio;
    /**
     * The band reaches down to this value.
     */
    atLeast?: Ratio;
    /**
     * What it earns, 0 to 100.
     */
    points: Points;
}

/**
 * One instalment.
 */
export interface Instalment {
    /**
     * When it is due.
     */
    date: IsoDate;
    /**
     * What it pays off. Money.
     */
    principal: Figure;
    /**
     * The interest on what was open. Money.
     */
    interest: Figure;
    /**
     * Both together. Money.
     */
    payment: Figure;
    /**
     * What is still open. Money.
     */
    balance: Figure;
}

/**
 * One month of the path.
 */
export interface StressMonth {
    /**
     * The month, from 1.
     */
    month: number;
    /**
     * What comes in. Money.
     */
    inflow: Figure;
    /**
     * What goes out. Money.
     */
    outflow: Figure;
    /**
     * What insurance pays. Money.
     */
    indemnity: Figure;
    /**
     * Cash at the end of the month. Money.
     */
    cash: Figure;
}

/**
 * One problem of one field.
 */
export interface Issue {
    /**
     * The path of the field, such as `years[0].totalAssets`; empty for the input as a whole.
     */
    field: string;
    /**
     * What is wrong.
     */
    code: Problem;
    /**
     * The same for a developer who reads a log, in English.
     */
    message: string;
    /**
     * The least value the field takes.
     */
    min?: string;
    /**
     * The greatest value the field takes; with `too_precise` the most decimal places, with `too_many` the most rows.
     */
    max?: string;
    /**
     * The choices the field takes, or the readings of an ambiguous amount.
     */
    allowed?: string[];
}

/**
 * Points of a score as they are given: at most 4 decimal places.
 */
export type Points = string | number;

/**
 * Receivables and their collection.
 */
export interface ReceivablesPolicy {
    /**
     * The average DSO to compare with.
     */
    benchmarkDso: Days;
    /**
     * Above this share of receivables more than 30 days overdue the alarm rings.
     */
    overdueRateHigh: Ratio;
    /**
     * Above this share of overdue receivables the alarm rings.
     */
    overdueShareHigh: Ratio;
    /**
     * From this growth of DSO over a year on the alarm rings.
     */
    dsoRise: Ratio;
    /**
     * Below this DSO credit may be too tight.
     */
    tooTightDso: Days;
}

/**
 * Something to do.
 */
export interface Action {
    /**
     * The code of the finding, or of a standing advice.
     */
    code: string;
    /**
     * 1 for critical findings, 2 for warnings, 3 for what is advised always.
     */
    priority: number;
    /**
     * A rule id, or `house`.
     */
    source: string;
}

/**
 * The answer to a call.
 */
export interface Report<T> {
    /**
     * The figures. One that cannot be computed is null, never zero, and has a gap.
     */
    result: T;
    /**
     * Why figures are null.
     */
    gaps: Gap[];
    /**
     * What the figures mean, worst first.
     */
    findings: Finding[];
    /**
     * How the figures were reached, in order.
     */
    steps: Step[];
    /**
     * The policy that was applied.
     */
    policy: PolicyStamp;
}

/**
 * The answers to the self-check: any subset.
 */
export interface AssessInput {
    /**
     * The day of the figures.
     */
    asOf?: IsoDate | null;
    /**
     * Credit sales of the period.
     */
    creditSales?: Money | null;
    /**
     * Receivables at the end of the period.
     */
    receivables?: Money | null;
    /**
     * The part of them that is past its due date.
     */
    overdue?: Money | null;
    /**
     * The part of them that is more than 30 days past its due date.
     */
    overdueMoreThan30?: Money | null;
    /**
     * DSO a year ago.
     */
    priorDso?: Days | null;
    /**
     * DSO of earlier periods, newest first.
     */
    dsoHistory?: Days[] | null;
    /**
     * Overdue rate of earlier periods, newest first.
     */
    overdueRateHistory?: Ratio[] | null;
    /**
     * Inventory.
     */
    inventory?: Money | null;
    /**
     * Trade payables.
     */
    payables?: Money | null;
    /**
     * Cost of sales of the period.
     */
    costOfSales?: Money | null;
    /**
     * Current assets.
     */
    currentAssets?: Money | null;
    /**
     * Current liabilities.
     */
    currentLiabilities?: Money | null;
    /**
     * Cash.
     */
    cash?: Money | null;
    /**
     * The period's sales to the largest customer.
     */
    largestCustomerSales?: Money | null;
    /**
     * The largest receivable of one customer.
     */
    largestReceivable?: Money | null;
    /**
     * Bank lines that can still be drawn.
     */
    undrawnLines?: Money | null;
    /**
     * The quarter's profit.
     */
    quarterlyProfit?: Money | null;
    /**
     * The reserve for emergencies.
     */
    reserve?: Money | null;
    /**
     * Whether receivables are insured.
     */
    insured?: boolean | null;
    /**
     * The insured share.
     */
    insuredPercentage?: Ratio | null;
    /**
     * Net profit / sales.
     */
    netMargin?: Ratio | null;
    /**
     * The longest terms given.
     */
    longestTermsDays?: Days | null;
    /**
     * Whether long terms are secured.
     */
    securedLongTerms?: boolean | null;
    /**
     * Whether customers are reviewed every quarter.
     */
    quarterlyReview?: boolean | null;
    /**
     * Whether there is a process of collection.
     */
    collectionProcess?: boolean | null;
    /**
     * The days that the credit sales cover, 1 to 1,096.
     */
    periodDays?: Days | null;
}

/**
 * The areas of the self-check.
 */
export type AreaId = "collection" | "liquidity" | "concentration" | "protection" | "process";

/**
 * The bands of a factor, best first.
 */
export type Bands = Band[];

/**
 * The change that clears a finding.
 */
export interface ClearBy {
    /**
     * The path of the input.
     */
    input: string;
    /**
     * By how much it has to change, signed, in its unit and places, rounded away from zero.
     */
    change: string;
}

/**
 * The components of a Z-score.
 */
export interface ZComponents {
    /**
     * (Current assets − current liabilities) / total assets. Ratio.
     */
    workingCapital: Figure | null;
    /**
     * Retained earnings / total assets. Ratio.
     */
    retainedEarnings: Figure | null;
    /**
     * EBIT / total assets. Ratio.
     */
    ebit: Figure | null;
    /**
     * (Total assets − total liabilities) / total liabilities. Ratio.
     */
    equity: Figure | null;
    /**
     * Revenue / total assets, in Z' only. Ratio.
     */
    sales?: Figure;
}

/**
 * The expected loss rates of the five ageing buckets.
 */
export type Rates = Ratio[];

/**
 * The factors of the score.
 */
export interface ScoreFactors {
    /**
     * Total liabilities over total assets.
     */
    debtRatio: MeasuredFactor;
    /**
     * Current assets over current liabilities.
     */
    currentRatio: MeasuredFactor;
    /**
     * Operating cash flow over current liabilities.
     */
    cashFlowCover: MeasuredFactor;
    /**
     * EBIT over interest expense.
     */
    interestCover: MeasuredFactor;
    /**
     * Growth of revenue over the year before.
     */
    revenueTrend: MeasuredFactor;
    /**
     * How many days late the buyer pays on average.
     */
    averageDaysLate: MeasuredFactor;
    /**
     * The overdue share of what the buyer owes.
     */
    overdueShare: MeasuredFactor;
    /**
     * Dishonoured bills in 12 months.
     */
    dishonouredBills: MeasuredFactor;
    /**
     * Years in business.
     */
    yearsInBusiness: MeasuredFactor;
    /**
     * Months of trading with us.
     */
    monthsTrading: MeasuredFactor;
    /**
     * The market position.
     */
    marketPosition: MarketPositionFactor;
    /**
     * The trade's swings.
     */
    cyclicality: CyclicalityFactor;
    /**
     * The country.
     */
    countryRisk: CountryRiskFactor;
    /**
     * Litigation.
     */
    litigation: LitigationFactor;
    /**
     * How many warning signals there are.
     */
    warningSignals: MeasuredFactor;
}

/**
 * The figures of [`CoverValue`]. One that cannot be computed is null and has a gap.
 */
export interface CoverValueResult {
    /**
     * The premium: turnover · rate, at least the minimum. Money.
     */
    premium: Figure | null;
    /**
     * Premium and other costs. Money.
     */
    cost: Figure | null;
    /**
     * The bad debt to be expected in a year: turnover · bad debt rate. Money.
     */
    expectedLoss: Figure | null;
    /**
     * The insured share of it. Money.
     */
    expectedIndemnity: Figure | null;
    /**
     * Expected indemnity − cost. Money.
     */
    netBenefit: Figure | null;
    /**
     * The bad debt rate from which on the cover pays for itself. Ratio.
     */
    breakEvenBadDebtRate: Figure | null;
    /**
     * What is saved when the largest receivable is lost. Money.
     */
    worstCaseSaved: Figure | null;
    /**
     * The sales that earn the largest receivable again once it is lost.
     */
    salesToRecover: SalesToRecover;
}

/**
 * The figures of [`Dso`]. One that cannot be computed is null and has a gap.
 */
export interface DsoResult {
    /**
     * Days sales outstanding: `closingReceivables · periodDays / creditSales`. Days.
     */
    dso: Figure | null;
    /**
     * The same on the average of opening and closing receivables. Days.
     */
    averageDso: Figure | null;
    /**
     * How often receivables turn over: credit sales / average receivables (closing ones when no opening is given). Ratio.
     */
    turnover: Figure | null;
    /**
     * DSO by countback: the days of the newest months whose sales make up the receivables. Days.
     */
    countbackDso: Figure | null;
    /**
     * The days counted, also when the months end too early. Days.
     */
    countbackAtLeast: Figure | null;
    /**
     * The receivables that the months do not explain. Money.
     */
    countbackUnexplained: Figure | null;
    /**
     * DSO if nothing were overdue: `notYetDue · periodDays / creditSales`. Days.
     */
    bestPossibleDso: Figure | null;
    /**
     * DSO less the best possible DSO. Days.
     */
    averageDaysDelinquent: Figure | null;
    /**
     * Collected of what could have been: `(opening + sales − closing) / (opening + sales − notYetDue)`. Ratio.
     */
    collectionEffectiveness: Figure | null;
    /**
     * Overdue / receivables (S11). Ratio.
     */
    overdueShare: Figure | null;
    /**
     * More than 30 days overdue / receivables (S12). Ratio.
     */
    overdueRate: Figure | null;
    /**
     * Growth of DSO over a year ago. Ratio.
     */
    yearOnYear: Figure | null;
    /**
     * Sales of a day: the cash that one day of DSO ties up. Money.
     */
    salesPerDay: Figure | null;
    /**
     * What one day of DSO costs a year. Money.
     */
    oneDayYearlyCost: Figure | null;
    /**
     * The cash that reaching the target frees. Money.
     */
    cashReleased: Figure | null;
    /**
     * What reaching the target saves a year. Money.
     */
    yearlySaving: Figure | null;
    /**
     * DSO less the benchmark. Days.
     */
    benchmarkGap: Figure | null;
}

/**
 * The figures of [`EarlyPaymentDiscount`]. One that cannot be computed is null and has a gap.
 */
export interface EarlyPaymentDiscountResult {
    /**
     * The yearly rate without compounding: `discount / (1 − discount) · dayCount / (payDay − discountDays)`. Ratio.
     */
    nominalRate: Figure | null;
    /**
     * The same with compounding; null above 10^6. Ratio, approximate.
     */
    effectiveRate: Figure | null;
    /**
     * Whether the buyer gains by taking it: the nominal rate is above the cost of funds.
     */
    worthTaking: boolean | null;
    /**
     * Whether the seller gains by offering it: the nominal rate is below the cost of funds.
     */
    worthOffering: boolean | null;
}

/**
 * The figures of [`Indemnity`]. One that cannot be computed is null and has a gap.
 */
export interface IndemnityResult {
    /**
     * From the debt to the indemnity: the first line less all between is the last, to the minor unit.
     */
    waterfall: WaterfallLine[];
    /**
     * What is left within the limit. Money.
     */
    insuredLoss: Figure | null;
    /**
     * What the insurer pays. Money.
     */
    indemnity: Figure | null;
    /**
     * The debt less receipts, security and what is set off. Money.
     */
    netDebt: Figure | null;
    /**
     * Net debt − indemnity. Money.
     */
    ownLoss: Figure | null;
    /**
     * Who gets what comes in later.
     */
    recoveries: Recoveries;
    /**
     * The own loss less the own part of recoveries. Money.
     */
    netLossAfterRecoveries: Figure | null;
    /**
     * The sales that earn it again.
     */
    breakEvenSales: BreakEvenSales;
    /**
     * The sales that would earn the loss again without insurance.
     */
    uninsuredBreakEvenSales: BreakEvenSales;
    /**
     * Invoice by invoice.
     */
    invoices: EligibleInvoice[];
    /**
     * What other terms would gain, largest first.
     */
    levers: Lever[];
    /**
     * What the two readings of two clauses make of the indemnity.
     */
    clauseSpread: ClauseSpread;
    /**
     * What has to be done and what is to be expected, and when.
     */
    deadlines: Deadline[];
}

/**
 * The figures of [`LatePayment`].
 */
export interface LatePaymentResult {
    /**
     * The rate of a year. Ratio.
     */
    annualRate: Figure | null;
    /**
     * Invoice by invoice.
     */
    invoices: LateInvoice[];
    /**
     * The interest of all invoices. Money.
     */
    interest: Figure | null;
    /**
     * The fixed sums of all invoices. Money.
     */
    fixedSums: Figure | null;
    /**
     * Interest and fixed sums, without the invoices themselves. Money.
     */
    total: Figure | null;
    /**
     * The invoices still open on the day. Money.
     */
    unpaid: Figure | null;
    /**
     * All that is owed on the day. Money.
     */
    totalDue: Figure | null;
}

/**
 * The figures of [`Limit`]. One that cannot be computed is null and has a gap.
 */
export interface LimitResult {
    /**
     * What each of the seven methods gives.
     */
    methods: Method[];
    /**
     * The least of them, 0 when the tier is restricted and not secured. Money.
     */
    exactLimit: Figure | null;
    /**
     * The method that gives it, the first on a tie; `tier` when the tier made it 0.
     */
    binding: string;
    /**
     * The same rounded down to significant digits. Money.
     */
    recommendedLimit: Figure | null;
    /**
     * What is missing to the need. Money.
     */
    shortfall: Figure | null;
    /**
     * Open receivables + undelivered orders. Money.
     */
    exposure: Figure | null;
    /**
     * Exposure / recommended limit (S10). Ratio.
     */
    utilisation: Figure | null;
    /**
     * Recommended limit − exposure. Money.
     */
    headroom: Figure | null;
    /**
     * The terms that are usual in the sector.
     */
    recommendedTerms: RecommendedTerms;
    /**
     * Whether security should be asked for: the terms are long (S5) or the tier is standard (S57).
     */
    securityRequired: boolean;
    /**
     * Who decides (S54, S62).
     */
    approval: Approval;
    /**
     * Probability of default · loss given default · recommended limit. Money.
     */
    expectedLoss: Figure | null;
    /**
     * The part of it that no insurer pays. Money.
     */
    retainedExpectedLoss: Figure | null;
}

/**
 * The figures of [`PaymentPlan`].
 */
export interface PaymentPlanResult {
    /**
     * Instalment by instalment.
     */
    schedule: Instalment[];
    /**
     * The interest of all instalments. Money.
     */
    totalInterest: Figure | null;
    /**
     * All that is paid, with the down payment. Money.
     */
    totalPaid: Figure | null;
    /**
     * When the last instalment is due.
     */
    lastDate: IsoDate;
}

/**
 * The figures of [`Provision`]. One that cannot be computed is null and has a gap.
 */
export interface ProvisionResult {
    /**
     * Bucket by bucket.
     */
    buckets: BucketAllowance[];
    /**
     * All receivables. Money.
     */
    balance: Figure | null;
    /**
     * The sum of the allowances. Money.
     */
    allowance: Figure | null;
    /**
     * Allowance / receivables. Ratio.
     */
    coverage: Figure | null;
}

/**
 * The figures of [`Score`].
 */
export interface ScoreResult {
    /**
     * `Σ weight · points / Σ weight` over the answered factors. Points.
     */
    score: Figure | null;
    /**
     * The same over all factors, the unanswered at 0. Points.
     */
    scoreLow: Figure | null;
    /**
     * The same over all factors, the unanswered at 100. Points.
     */
    scoreHigh: Figure | null;
    /**
     * Answered weight / all weight. Ratio.
     */
    coverage: Figure | null;
    /**
     * Coverage · how far the evidence is trusted. Ratio.
     */
    confidence: Figure | null;
    /**
     * The grade, no better than C while the confidence is low.
     */
    grade: Grade;
    /**
     * Probability of default in 12 months, from the score before the cap of the grade. Ratio, approximate.
     */
    probabilityOfDefault: Figure | null;
    /**
     * The tier of the grade.
     */
    tier: Tier;
    /**
     * How to deal with the buyer (S57).
     */
    treatment: Treatment;
    /**
     * All fifteen factors.
     */
    factors: Factor[];
    /**
     * The unanswered factor of the greatest weight, or null.
     */
    mostInformative: string | null;
    /**
     * Altman's Z-score of the newest year; null with a gap without its inputs.
     */
    zScore: ZScore | null;
    /**
     * When to review the buyer next (S30).
     */
    nextReview: IsoDate;
    /**
     * Three ratios over the years, newest first.
     */
    trend: TrendYear[];
}

/**
 * The figures of [`WorkingCapital`]. One that cannot be computed is null and has a gap.
 */
export interface WorkingCapitalResult {
    /**
     * Working capital requirement: receivables + inventory + other operating assets − payables − other operating liabilities (S112). Money.
     */
    wcr: Figure | null;
    /**
     * The same in days of sales. Days.
     */
    wcrDays: Figure | null;
    /**
     * Current assets − current liabilities. Money.
     */
    workingCapital: Figure | null;
    /**
     * Working capital − requirement. Money.
     */
    netCash: Figure | null;
    /**
     * Current assets / current liabilities. Ratio.
     */
    currentRatio: Figure | null;
    /**
     * (Cash + securities + receivables) / current liabilities. Ratio.
     */
    quickRatio: Figure | null;
    /**
     * (Cash + securities) / current liabilities. Ratio.
     */
    cashRatio: Figure | null;
    /**
     * Days sales outstanding. Days.
     */
    dso: Figure | null;
    /**
     * Days inventory outstanding. Days.
     */
    dio: Figure | null;
    /**
     * Days payables outstanding, on purchases, else on cost of sales. Days.
     */
    dpo: Figure | null;
    /**
     * DIO + DSO. Days.
     */
    operatingCycle: Figure | null;
    /**
     * DIO + DSO − DPO. Days.
     */
    cashConversionCycle: Figure | null;
    /**
     * The requirement after growth. Money.
     */
    wcrAfterGrowth: Figure | null;
    /**
     * What growth adds to it. Money.
     */
    growthFunding: Figure | null;
    /**
     * The least reserve for emergencies, a share of the quarter's profit (S16). Money.
     */
    reserveLow: Figure | null;
    /**
     * The most (S16). Money.
     */
    reserveHigh: Figure | null;
    /**
     * The largest customer's share of sales (S9). Ratio.
     */
    concentration: Figure | null;
    /**
     * The stress test; null with a gap when no shock was given.
     */
    stress: StressResult | null;
}

/**
 * The ladder of a growing relationship.
 */
export interface Ladder {
    /**
     * Share of the buyer's monthly turnover for a first order.
     */
    first: Ratio;
    /**
     * Share once the buyer has proved itself.
     */
    proven: Ratio;
    /**
     * From how many months of good performance on that is.
     */
    provenAfterMonths: number;
}

/**
 * The least and the greatest indemnity over both orders of the excess and both erosions of the aggregate first loss.
 */
export interface ClauseSpread {
    /**
     * The least. Money.
     */
    low: Figure | null;
    /**
     * The greatest. Money.
     */
    high: Figure | null;
}

/**
 * The least score of each grade; E is the rest.
 */
export interface Grades {
    /**
     * Grade A.
     */
    A: Points;
    /**
     * Grade B.
     */
    B: Points;
    /**
     * Grade C.
     */
    C: Points;
    /**
     * Grade D.
     */
    D: Points;
}

/**
 * The open invoices of one age.
 */
export interface AgeBucket {
    /**
     * How old they are.
     */
    bucket: "not_due" | "d1_30" | "d31_60" | "d61_90" | "over_90";
    /**
     * How much they are. Money.
     */
    amount: Figure;
    /**
     * How many they are.
     */
    count: number;
    /**
     * Their share of what is open. Ratio.
     */
    share: Figure | null;
}

/**
 * The open invoices that have reached a stage of dunning and no later one.
 */
export interface StageTotal {
    /**
     * The stage: `none`, `reminder`, `due`, `formal_demand`, `collection`, `legal`, `stop_supply`.
     */
    id: string;
    /**
     * How many they are.
     */
    count: number;
    /**
     * How much they are. Money.
     */
    amount: Figure;
}

/**
 * The reason of a gap.
 */
export type Reason = "missing_input" | "zero_denominator" | "history_too_short" | "too_large";

/**
 * The receivables of one age.
 */
export interface Bucket {
    /**
     * How old they are.
     */
    label: string;
    /**
     * How much they are.
     */
    balance: Money;
    /**
     * The share of them that will be lost.
     */
    rate?: Ratio | null;
}

/**
 * The reserve for emergencies, as shares of a quarter's profit.
 */
export interface ReservePolicy {
    /**
     * The least.
     */
    low: Ratio;
    /**
     * The most.
     */
    high: Ratio;
}

/**
 * The sales of one month.
 */
export interface MonthSales {
    /**
     * The month, `YYYY-MM`.
     */
    month: IsoMonth;
    /**
     * Credit sales less credit notes; may be negative.
     */
    sales: Money;
}

/**
 * The sales that earn a loss again.
 */
export interface BreakEvenSales {
    /**
     * By the net margin. Money.
     */
    net: Figure | null;
    /**
     * By the contribution margin. Money.
     */
    contribution: Figure | null;
}

/**
 * The sales that earn a loss again.
 */
export interface SalesToRecover {
    /**
     * Without insurance. Money.
     */
    uninsured: Figure | null;
    /**
     * With it: for the own share only. Money.
     */
    insured: Figure | null;
}

/**
 * The scorecard.
 */
export interface ScorePolicy {
    /**
     * The factors.
     */
    factors: ScoreFactors;
    /**
     * How far each kind of evidence is trusted.
     */
    evidence: Evidence;
    /**
     * The least score of each grade.
     */
    grades: Grades;
    /**
     * From score to odds of payment.
     */
    odds: Odds;
    /**
     * The least share of the weights that must be answered.
     */
    minimumCoverage: Ratio;
    /**
     * Below this confidence no grade is better than C.
     */
    lowConfidence: Ratio;
    /**
     * From how many requests for longer terms on they are frequent.
     */
    frequentExtensionRequests: number;
}

/**
 * The source of a policy value.
 */
export interface PolicySource {
    /**
     * A rule id, or `house` where the documents give no figure.
     */
    source: string;
    /**
     * What the source says, in a few words.
     */
    note: string;
}

/**
 * The statements of a fiscal year.
 */
export interface YearInput {
    /**
     * Total assets.
     */
    totalAssets?: Money | null;
    /**
     * Total liabilities.
     */
    totalLiabilities?: Money | null;
    /**
     * Current assets.
     */
    currentAssets?: Money | null;
    /**
     * Current liabilities.
     */
    currentLiabilities?: Money | null;
    /**
     * Inventory.
     */
    inventory?: Money | null;
    /**
     * Cash.
     */
    cash?: Money | null;
    /**
     * Revenue.
     */
    revenue?: Money | null;
    /**
     * Cost of sales.
     */
    costOfSales?: Money | null;
    /**
     * Earnings before interest and tax.
     */
    ebit?: Money | null;
    /**
     * Net profit.
     */
    netProfit?: Money | null;
    /**
     * Retained earnings.
     */
    retainedEarnings?: Money | null;
    /**
     * Operating cash flow.
     */
    operatingCashFlow?: Money | null;
    /**
     * Interest expense.
     */
    interestExpense?: Money | null;
}

/**
 * The stress test.
 */
export interface StressPolicy {
    /**
     * The insured share of a failed customer's receivable.
     */
    insuredPercentage: Ratio;
}

/**
 * The terms of each sector.
 */
export interface SectorTerms {
    /**
     * Manufacturing.
     */
    manufacturing: Terms;
    /**
     * Wholesale and retail.
     */
    wholesaleRetail: Terms;
    /**
     * Machinery.
     */
    machinery: Terms;
    /**
     * Pharmaceuticals.
     */
    pharma: Terms;
    /**
     * Commodities.
     */
    commodities: Terms;
    /**
     * Any other.
     */
    other: Terms;
}

/**
 * The terms of the insurance.
 */
export interface Cover {
    /**
     * The insured share of a loss.
     */
    insuredPercentage?: Ratio | null;
    /**
     * The most that is insured of this buyer.
     */
    buyerLimit?: Money | null;
    /**
     * The most without a limit of the buyer's own.
     */
    discretionaryLimit?: Money | null;
    /**
     * When the limit was withdrawn; deliveries after it are not insured.
     */
    limitCancelledOn?: IsoDate | null;
    /**
     * The first invoice date that is insured.
     */
    periodStart?: IsoDate | null;
    /**
     * The last invoice date that is insured.
     */
    periodEnd?: IsoDate | null;
    /**
     * The longest terms that are insured.
     */
    maxTermsDays?: Days | null;
    /**
     * How many days after the oldest debt was due deliveries have to stop.
     */
    maximumExtensionDays?: Days | null;
    /**
     * Whether those days count from the due date or from the invoice date.
     */
    extensionFrom?: ExtensionFrom | null;
    /**
     * Whether value added tax is insured.
     */
    vatInsured?: boolean | null;
    /**
     * Losses up to this are not insured at all.
     */
    claimThreshold?: Money | null;
    /**
     * The least own share.
     */
    minimumRetention?: Money | null;
    /**
     * What is taken off each loss.
     */
    excess?: Money | null;
    /**
     * Whether it is taken off before or after the insured share is taken.
     */
    excessOrder?: ExcessOrder | null;
    /**
     * What is left of the first losses of the year that are not insured.
     */
    aggregateFirstLoss?: Money | null;
    /**
     * What uses them up.
     */
    aggregateErodedBy?: AggregateErosion | null;
    /**
     * What is left of the most that is paid in the year.
     */
    maximumLiability?: Money | null;
    /**
     * Days from the due date until a protracted default is one.
     */
    waitingPeriodDays?: Days | null;
    /**
     * Which causes are covered.
     */
    perils?: PerilTerms | null;
}

/**
 * The terms that are usual in a sector.
 */
export interface RecommendedTerms {
    /**
     * The shortest. Days.
     */
    min: Figure | null;
    /**
     * The longest. Days.
     */
    max: Figure | null;
}

/**
 * The terms that are usual in a sector.
 */
export interface Terms {
    /**
     * The shortest.
     */
    min: Days;
    /**
     * The longest.
     */
    max: Days;
}

/**
 * The trade of a buyer; the usual terms hang on it.
 */
export type Sector = "manufacturing" | "wholesaleRetail" | "machinery" | "pharma" | "commodities" | "other";

/**
 * The usual terms of cover.
 */
export interface CoverPolicy {
    /**
     * The insured share of a loss.
     */
    insuredPercentage: Ratio;
    /**
     * The highest share that is common.
     */
    marketPercentage: Ratio;
    /**
     * The highest share that is to be had.
     */
    bestPercentage: Ratio;
    /**
     * Days from the due date until a protracted default is one.
     */
    waitingPeriodDays: number;
    /**
     * Which causes of loss are covered.
     */
    perils: Perils;
}

/**
 * The variants of the Z-score.
 */
export type ZModel = "Z'" | "Z''";

/**
 * Three ratios of a fiscal year. One that cannot be computed is null and has a gap.
 */
export interface TrendYear {
    /**
     * Total liabilities / total assets. Ratio.
     */
    debtRatio: Figure | null;
    /**
     * Current assets / current liabilities. Ratio.
     */
    currentRatio: Figure | null;
    /**
     * Operating cash flow / current liabilities. Ratio.
     */
    cashFlowCover: Figure | null;
}

/**
 * Warning signals. One that is left out is not answered.
 */
export interface SignalsInput {
    /**
     * It pays its suppliers later and later (S58).
     */
    payablesStretching?: boolean | null;
    /**
     * Key staff left (S59).
     */
    keyStaffChanges?: boolean | null;
    /**
     * It disputes with suppliers (S59).
     */
    supplierDisputes?: boolean | null;
    /**
     * The persons to talk to change often (S61).
     */
    contactChanges?: boolean | null;
    /**
     * Bad news (S61).
     */
    negativeNews?: boolean | null;
    /**
     * Policy turns against its sector (S60).
     */
    policyTightening?: boolean | null;
    /**
     * Demand for its goods shrinks (S60).
     */
    demandShrinking?: boolean | null;
}

/**
 * What [`CoverValue`] is computed from.
 */
export interface CoverValueInput {
    /**
     * The turnover that is insured, a year.
     */
    insuredTurnover?: Money | null;
    /**
     * The premium as a share of it.
     */
    premiumRate?: Ratio | null;
    /**
     * The premium that is owed in any case.
     */
    minimumPremium?: Money | null;
    /**
     * What else the cover costs, such as credit checks and limit fees.
     */
    otherCosts?: Money | null;
    /**
     * The insured share of a loss.
     */
    insuredPercentage?: Ratio | null;
    /**
     * The bad debt of a year without insurance, as a share of the turnover.
     */
    badDebtRate?: Ratio | null;
    /**
     * The largest receivable.
     */
    largestReceivable?: Money | null;
    /**
     * What remains of sales after all costs.
     */
    netMargin?: Ratio | null;
}

/**
 * What [`Dso`] is computed from. Sales and receivables both with tax or both without.
 */
export interface DsoInput {
    /**
     * Credit sales of the period.
     */
    creditSales: Money;
    /**
     * Receivables at the end of the period.
     */
    closingReceivables: Money;
    /**
     * The days that the credit sales cover, 1 to 1,096.
     */
    periodDays?: Days | null;
    /**
     * Receivables at the start of the period.
     */
    openingReceivables?: Money | null;
    /**
     * The part of the closing receivables that is not yet due; with `overdue` it makes up the whole.
     */
    notYetDue?: Money | null;
    /**
     * The part of the closing receivables that is past its due date.
     */
    overdue?: Money | null;
    /**
     * The part of the closing receivables that is more than 30 days past its due date.
     */
    overdueMoreThan30?: Money | null;
    /**
     * The sales of the last months, newest first, without a gap.
     */
    monthlySales?: MonthSales[] | null;
    /**
     * How many days a month counts in the countback.
     */
    countbackDays?: CountbackDays | null;
    /**
     * DSO a year ago.
     */
    priorDso?: Days | null;
    /**
     * DSO of earlier periods, newest first.
     */
    dsoHistory?: Days[] | null;
    /**
     * Overdue rate of earlier periods, newest first.
     */
    overdueRateHistory?: Ratio[] | null;
    /**
     * The DSO aimed at.
     */
    targetDso?: Days | null;
    /**
     * The DSO to compare with.
     */
    benchmarkDso?: Days | null;
    /**
     * What borrowed money costs a year.
     */
    costOfFunds?: Ratio | null;
    /**
     * Which sales the collection effectiveness compares with.
     */
    ceiBasis?: CeiBasis | null;
    /**
     * The months of the period, for `monthlyAverage`.
     */
    periodMonths?: number | null;
}

/**
 * What [`EarlyPaymentDiscount`] is computed from.
 */
export interface EarlyPaymentDiscountInput {
    /**
     * The discount, a share of the invoice below 1.
     */
    discount: Ratio;
    /**
     * The days within which it is granted.
     */
    discountDays: Days;
    /**
     * The days within which the whole invoice is due.
     */
    netDays: Days;
    /**
     * The days of a year, 360 or 365.
     */
    dayCount?: Days | null;
    /**
     * The day on which the buyer really pays without the discount; `netDays` when left out.
     */
    payDay?: Days | null;
    /**
     * What borrowed money costs a year.
     */
    costOfFunds?: Ratio | null;
}

/**
 * What [`Indemnity`] is computed from.
 */
export interface IndemnityInput {
    /**
     * The invoices of the buyer.
     */
    invoices: ClaimInvoice[];
    /**
     * What happened.
     */
    event: ClaimEvent;
    /**
     * The terms of the insurance.
     */
    cover: Cover;
    /**
     * What the buyer paid before the loss without saying for which invoice.
     */
    receipts?: Money | null;
    /**
     * What security brings in.
     */
    security?: Money | null;
    /**
     * What can be set off against debts to the buyer.
     */
    setOff?: Money | null;
    /**
     * What comes in after the insurer paid.
     */
    recoveries?: Money | null;
    /**
     * What remains of sales after all costs.
     */
    netMargin?: Ratio | null;
    /**
     * What remains of sales after the costs that come with them.
     */
    contributionMargin?: Ratio | null;
}

/**
 * What [`LatePayment`] is computed from.
 */
export interface LatePaymentInput {
    /**
     * The invoices.
     */
    invoices: DueInvoice[];
    /**
     * The day up to which interest is reckoned.
     */
    asOf: IsoDate;
    /**
     * How late interest is reckoned.
     */
    method: Method;
    /**
     * The days of a year: 360 or 365.
     */
    dayCount?: Days | null;
}

/**
 * What [`Limit`] is computed from: exactly one of `grade` and `score`.
 */
export interface LimitInput {
    /**
     * What the buyer buys in a month.
     */
    monthlyPurchases: Money;
    /**
     * The terms asked for.
     */
    termsDays: Days;
    /**
     * Days by which payment may be put off beyond the terms.
     */
    extensionDays?: Days | null;
    /**
     * The buyer's own turnover in a month.
     */
    buyerMonthlyTurnover?: Money | null;
    /**
     * The buyer's tangible net worth.
     */
    tangibleNetWorth?: Money | null;
    /**
     * The buyer's working capital.
     */
    buyerWorkingCapital?: Money | null;
    /**
     * Months of trading with the buyer.
     */
    monthsTrading?: number | null;
    /**
     * Whether it has performed well.
     */
    goodPerformance?: boolean | null;
    /**
     * The grade of the buyer.
     */
    grade?: Grade | null;
    /**
     * The score of the buyer, instead of its grade.
     */
    score?: Points | null;
    /**
     * The probability of default in 12 months; from the score when left out.
     */
    probabilityOfDefault?: Ratio | null;
    /**
     * The share of a claim that is lost when the buyer fails.
     */
    lossGivenDefault?: Ratio | null;
    /**
     * The seller's sales of a year.
     */
    sellerAnnualSales?: Money | null;
    /**
     * The loss the seller can bear.
     */
    lossCapacity?: Money | null;
    /**
     * The limit that the credit insurer gives for the buyer.
     */
    insurerLimit?: Money | null;
    /**
     * The insured share of a loss.
     */
    insuredPercentage?: Ratio | null;
    /**
     * What the buyer owes now.
     */
    openReceivables?: Money | null;
    /**
     * What it has ordered and not yet received.
     */
    undeliveredOrders?: Money | null;
    /**
     * The buyer's trade.
     */
    sector?: Sector | null;
    /**
     * Whether payment is secured, by a guarantee or collateral.
     */
    secured?: boolean | null;
}

/**
 * What [`PaymentPlan`] is computed from.
 */
export interface PaymentPlanInput {
    /**
     * The debt, in whole minor units.
     */
    total: Money;
    /**
     * In how many parts it is paid.
     */
    instalments: number;
    /**
     * When the first of them is due.
     */
    firstDate: IsoDate;
    /**
     * How many months lie between two of them.
     */
    everyMonths?: number | null;
    /**
     * What is paid at once, in whole minor units.
     */
    downPayment?: Money | null;
    /**
     * The interest a year on what is open.
     */
    annualRate?: Ratio | null;
}

/**
 * What [`Provision`] is computed from.
 */
export interface ProvisionInput {
    /**
     * The receivables by age, youngest first.
     */
    buckets: Bucket[];
    /**
     * In place of rates: the amounts that reached each bucket, then the amount written off.
     */
    rolls?: Money[] | null;
    /**
     * By how much the future will be worse than the past.
     */
    overlay?: Ratio | null;
}

/**
 * What [`Score`] is computed from.
 */
export interface ScoreInput {
    /**
     * The day of the score.
     */
    asOf: IsoDate;
    /**
     * The day of the last review.
     */
    lastReview?: IsoDate | null;
    /**
     * Up to three fiscal years, newest first.
     */
    years?: YearInput[] | null;
    /**
     * How it has paid.
     */
    payment?: PaymentInput | null;
    /**
     * What it is.
     */
    profile?: ProfileInput | null;
    /**
     * Warning signals.
     */
    signals?: SignalsInput | null;
    /**
     * Whether it is being sued.
     */
    litigation?: Litigation | null;
    /**
     * What rules it out.
     */
    knockOuts?: KnockOutsInput | null;
    /**
     * What the figures rest on.
     */
    evidence?: EvidenceKind | null;
}

/**
 * What [`WorkingCapital`] is computed from.
 */
export interface WorkingCapitalInput {
    /**
     * Trade receivables.
     */
    receivables: Money;
    /**
     * Inventory.
     */
    inventory: Money;
    /**
     * Trade payables.
     */
    payables: Money;
    /**
     * Sales of the period.
     */
    annualSales: Money;
    /**
     * Other receivables of the operation, such as tax to be refunded.
     */
    otherOperatingAssets?: Money | null;
    /**
     * Other debts of the operation, such as wages and tax.
     */
    otherOperatingLiabilities?: Money | null;
    /**
     * Cost of sales of the period.
     */
    costOfSales?: Money | null;
    /**
     * Purchases of the period.
     */
    purchases?: Money | null;
    /**
     * The days of the period, 1 to 1,096.
     */
    periodDays?: Days | null;
    /**
     * Current assets.
     */
    currentAssets?: Money | null;
    /**
     * Current liabilities.
     */
    currentLiabilities?: Money | null;
    /**
     * Cash.
     */
    cash?: Money | null;
    /**
     * Securities that can be sold at once.
     */
    marketableSecurities?: Money | null;
    /**
     * By how much sales will grow.
     */
    salesGrowth?: Ratio | null;
    /**
     * The quarter's profit.
     */
    quarterlyProfit?: Money | null;
    /**
     * The period's sales to the largest customer.
     */
    largestCustomerSales?: Money | null;
    /**
     * A shock to the cash flow.
     */
    stress?: StressInput | null;
}

/**
 * What a Z-score says.
 */
export type Zone = "safe" | "grey" | "distress";

/**
 * What a buyer is.
 */
export interface ProfileInput {
    /**
     * Years in business.
     */
    yearsInBusiness?: number | null;
    /**
     * Months of trading with us; 0 counts as not answered.
     */
    monthsTrading?: number | null;
    /**
     * Where it stands in its market.
     */
    marketPosition?: MarketPosition | null;
    /**
     * How hard its trade swings with the economy.
     */
    cyclicality?: Cyclicality | null;
    /**
     * How risky payment from its country is.
     */
    countryRisk?: CountryRisk | null;
}

/**
 * What a factor is judged by.
 */
export type FactorValue = Figure | number | string;

/**
 * What a figure means.
 */
export interface Finding {
    /**
     * The id of the finding.
     */
    code: string;
    /**
     * How grave it is.
     */
    severity: Severity;
    /**
     * The path of the figure compared, where there is one.
     */
    metric?: string;
    /**
     * The figure, to 6 places whatever its unit.
     */
    value?: string;
    /**
     * When the alarm fires.
     */
    operator?: Operator;
    /**
     * What the figure is compared with, to 6 places.
     */
    boundary?: string;
    /**
     * The smallest change of one input, the rest as given, that stops the finding for the better.
     */
    clearBy?: ClearBy;
    /**
     * A rule id, or `house`.
     */
    source?: string;
}

/**
 * What a file comes to.
 */
export interface LedgerReport {
    /**
     * The rows below the header, empty lines apart.
     */
    rows: number;
    /**
     * Those that were read.
     */
    accepted: number;
    /**
     * Those that could not be read.
     */
    rejected: number;
    /**
     * Rows after the first with the same buyer, invoice number, due date and amount. They count all the same.
     */
    duplicates: number;
    /**
     * What stands between two fields: `,`, `;` or a tab.
     */
    delimiter: string;
    /**
     * The columns that were found, by name, with their headings.
     */
    columns: Record<string, string>;
    /**
     * Whether the rows are few enough to be asked again by `recompute`.
     */
    resident: boolean;
    /**
     * One report a currency, by code.
     */
    currencies: CurrencyReport[];
}

/**
 * What a number counts; it decides how many places are kept and written.
 */
export type Unit = "money" | "ratio" | "days" | "points" | "count";

/**
 * What a policy says of a cause of loss.
 */
export type PerilCover = "covered" | "excluded" | "endorsed";

/**
 * What another term would gain.
 */
export interface Lever {
    /**
     * Which one it is.
     */
    term: string;
    /**
     * By how much the indemnity would be higher. Money.
     */
    gain: Figure;
}

/**
 * What happened.
 */
export interface ClaimEvent {
    /**
     * Why the buyer does not pay.
     */
    cause: Cause;
    /**
     * When it became known.
     */
    knownOn?: IsoDate | null;
    /**
     * When the insurer had all papers.
     */
    fileCompleteOn?: IsoDate | null;
}

/**
 * What is known of a file before it is read to its end.
 */
export interface LedgerHead {
    /**
     * What stands between two fields.
     */
    delimiter: string;
    /**
     * The line of the header, from 1.
     */
    line: number;
    /**
     * All headings, in order.
     */
    headings: string[];
    /**
     * The columns that were found, by name, with their headings.
     */
    columns: Record<string, string>;
    /**
     * The names of the columns that a ledger cannot do without and that were not found.
     */
    missing: string[];
    /**
     * The first rows below the header, as they stand.
     */
    sample: string[][];
}

/**
 * What is left of one invoice.
 */
export interface EligibleInvoice {
    /**
     * Which one it is.
     */
    id: string;
    /**
     * What the lines that look at each invoice leave of it. Money.
     */
    eligible: Figure;
    /**
     * The ids of the lines that took something.
     */
    reasons: string[];
}

/**
 * What is set aside for one age.
 */
export interface BucketProvision {
    /**
     * How old it is.
     */
    bucket: string;
    /**
     * How much is open. Money.
     */
    balance: Figure;
    /**
     * The share expected to be lost. Ratio.
     */
    rate: Figure;
    /**
     * Balance · rate. Money.
     */
    allowance: Figure;
}

/**
 * What is set aside for one bucket.
 */
export interface BucketAllowance {
    /**
     * How old the receivables are.
     */
    label: string;
    /**
     * How much they are. Money.
     */
    balance: Figure;
    /**
     * The share that will be lost: rate · (1 + overlay), at most all. Ratio.
     */
    rate: Figure | null;
    /**
     * Balance · rate. Money.
     */
    allowance: Figure | null;
}

/**
 * What is wrong with one field.
 */
export type Problem = "required" | "not_a_number" | "not_a_date" | "wrong_type" | "out_of_range" | "too_precise" | "unknown_field" | "unknown_choice" | "inconsistent" | "too_many" | "insufficient_data";

/**
 * What one invoice's lateness costs, and what has happened.
 */
export interface LateInvoice {
    /**
     * Which one it is.
     */
    id: string;
    /**
     * Days after the due date until it was paid, or until the day of the question. Days.
     */
    daysLate: Figure;
    /**
     * The interest, rounded. Money.
     */
    interest: Figure;
    /**
     * The sum that is owed beside it. Money.
     */
    fixedSum: Figure;
    /**
     * The last stage reached, or null.
     */
    stage: Stage | null;
    /**
     * All stages.
     */
    stages: StageDate[];
}

/**
 * What rules a buyer out whatever else is known.
 */
export interface KnockOutsInput {
    /**
     * Insolvency proceedings.
     */
    insolvencyProceedings?: boolean | null;
    /**
     * On the list of dishonest judgment debtors.
     */
    dishonestJudgmentDebtor?: boolean | null;
}

/**
 * What the contract says of causes; the policy says it of those left out.
 */
export interface PerilTerms {
    /**
     * The buyer is insolvent.
     */
    insolvency?: PerilCover | null;
    /**
     * The buyer does not pay for long.
     */
    protractedDefault?: PerilCover | null;
    /**
     * A state keeps the buyer from paying.
     */
    politicalRisk?: PerilCover | null;
    /**
     * Seller and buyer dispute the debt.
     */
    dispute?: PerilCover | null;
    /**
     * The buyer complains of the quality.
     */
    qualityDispute?: PerilCover | null;
    /**
     * The exchange rate moved.
     */
    fxLoss?: PerilCover | null;
    /**
     * The buyer rejects the goods.
     */
    rejection?: PerilCover | null;
    /**
     * The goods were lost on the way.
     */
    transport?: PerilCover | null;
    /**
     * War or nuclear risk.
     */
    warOrNuclear?: PerilCover | null;
}

/**
 * What the figures of a buyer rest on.
 */
export type EvidenceKind = "audited" | "management" | "bankStatements" | "none";

/**
 * What the insurance would pay if what is overdue were never paid.
 */
export interface Insured {
    /**
     * Buyers with overdue invoices.
     */
    buyers: number;
    /**
     * What of them is within conditions and limits. Money.
     */
    insuredLoss: Figure;
    /**
     * The sum of the indemnities, each rounded. Money.
     */
    indemnity: Figure;
    /**
     * Overdue less indemnity. Money.
     */
    ownLoss: Figure;
}

/**
 * What the rows of one currency come to.
 */
export interface CurrencyReport {
    /**
     * ISO 4217 code.
     */
    currency: string;
    /**
     * The day of the question.
     */
    asOf: IsoDate;
    /**
     * Buyers with rows that count on the day.
     */
    buyers: number;
    /**
     * Rows that count on the day, paid invoices and credit notes among them: with `notYetIssued`, all that were accepted.
     */
    invoices: number;
    /**
     * Rows dated after the day; they are in no total.
     */
    notYetIssued: number;
    /**
     * The open invoices. Money.
     */
    open: Figure;
    /**
     * Those not yet due. Money.
     */
    notYetDue: Figure;
    /**
     * Those overdue. Money.
     */
    overdue: Figure;
    /**
     * Those more than 30 days overdue. Money.
     */
    overdueMoreThan30: Figure;
    /**
     * Credit notes and unapplied cash, without their sign. Money.
     */
    credits: Figure;
    /**
     * Open invoices less credits. Money.
     */
    netOpen: Figure;
    /**
     * What of the open invoices is disputed. Money.
     */
    disputed: Figure;
    /**
     * Overdue / open. Ratio.
     */
    overdueShare: Figure | null;
    /**
     * More than 30 days overdue / open. Ratio.
     */
    overdueRate: Figure | null;
    /**
     * The open invoices by age.
     */
    ageing: AgeBucket[];
    /**
     * How late payment is, weighted by amount.
     */
    daysLate: DaysLate;
    /**
     * Invoices less credit notes by month of their date, newest first; empty without invoice dates.
     */
    monthlySales: SalesOfMonth[];
    /**
     * Invoices less credit notes of the 365 days up to the day. Money.
     */
    creditSales: Figure | null;
    /**
     * Open · 365 / credit sales. Days.
     */
    dso: Figure | null;
    /**
     * The days of the newest months whose sales make up what is open. Days.
     */
    countbackDso: Figure | null;
    /**
     * What is open and no month shown explains. Money.
     */
    countbackUnexplained: Figure | null;
    /**
     * Not yet due · 365 / credit sales. Days.
     */
    bestPossibleDso: Figure | null;
    /**
     * DSO less the best possible. Days.
     */
    averageDaysDelinquent: Figure | null;
    /**
     * How much hangs on few buyers.
     */
    concentration: Concentration;
    /**
     * Expected losses by age.
     */
    provision: BucketProvision[];
    /**
     * Their sum. Money.
     */
    allowance: Figure;
    /**
     * The open invoices by the stage of dunning they have reached, `none` first.
     */
    stages: StageTotal[];
    /**
     * How limits are used; null where no buyer has one.
     */
    limits: LimitUse | null;
    /**
     * What the insurance would pay; null without a cover.
     */
    insured: Insured | null;
    /**
     * What the figures mean, worst first.
     */
    findings: Finding[];
    /**
     * The policy that was applied.
     */
    policy: PolicyStamp;
}

/**
 * What the self-check says.
 */
export interface AssessResult {
    /**
     * The figures of collection.
     */
    dso: DsoResult;
    /**
     * The figures of liquidity.
     */
    workingCapital: WorkingCapitalResult;
    /**
     * The five areas.
     */
    areas: Area[];
    /**
     * The worst status that is known.
     */
    overall: AreaStatus;
    /**
     * How many of S13's three alarms ring: overdue rate persistently high, DSO risen by a fifth, current ratio below 1.2.
     */
    triggers: number;
    /**
     * How many of them could be checked.
     */
    checked: number;
    /**
     * What to do, most urgent first.
     */
    actions: Action[];
    /**
     * How many questions were answered.
     */
    answered: number;
    /**
     * The question whose answer would fill the most gaps, or null.
     */
    mostInformative: string | null;
}

/**
 * What the shock does to the cash.
 */
export interface StressResult {
    /**
     * The receivables of the failed customers. Money.
     */
    lostReceivables: Figure | null;
    /**
     * What insurance pays for them, also after the horizon. Money.
     */
    indemnity: Figure | null;
    /**
     * Month by month.
     */
    path: StressMonth[];
    /**
     * The lowest cash at the end of a month. Money.
     */
    lowestCash: Figure | null;
    /**
     * The first month with it.
     */
    lowestMonth: number;
    /**
     * What is missing at the lowest point: minimum cash less lowest cash less undrawn lines, or nothing. Money.
     */
    gap: Figure | null;
    /**
     * The first month in which cash and lines fall short of the minimum, or null.
     */
    firstShortMonth: number | null;
    /**
     * The largest loss that can be borne at once: opening cash and lines less the minimum. Money.
     */
    largestAffordableDefault: Figure | null;
    /**
     * The same as days that everybody may pay later. Days.
     */
    maxDsoRise: Figure | null;
    /**
     * How many of the largest customers may fail without a gap, or null when there is one anyway.
     */
    customersSurvived: number | null;
    /**
     * The gap in quarters of the larger reserve. Ratio.
     */
    quartersOfReserve: Figure | null;
}

/**
 * What the table of buyers is sorted by.
 */
export type BuyerColumn = "name" | "open" | "notYetDue" | "overdue" | "overdueMoreThan30" | "credits" | "worstDaysLate" | "share" | "limit" | "utilisation" | "allowance" | "indemnity" | "stage";

/**
 * What uses up the aggregate first loss.
 */
export type AggregateErosion = "payable" | "loss";

/**
 * What was sold in a month.
 */
export interface SalesOfMonth {
    /**
     * The month.
     */
    month: IsoMonth;
    /**
     * Invoices less credit notes dated in it, up to the day of the question. Money.
     */
    sales: Figure;
}

/**
 * When a rating is due for review.
 */
export interface ReviewPolicy {
    /**
     * Months between reviews.
     */
    months: number;
    /**
     * The same for restricted buyers.
     */
    restrictedMonths: number;
}

/**
 * When an alarm fires: the metric stands so to the boundary.
 */
export type Operator = ">" | ">=" | "<" | "<=";

/**
 * Where a buyer stands in its market.
 */
export type MarketPosition = "leader" | "established" | "follower" | "marginal";

/**
 * Where the buyer stands in its market.
 */
export interface MarketPositionFactor {
    /**
     * Its share in the score, relative to the other weights.
     */
    weight: Points;
    /**
     * The points of each answer.
     */
    points: MarketPositionPoints;
}

/**
 * Whether a buyer is being sued.
 */
export type Litigation = "none" | "minor" | "major";

/**
 * Whether the buyer is being sued.
 */
export interface LitigationFactor {
    /**
     * Its share in the score, relative to the other weights.
     */
    weight: Points;
    /**
     * The points of each answer.
     */
    points: LitigationPoints;
}

/**
 * Whether the excess is taken from the loss or from the insured share of it.
 */
export type ExcessOrder = "afterPercentage" | "beforePercentage";

/**
 * Which causes of loss are covered.
 */
export interface Perils {
    /**
     * The buyer is insolvent.
     */
    insolvency: PerilCover;
    /**
     * The buyer does not pay for long.
     */
    protractedDefault: PerilCover;
    /**
     * A state keeps the buyer from paying.
     */
    politicalRisk: PerilCover;
    /**
     * Seller and buyer dispute the debt.
     */
    dispute: PerilCover;
    /**
     * The buyer complains of the quality.
     */
    qualityDispute: PerilCover;
    /**
     * The exchange rate moved.
     */
    fxLoss: PerilCover;
    /**
     * The buyer rejects the goods.
     */
    rejection: PerilCover;
    /**
     * The goods were lost on the way.
     */
    transport: PerilCover;
    /**
     * War or nuclear risk.
     */
    warOrNuclear: PerilCover;
}

/**
 * Which policy was applied.
 */
export interface PolicyStamp {
    /**
     * The name of the set of values.
     */
    name: string;
    /**
     * The day the values were set.
     */
    asOf: string;
    /**
     * 16 hexadecimal digits, equal exactly when the effective policies are.
     */
    hash: string;
}

/**
 * Which sales the collection effectiveness compares with.
 */
export type CeiBasis = "period" | "monthlyAverage";

/**
 * Who decides on a limit.
 */
export type Approval = "auto" | "finance" | "management";

/**
 * Who gets what comes in after the insurer paid.
 */
export interface Recoveries {
    /**
     * The insurer: in the proportion of the indemnity to the net debt. Money.
     */
    insurer: Figure | null;
    /**
     * The insured: the rest. Money.
     */
    insured: Figure | null;
}

/**
 * Why a figure is null.
 */
export interface Gap {
    /**
     * The path of the figure.
     */
    field: string;
    /**
     * The reason; what is missing outweighs the others.
     */
    reason: Reason;
    /**
     * The inputs still missing, the first named of alternatives; empty for other reasons.
     */
    needs: string[];
}

/**
 * Why the buyer does not pay.
 */
export type Cause = "insolvency" | "protractedDefault" | "politicalRisk" | "dispute" | "qualityDispute" | "fxLoss" | "rejection" | "transport" | "warOrNuclear";

/**
 *The points of a country.
 */
export interface CountryRiskPoints {
    /**
     * Low risk.
     */
    low: Points;
    /**
     * Medium risk.
     */
    medium: Points;
    /**
     * Sensitive.
     */
    sensitive: Points;
    /**
     * High risk.
     */
    high: Points;
}

/**
 *The points of a market position.
 */
export interface MarketPositionPoints {
    /**
     * A leader.
     */
    leader: Points;
    /**
     * An established firm.
     */
    established: Points;
    /**
     * A follower.
     */
    follower: Points;
    /**
     * On the margin.
     */
    marginal: Points;
}

/**
 *The points of a trade's swings.
 */
export interface CyclicalityPoints {
    /**
     * Little.
     */
    low: Points;
    /**
     * Some.
     */
    medium: Points;
    /**
     * Much.
     */
    high: Points;
}

/**
 *The points of litigation.
 */
export interface LitigationPoints {
    /**
     * Nothing known.
     */
    none: Points;
    /**
     * Minor cases.
     */
    minor: Points;
    /**
     * Major cases.
     */
    major: Points;
}


/**
 * A receivables file, pushed in pieces and asked when it is at its end. Every method may throw a `CreditInputError`; the
 * ledger works afterwards, unless it is the file that cannot be used.
 */
export class Ledger {
    free(): void;
    /**
     * The number of buyers whose name has this in it, whatever the case; of all buyers when it is left out.
     */
    buyerCount(currency: string, find?: string | null): number;
    /**
     * The columns of `buyersCsv`, in their order.
     */
    static buyersCsvColumns(): string[];
    /**
     * The whole table of buyers as a CSV file for spreadsheets: UTF-8 with BOM, and nothing in it is a formula. Headings
     * stand in for the names of the columns, in the order of `buyersCsvColumns`.
     */
    buyersCsv(currency: string, headings?: string[] | null): Uint8Array;
    /**
     * Rows of the table of buyers, as of the last report.
     */
    buyers(currency: string, page: BuyerPage): BuyerRow[];
    /**
     * Ends the file. Throws when it cannot be used.
     */
    finish(): LedgerReport;
    /**
     * What is known of the file so far, null until its header is found: delimiter, columns and the first rows.
     */
    head(): LedgerHead | null;
    /**
     * The open invoices of a buyer, by its name in the table of buyers, as of the last report: oldest due first, the
     * first 10,000. Credit notes are not among them.
     */
    invoices(currency: string, buyer: string): OpenInvoice[];
    /**
     * An empty ledger.
     */
    constructor(options: LedgerOptions);
    /**
     * Takes the next bytes of the file: UTF-8, split anywhere, even inside a character or a quoted field.
     */
    push(chunk: Uint8Array | number[]): LedgerProgress;
    /**
     * The report with something changed: exactly that of a new reading with the changed options, without reading.
     * Throws for files of more than 2,000,000 rows.
     */
    recompute(change: LedgerChange): LedgerReport;
    /**
     * The rows that could not be read: the first 10,000 of them.
     */
    rejects(): Reject[];
}

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function assess(input: AssessInput, options?: Options | null): Report<AssessResult>;

/**
 * Everything there is to know about every field of every calculator.
 */
export function catalog(): CalculatorSpec[];

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function coverValue(input: CoverValueInput, options?: Options | null): Report<CoverValueResult>;

/**
 * The default policy: every threshold.
 */
export function defaultPolicy(): Policy;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function dso(input: DsoInput, options?: Options | null): Report<DsoResult>;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function earlyPaymentDiscount(input: EarlyPaymentDiscountInput, options?: Options | null): Report<EarlyPaymentDiscountResult>;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function indemnity(input: IndemnityInput, options?: Options | null): Report<IndemnityResult>;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function latePayment(input: LatePaymentInput, options?: Options | null): Report<LatePaymentResult>;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function limit(input: LimitInput, options?: Options | null): Report<LimitResult>;

/**
 * Reads an amount as people type it: full-width digits, currency signs, thousand separators of the locale, brackets,
 * 万 and 亿. Gives a plain decimal. Throws a `CreditInputError`, with both readings in `allowed` where there are two.
 */
export function parseAmount(text: string, locale?: string | null): string;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function paymentPlan(input: PaymentPlanInput, options?: Options | null): Report<PaymentPlanResult>;

/**
 * The source of each leaf of the policy, by path.
 */
export function policySources(): Record<string, PolicySource>;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function provision(input: ProvisionInput, options?: Options | null): Report<ProvisionResult>;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function score(input: ScoreInput, options?: Options | null): Report<ScoreResult>;

/**
 * The version of this package.
 */
export function version(): string;

/**
 * The report of this calculator on an input. Throws a `CreditInputError` when something is wrong with it.
 */
export function workingCapital(input: WorkingCapitalInput, options?: Options | null): Report<WorkingCapitalResult>;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_ledger_free: (a: number, b: number) => void;
    readonly assess: (a: unknown, b: unknown) => [number, number, number];
    readonly catalog: () => [number, number, number];
    readonly coverValue: (a: unknown, b: unknown) => [number, number, number];
    readonly defaultPolicy: () => [number, number, number];
    readonly dso: (a: unknown, b: unknown) => [number, number, number];
    readonly earlyPaymentDiscount: (a: unknown, b: unknown) => [number, number, number];
    readonly indemnity: (a: unknown, b: unknown) => [number, number, number];
    readonly latePayment: (a: unknown, b: unknown) => [number, number, number];
    readonly ledger_buyerCount: (a: number, b: unknown, c: unknown) => [number, number, number];
    readonly ledger_buyers: (a: number, b: unknown, c: unknown) => [number, number, number];
    readonly ledger_buyersCsv: (a: number, b: unknown, c: unknown) => [number, number, number, number];
    readonly ledger_buyersCsvColumns: () => [number, number, number];
    readonly ledger_finish: (a: number) => [number, number, number];
    readonly ledger_head: (a: number) => [number, number, number];
    readonly ledger_invoices: (a: number, b: unknown, c: unknown) => [number, number, number];
    readonly ledger_new: (a: unknown) => [number, number, number];
    readonly ledger_push: (a: number, b: number, c: number) => [number, number, number];
    readonly ledger_recompute: (a: number, b: unknown) => [number, number, number];
    readonly ledger_rejects: (a: number) => [number, number, number];
    readonly limit: (a: unknown, b: unknown) => [number, number, number];
    readonly parseAmount: (a: unknown, b: unknown) => [number, number, number, number];
    readonly paymentPlan: (a: unknown, b: unknown) => [number, number, number];
    readonly policySources: () => [number, number, number];
    readonly provision: (a: unknown, b: unknown) => [number, number, number];
    readonly score: (a: unknown, b: unknown) => [number, number, number];
    readonly version: () => [number, number];
    readonly workingCapital: (a: unknown, b: unknown) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
