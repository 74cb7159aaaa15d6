import type { CalculatorId, FieldSpec } from './engine';

/** How a figure is shown; what it is, the engine says. */
export type Unit =
  'money' | 'percent' | 'ratio' | 'days' | 'times' | 'quarters' | 'months' | 'month' | 'customers' | 'number';

/** Fields and figures whose unit does not follow from their type alone. */
const named: Readonly<Record<string, Unit>> = {
  turnover: 'times',
  currentRatio: 'ratio',
  quickRatio: 'ratio',
  cashRatio: 'ratio',
  periodMonths: 'months',
  'stress.months': 'months',
  'stress.indemnityAfterMonths': 'months',
  'stress.defaults': 'customers',
  'stress.customersSurvived': 'customers',
  'stress.firstShortMonth': 'month',
  'stress.lowestMonth': 'month',
  'stress.quartersOfReserve': 'quarters',
};

const days = new Set([
  'dso',
  'averageDso',
  'countbackDso',
  'countbackAtLeast',
  'bestPossibleDso',
  'averageDaysDelinquent',
  'benchmarkGap',
  'wcrDays',
  'dio',
  'dpo',
  'operatingCycle',
  'cashConversionCycle',
  'stress.maxDsoRise',
]);
const shares = new Set(['collectionEffectiveness', 'overdueShare', 'overdueRate', 'yearOnYear', 'concentration']);

/** Figures of which the sign says up or down. */
export const signed = new Set(['yearOnYear', 'benchmarkGap']);

/** The unit of a result, by its path in its own calculator. */
export function figureUnit(path: string): Unit {
  return named[path] ?? (days.has(path) ? 'days' : shares.has(path) ? 'percent' : 'money');
}

/** The unit of an input. Ratios are typed and shown as percentages, whatever calculator they belong to. */
export function fieldUnit(spec: FieldSpec): Unit {
  const unit = named[spec.path];
  if (unit) return unit;
  switch (spec.type) {
    case 'money':
    case 'days':
      return spec.type;
    case 'ratio':
      return 'percent';
    default:
      return 'number';
  }
}

/** In the self-check the figures of a calculator stand below its name: `dso.overdueRate`. */
export function ownPath(calculator: CalculatorId, path: string): { calculator: CalculatorId; path: string } {
  if (calculator === 'assess') {
    const dot = path.indexOf('.');
    const owner = path.slice(0, dot);
    if (owner === 'dso' || owner === 'workingCapital') return { calculator: owner, path: path.slice(dot + 1) };
  }
  return { calculator, path };
}
