import type { FieldSpec, Step } from './engine';

/** How a figure is shown; what it is, the engine says. */
export type Unit =
  | 'money'
  | 'percent'
  | 'ratio'
  | 'days'
  | 'points'
  | 'times'
  | 'multiple'
  | 'quarters'
  | 'months'
  | 'month'
  | 'years'
  | 'customers'
  | 'number';

/** Ratios that are no percentages, and counts of something: fields and figures alike, in whatever calculator. */
const named: Readonly<Record<string, Unit>> = {
  turnover: 'times',
  currentRatio: 'ratio',
  quickRatio: 'ratio',
  cashRatio: 'ratio',
  'zScore.value': 'ratio',
  'zScore.components.workingCapital': 'ratio',
  'zScore.components.retainedEarnings': 'ratio',
  'zScore.components.ebit': 'ratio',
  'zScore.components.equity': 'ratio',
  'zScore.components.sales': 'ratio',
  'factors.debtRatio': 'percent',
  'factors.currentRatio': 'ratio',
  'factors.cashFlowCover': 'percent',
  'factors.interestCover': 'multiple',
  'factors.revenueTrend': 'percent',
  'factors.averageDaysLate': 'days',
  'factors.overdueShare': 'percent',
  'factors.dishonouredBills': 'number',
  'factors.yearsInBusiness': 'years',
  'factors.monthsTrading': 'months',
  'factors.warningSignals': 'number',
  'method.multiple': 'multiple',
  periodMonths: 'months',
  everyMonths: 'months',
  monthsTrading: 'months',
  'profile.monthsTrading': 'months',
  'profile.yearsInBusiness': 'years',
  'stress.months': 'months',
  'stress.indemnityAfterMonths': 'months',
  'stress.defaults': 'customers',
  'stress.customersSurvived': 'customers',
  'stress.firstShortMonth': 'month',
  'stress.lowestMonth': 'month',
  'stress.quartersOfReserve': 'quarters',
  'concentration.effectiveBuyers': 'customers',
};

/** Figures of which the sign says up or down. */
export const signed = new Set(['yearOnYear', 'benchmarkGap']);

const shown = { money: 'money', ratio: 'percent', days: 'days', points: 'points', count: 'number' } as const;

/** The unit of a result by its path in its own calculator, and by what the step that gave it counts. */
export const figureUnit = (path: string, counted: Step['unit'] | undefined): Unit =>
  named[path] ?? (counted ? shown[counted] : 'number');

/** A field that the page asks for by itself says what it counts. */
export interface OwnField extends FieldSpec {
  readonly unit?: Unit | undefined;
}

/** The unit of an input. Ratios are typed and shown as percentages, whatever calculator they belong to. */
export function fieldUnit(spec: OwnField): Unit {
  const unit = spec.unit ?? named[spec.path];
  if (unit) return unit;
  switch (spec.type) {
    case 'money':
    case 'days':
    case 'points':
      return spec.type;
    case 'ratio':
      return 'percent';
    default:
      return 'number';
  }
}

/** In the self-check the figures of a calculator stand below its name: `dso.overdueRate`. */
export function ownPath(calculator: string, path: string): { calculator: string; path: string } {
  const dot = path.indexOf('.');
  const owner = path.slice(0, dot);
  return calculator === 'assess' && dot > 0 ? { calculator: owner, path: path.slice(dot + 1) } : { calculator, path };
}
