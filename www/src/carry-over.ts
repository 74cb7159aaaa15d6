import type { CalculatorId } from './engine';
import { textAt, withText, type FormValues } from './form-values';

/** Fields of the self-check that mean the same elsewhere, by the name they have there. */
const sameMeaning: Readonly<Record<Exclude<CalculatorId, 'assess'>, Readonly<Record<string, string>>>> = {
  dso: {
    creditSales: 'creditSales',
    receivables: 'closingReceivables',
    periodDays: 'periodDays',
    overdue: 'overdue',
    overdueMoreThan30: 'overdueMoreThan30',
    priorDso: 'priorDso',
    dsoHistory: 'dsoHistory',
    overdueRateHistory: 'overdueRateHistory',
  },
  workingCapital: {
    receivables: 'receivables',
    inventory: 'inventory',
    payables: 'payables',
    creditSales: 'annualSales',
    costOfSales: 'costOfSales',
    periodDays: 'periodDays',
    currentAssets: 'currentAssets',
    currentLiabilities: 'currentLiabilities',
    cash: 'cash',
    quarterlyProfit: 'quarterlyProfit',
    largestCustomerSales: 'largestCustomerSales',
  },
};

/** What the self-check holds for another form and that form does not hold yet: path there → text. */
export function carriedOver(calculator: CalculatorId, check: FormValues, form: FormValues): Map<string, string> {
  const found = new Map<string, string>();
  if (calculator === 'assess') return found;
  for (const [path, text] of Object.entries(check.texts)) {
    const row = path.indexOf('[');
    const name = row < 0 ? path : path.slice(0, row);
    const target = sameMeaning[calculator][name];
    const there = target && target + path.slice(name.length);
    if (there && textAt(form, there) !== text) found.set(there, text);
  }
  return found;
}

export function withCarriedOver(form: FormValues, carried: ReadonlyMap<string, string>): FormValues {
  let result = form;
  for (const [path, text] of carried) result = withText(result, path, text);
  return result;
}
