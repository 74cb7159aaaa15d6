import type { CalculatorId } from '../engine';
import { compare, difference, withoutIdleZeros } from '../decimal';
import { isEmpty, formOf, textAt, type FormValues } from '../form-values';
import type { BuyerRow, CurrencyReport, OpenInvoice } from './engine';
import type { Question } from './settings';

/** From the ledger into the forms of the calculators: what each asks for and the ledger knows. */
export type Carried = readonly (readonly [string, string])[];

const money = (text: string): string => withoutIdleZeros(text);
const known = (entries: readonly (readonly [string, string | null])[]): Carried =>
  entries.filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== '');

/** What is no longer open of an invoice. */
function paid({ amount, open }: OpenInvoice): string | null {
  return compare(amount, open) > 0 ? difference(amount, open) : null;
}

/** How many customers the stress test is given: beyond them one more hardly changes it. */
export const LARGEST = 5;

/** What a currency of the ledger says to a calculator; `largest` are the buyers that owe most, the first of them first. */
export function carriedReport(
  calculator: CalculatorId,
  report: CurrencyReport,
  largest: readonly BuyerRow[],
  { isInsured, cover }: Question,
  bucketName: (bucket: string) => string,
): Carried {
  const percentage = isInsured ? textAt(cover, 'cover.insuredPercentage') : '';
  const owedMost = largest[0] ? money(largest[0].open) : null;
  const year = report.creditSales === null ? null : '365';
  const sales = report.creditSales === null || report.creditSales.startsWith('-') ? null : money(report.creditSales);
  switch (calculator) {
    case 'assess':
      return known([
        ['asOf', report.asOf],
        ['creditSales', sales],
        ['receivables', money(report.open)],
        ['overdue', money(report.overdue)],
        ['overdueMoreThan30', money(report.overdueMoreThan30)],
        ['largestReceivable', owedMost],
        ['periodDays', year],
      ]);
    case 'dso':
      return known([
        ['creditSales', sales],
        ['closingReceivables', money(report.open)],
        ['periodDays', year],
        ['overdue', money(report.overdue)],
        ['overdueMoreThan30', money(report.overdueMoreThan30)],
        ...report.monthlySales.flatMap(({ month, sales: amount }, row): [string, string][] => [
          [`monthlySales[${row}].month`, month],
          [`monthlySales[${row}].sales`, money(amount)],
        ]),
      ]);
    case 'workingCapital':
      return known([
        ['receivables', money(report.open)],
        ['annualSales', sales],
        ['periodDays', year],
        ...largest.flatMap(({ name, open, limit }, row): [string, string | null][] => [
          [`stress.customers[${row}].name`, name],
          [`stress.customers[${row}].receivable`, money(open)],
          [`stress.customers[${row}].insuredLimit`, isInsured ? limit && money(limit) : null],
          [`stress.customers[${row}].insuredPercentage`, percentage],
        ]),
      ]);
    case 'coverValue':
      return known([
        ['insuredTurnover', sales],
        ['largestReceivable', owedMost],
        ['insuredPercentage', percentage],
      ]);
    case 'provision':
      return report.provision.flatMap(({ bucket, balance }, row): [string, string][] => [
        [`buckets[${row}].label`, bucketName(bucket)],
        [`buckets[${row}].balance`, money(balance)],
      ]);
    default:
      return [];
  }
}

/** What is known of one buyer; its open invoices where the calculator asks for them. */
export function carriedBuyer(
  calculator: CalculatorId,
  { asOf, creditSales }: CurrencyReport,
  buyer: BuyerRow,
  invoices: readonly OpenInvoice[],
  { isInsured, cover }: Question,
): Carried {
  // The engine keeps no numbers of invoices.
  const id = (row: number) => `${buyer.name} ${row + 1}`;
  switch (calculator) {
    case 'limit':
      return known([
        ['openReceivables', money(buyer.open)],
        ['sellerAnnualSales', creditSales && !creditSales.startsWith('-') ? money(creditSales) : null],
        ...(isInsured
          ? ([
              ['insurerLimit', buyer.limit && money(buyer.limit)],
              ['insuredPercentage', textAt(cover, 'cover.insuredPercentage')],
            ] as const)
          : []),
      ]);
    case 'latePayment':
      return [
        ['asOf', asOf],
        ...invoices.flatMap((invoice, row): [string, string][] => [
          [`invoices[${row}].id`, id(row)],
          [`invoices[${row}].amount`, money(invoice.open)],
          [`invoices[${row}].dueDate`, invoice.dueDate],
        ]),
      ];
    case 'indemnity':
      return known([
        ...invoices.flatMap((invoice, row): [string, string | null][] => [
          [`invoices[${row}].id`, id(row)],
          [`invoices[${row}].invoiceDate`, invoice.invoiceDate],
          [`invoices[${row}].dueDate`, invoice.dueDate],
          [`invoices[${row}].amount`, money(invoice.amount)],
          [`invoices[${row}].paid`, paid(invoice)],
          [`invoices[${row}].disputed`, /[1-9]/.test(invoice.disputed) ? money(invoice.disputed) : null],
        ]),
        ['event.cause', 'protractedDefault'],
        ...(isInsured ? Object.entries(cover.texts) : []),
        ['cover.buyerLimit', buyer.limit && money(buyer.limit)],
      ]);
    default:
      return [];
  }
}

/** A form with what is carried into it: lists are replaced whole, everything else that was typed stays. */
export function withCarried(form: FormValues, carried: Carried): FormValues {
  const lists = new Set(carried.flatMap(([path]) => (path.includes('[') ? [path.slice(0, path.indexOf('['))] : [])));
  const kept = isEmpty(form)
    ? []
    : Object.entries(form.texts).filter(([path]) => !lists.has(path.replace(/\[.*/s, '')));
  return formOf([...kept, ...carried]);
}
