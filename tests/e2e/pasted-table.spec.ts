import { expect, test } from '@playwright/test';
import type { FieldSpec } from '../../www/src/engine';
import { filling, readTable } from '../../www/src/pasted-table';
import type { Reader } from '../../www/src/reading';

const column = (name: string, type: FieldSpec['type']): FieldSpec => ({
  path: `invoices.${name}`,
  type,
  required: true,
  example: null,
});
const columns = [column('id', 'text'), column('amount', 'money'), column('dueDate', 'date'), column('paidOn', 'date')];
const labels: Readonly<Record<string, readonly string[]>> = {
  id: ['发票号', 'Invoice'],
  amount: ['金额（含税）', 'Amount, gross'],
  dueDate: ['到期日', 'Due date'],
  paidOn: ['付款日', 'Paid on'],
};
const names = ({ path }: FieldSpec) => {
  const id = path.slice('invoices.'.length);
  return [id, ...(labels[id] ?? [])];
};
const read: Reader = (spec, text) =>
  spec.type === 'date' && /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)
    ? { kind: 'two', meanings: [] }
    : { kind: 'plain', value: text };
const pasted = (text: string, first = 0, row = 0) => {
  const table = readTable(text, columns, first, names, read);
  return { table, ...filling(table, 'invoices', row, read) };
};

test('columns are found by their headings, in any order and either language', () => {
  const { cells, rows, leftOut } = pasted('到期日期\t客户\t发票号码\t发票金额\n2025/9/26\t甲\tA-1\t1.2万\n');
  expect(rows).toBe(1);
  expect(Object.fromEntries(cells)).toEqual({
    'invoices[0].dueDate': '2025/9/26',
    'invoices[0].id': 'A-1',
    'invoices[0].amount': '1.2万',
  });
  expect(leftOut).toEqual(['客户']);
  expect([...pasted('Paid on,Invoice no,Gross amount,Due\n,B-2,"1,234.50",2025-10-01').cells]).toEqual([
    ['invoices[0].paidOn', ''],
    ['invoices[0].id', 'B-2'],
    ['invoices[0].amount', '1,234.50'],
    ['invoices[0].dueDate', '2025-10-01'],
  ]);
  expect(pasted('amount\tid\n5\tC-3').cells.get('invoices[0].id')).toBe('C-3');
});

test('without headings the columns come in their order, from the cell that was pasted into', () => {
  expect([...pasted('A-1\t100\t2025-09-26\nA-2\t200\t2025-09-27', 0, 3).cells.keys()]).toEqual([
    'invoices[3].id',
    'invoices[3].amount',
    'invoices[3].dueDate',
    'invoices[4].id',
    'invoices[4].amount',
    'invoices[4].dueDate',
  ]);
  const { cells, beyond } = pasted('100\t2025-09-26\tx\ty\n', 1);
  expect(cells.get('invoices[0].amount')).toBe('100');
  expect(beyond).toBe(1);
});

test('headings that nobody knows are headings all the same', () => {
  const { table, rows } = pasted('Beleg\tBetrag\tFällig\nA-1\t100\t2025-09-26');
  expect(table.header).toEqual(['Beleg', 'Betrag', 'Fällig']);
  expect(rows).toBe(1);
});

test('one amount that can only be read one way settles its column', () => {
  const amounts = (...texts: string[]) =>
    [...pasted(`amount\tid\n${texts.map((text) => `${text}\tx`).join('\n')}`).cells]
      .filter(([path]) => path.endsWith('.amount'))
      .map(([, text]) => text);
  expect(amounts('12.345,67', '1.234', '2.500', '€ 12,5', '7')).toEqual(['12345.67', '1234', '2500', '€ 12.5', '7']);
  expect(amounts('8900,00', '1 234,56', '0,5')).toEqual(['8900.00', '1234.56', '0.5']);
  // Nothing settles it, or two speak against each other: as it was typed.
  for (const texts of [
    ['1.234', '2.500'],
    ['1,23', '1,234'],
    ['1.234,50', '1,234.50', '1.234'],
    ['1.234,50', '0.125'],
  ])
    expect(amounts(...texts)).toEqual(texts);
});

test('a date that its column would make impossible stays as it was typed', () => {
  const { cells, twofold } = pasted('id\tdue date\nA\t2026-08-15\nB\t31.08.2026\nC\t09/30/2026\nD\t03/04/2026');
  expect([...cells.values()].filter((text) => /\d/.test(text))).toEqual([
    '2026-08-15',
    '31.08.2026',
    '09/30/2026',
    '03/04/2026',
  ]);
  expect(twofold.map(({ path }) => path)).toEqual(['invoices.dueDate']);
});

test('one date that can only be read one way settles its column', () => {
  const settled = pasted('A-1\t1\t03/04/2025\nA-2\t2\t31/03/2025');
  expect(settled.cells.get('invoices[0].dueDate')).toBe('2025-04-03');
  expect(settled.cells.get('invoices[1].dueDate')).toBe('2025-03-31');
  expect(settled.twofold).toEqual([]);
  const open = pasted('A-1\t1\t03/04/2025\nA-2\t2\t05/06/2025');
  expect(open.cells.get('invoices[0].dueDate')).toBe('03/04/2025');
  expect(open.twofold.map(({ path }) => path)).toEqual(['invoices.dueDate']);
});
