import { compare, difference } from '../decimal';
import type { Report, Step } from '../engine';
import { valueAt } from '../explain';
import type { BuyerRow, CurrencyReport } from './engine';

/**
 * How the figures of a ledger follow from its totals: the formulas of the contract with the numbers of the report, so that
 * they open up like those of any calculator. Totals over rows are named for what they add up.
 */
const formulas: Readonly<Record<string, readonly [Step['unit'], string, string?]>> = {
  open: ['money', 'sumOfOpen'],
  notYetDue: ['money', 'sumOfNotYetDue'],
  overdue: ['money', 'open - notYetDue'],
  overdueMoreThan30: ['money', 'sumOfMoreThan30'],
  credits: ['money', 'sumOfCredits'],
  netOpen: ['money', 'open - credits'],
  disputed: ['money', 'sumOfDisputed'],
  creditSales: ['money', 'sumOfYear'],
  overdueShare: ['ratio', 'overdue / open', 'S11'],
  overdueRate: ['ratio', 'overdueMoreThan30 / open', 'S13'],
  dso: ['days', 'open * 365 / creditSales'],
  countbackDso: ['days', 'daysOfWholeMonths + (open - salesOfWholeMonths) * daysOfLastMonth / salesOfLastMonth'],
  countbackUnexplained: ['money', 'max(0, open - salesOfAllMonths)'],
  bestPossibleDso: ['days', 'notYetDue * 365 / creditSales'],
  averageDaysDelinquent: ['days', 'overdue * 365 / creditSales'],
  'daysLate.open': ['days', 'weightedDaysOpen'],
  'daysLate.paid': ['days', 'weightedDaysPaid'],
  'concentration.largest': ['ratio', 'openOfLargest / open'],
  'concentration.top5': ['ratio', 'openOfTop5 / open'],
  'concentration.top20Percent': ['ratio', 'shareOfTopFifth'],
  'concentration.herfindahl': ['ratio', 'sumOfSquaredShares'],
  'concentration.effectiveBuyers': ['count', '1 / herfindahl'],
  allowance: ['money', 'sumOfAllowances'],
};

const NAME = /[A-Za-z]\w*\b(?!\()/g;

const plus = (a: string, b: string): string => difference(a, b.startsWith('-') ? b.slice(1) : `-${b}`) ?? a;

const daysIn = (month: string): number => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};

/** The months that the countback goes through: those used up whole, and the one that it ends in. */
function countback({ asOf, open, monthlySales }: CurrencyReport): Readonly<Record<string, string>> {
  let [days, sales] = [0, '0'];
  const upTo = (daysOfLastMonth: number, salesOfLastMonth: string) => ({
    daysOfWholeMonths: String(days),
    salesOfWholeMonths: sales,
    daysOfLastMonth: String(daysOfLastMonth),
    salesOfLastMonth,
  });
  for (const [at, { month, sales: next }] of monthlySales.entries()) {
    const daysOfMonth = at === 0 ? Number(asOf.slice(8)) : daysIn(month);
    const rest = difference(open, sales) ?? '0';
    // Nothing is left over for another month.
    if (compare(rest, '0') === 0) break;
    if (compare(next, '0') > 0) {
      if (compare(rest, next) < 0) return upTo(daysOfMonth, next);
      sales = plus(sales, next);
    }
    days += daysOfMonth;
  }
  return upTo(0, '1');
}

/** Months in which more was credited than sold explain nothing. */
const salesOfAllMonths = ({ monthlySales }: CurrencyReport): string =>
  monthlySales.reduce((sum, { sales }) => (compare(sales, '0') > 0 ? plus(sum, sales) : sum), '0');

/** What the formulas name and the report has no figure for. */
function terms(report: CurrencyReport, largest: readonly BuyerRow[]): Readonly<Record<string, string>> {
  const top5 = largest.slice(0, 5).reduce((sum, { open }) => plus(sum, open), '0');
  return {
    ...countback(report),
    salesOfAllMonths: salesOfAllMonths(report),
    openOfLargest: largest[0]?.open ?? '0',
    openOfTop5: top5,
    herfindahl: report.concentration.herfindahl ?? '0',
  };
}

/** The report of a currency as those of the calculators are: with the steps that lead to its figures. */
export function explained(report: CurrencyReport, largest: readonly BuyerRow[]): Report {
  const known = terms(report, largest);
  const steps = Object.entries(formulas).flatMap(([id, [unit, formula, source]]): Step[] => {
    const value = valueAt(report, id);
    if (value === null) return [];
    const inputs: Record<string, string> = {};
    for (const [name] of formula.matchAll(NAME)) inputs[name] = known[name] ?? valueAt(report, name) ?? value;
    return [{ id, formula, inputs, value, unit, ...(source ? { source } : {}) }];
  });
  return { result: report, gaps: [], findings: report.findings, steps, policy: report.policy } as unknown as Report;
}
