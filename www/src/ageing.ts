import { difference } from './decimal';
import type { Input } from './engine';

/** Names of buckets by days overdue, as every language writes them. */
const BUCKETS = ['0', '1–30', '> 30'];

/** One field as the cell of another list, or as another fact. */
export const only =
  (name: string, cell = '') =>
  ({ [name]: value }: Input): ReadonlyMap<string, string> =>
    new Map(typeof value === 'string' ? [[cell, value]] : []);

/**
 * The receivables in three buckets, as far as a form knows their age: the rows of an ageing list, cell by cell. `whole`
 * is what the form calls the receivables.
 */
export const ageingBy =
  (whole: string) =>
  (input: Input): ReadonlyMap<string, string> => {
    const [all, overdue, long] = [whole, 'overdue', 'overdueMoreThan30'].map((name) => input[name]);
    const cells = new Map<string, string>();
    if (typeof all !== 'string' || typeof overdue !== 'string' || typeof long !== 'string') return cells;
    const balances = [difference(all, overdue), difference(overdue, long), long];
    if (balances.some((balance) => balance === null || balance.startsWith('-'))) return cells;
    BUCKETS.forEach((label, row) => {
      cells.set(`[${row}].label`, label);
      cells.set(`[${row}].balance`, balances[row] ?? '0');
    });
    return cells;
  };
