import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { initSync, dso, provision } from '../../pkg/trade_credit.js';
import { Ledger, initSync as initLedger } from '../../pkg/ledger/trade_credit.js';
import type { CalculatorId } from '../../www/src/engine';
import { formOf } from '../../www/src/form-values';
import { LARGEST, carriedReport, withCarried } from '../../www/src/ledger/carry';
import { firstQuestion } from '../../www/src/ledger/settings';
import { csvOf } from '../../www/src/ledger/csv';
import { FirstLetters, ToUtf8, encodingOf, isWorkbook } from '../../www/src/ledger/encoding';
import type { CurrencyReport } from '../../www/src/ledger/engine';
import { limitsOf } from '../../www/src/ledger/limits';
import { eachPiece } from '../../www/src/ledger/pieces';
import { sampleFile } from '../../www/src/ledger/sample';
import { explained } from '../../www/src/ledger/steps';
import { locales } from './locales';

test.skip(({ isMobile }) => isMobile, 'no page is needed');

const wasm = (path: string) => readFileSync(fileURLToPath(new URL(`../../pkg/${path}`, import.meta.url)));
initSync({ module: wasm('trade_credit_bg.wasm') });
initLedger({ module: wasm('ledger/trade_credit_bg.wasm') });

const asOf = '2026-06-30';
const sample = (language: string): File => {
  const words = locales[language]?.ledger.sample;
  if (!words) throw new Error(`no words in ${language}`);
  return sampleFile(words, asOf);
};

async function readSample(language: string) {
  const ledger = new Ledger({ asOf });
  ledger.push(new Uint8Array(await sample(language).arrayBuffer()));
  const report = ledger.finish();
  const [home] = report.currencies;
  if (!home) throw new Error('the sample has no currency');
  return { ledger, report, home };
}

for (const language of Object.keys(locales)) {
  test(`the sample in ${language} is the same each time, and read without a fault`, async () => {
    const [one, other] = [await sample(language).text(), await sample(language).text()];
    expect(one).toBe(other);
    const { report } = await readSample(language);
    expect(report).toMatchObject({ rows: 5000, rejected: 0, duplicates: 0 });
    expect(report.currencies.map(({ currency }) => currency)).toEqual(['CNY', 'USD']);
    expect(Object.keys(report.columns)).toHaveLength(locales[language]?.ledger.sample.headings.length ?? 0);
    for (const { credits, disputed, limits } of report.currencies.slice(0, 1)) {
      expect(Number(credits)).toBeGreaterThan(0);
      expect(Number(disputed)).toBeGreaterThan(0);
      expect(limits?.withLimit).toBeGreaterThan(100);
    }
  });
}

test('the samples of all languages differ in their words only', async () => {
  const figures = async (language: string) => {
    const { open, dso, allowance, ageing } = (await readSample(language)).home;
    return { open, dso, allowance, ageing };
  };
  const [first, ...others] = await Promise.all(Object.keys(locales).map(figures));
  for (const other of others) expect(other).toEqual(first);
});

/** A formula put in numbers, as floats: near enough to find a wrong one. */
const evaluated = (formula: string, inputs: Readonly<Record<string, string>>): number =>
  Number(
    new Function(
      'max',
      `return ${formula.replace(/[A-Za-z]\w+/g, (name) => (inputs[name] ? `(${inputs[name]})` : name))}`,
    )(Math.max),
  );

test('every step that is shown leads to the figure it stands at', async () => {
  const { ledger, home } = await readSample('en');
  const largest = ledger.buyers(home.currency, { from: 0, count: 12 });
  const { steps } = explained(home, largest);
  expect(steps.length).toBeGreaterThan(18);
  for (const { id, formula, inputs, value } of steps) {
    const again = evaluated(formula, inputs);
    expect(Math.abs(again - Number(value)), `${id}: ${formula} = ${again}`).toBeLessThanOrEqual(
      Math.max(0.0051, Math.abs(Number(value)) * 1e-4),
    );
  }
  expect(steps.find(({ id }) => id === 'countbackDso')?.formula).toContain('salesOfLastMonth');
});

test('what is carried into a calculator gives the figures of the ledger there', async () => {
  const { ledger, home } = await readSample('en');
  const largest = ledger.buyers(home.currency, { sort: 'open', descending: true, from: 0, count: LARGEST });
  const question = { ...firstQuestion(asOf), isInsured: true, cover: formOf([['cover.insuredPercentage', '85']]) };
  const into = (calculator: CalculatorId) =>
    Object.fromEntries(carriedReport(calculator, home, largest, question, (bucket) => bucket));
  const plain = (text: string | undefined) => text?.replace(/\.?0+$/, '');

  const texts = into('dso');
  const months = home.monthlySales.map((_, row) => ({
    month: texts[`monthlySales[${row}].month`] ?? '',
    sales: texts[`monthlySales[${row}].sales`] ?? '',
  }));
  const { result } = dso({
    creditSales: texts['creditSales'] ?? '',
    closingReceivables: texts['closingReceivables'] ?? '',
    overdue: texts['overdue'] ?? '',
    overdueMoreThan30: texts['overdueMoreThan30'] ?? '',
    periodDays: texts['periodDays'] ?? '',
    monthlySales: months,
  });
  for (const name of ['dso', 'overdueShare', 'overdueRate', 'bestPossibleDso', 'averageDaysDelinquent'] as const)
    expect(result[name], name).toBe(home[name]);

  const buckets = into('provision');
  const again = provision({
    buckets: home.provision.map((_, row) => ({
      label: buckets[`buckets[${row}].label`] ?? '',
      balance: buckets[`buckets[${row}].balance`] ?? '',
    })),
  });
  expect(again.result.allowance).toBe(home.allowance);
  expect(into('assess')).toMatchObject({ asOf, largestReceivable: plain(largest[0]?.open) });

  // What a customer buys in a month the ledger does not know: that is left to whoever asks.
  const stressed = into('workingCapital');
  expect(largest).toHaveLength(LARGEST);
  largest.forEach(({ name, open }, row) => {
    expect(stressed[`stress.customers[${row}].name`]).toBe(name);
    expect(stressed[`stress.customers[${row}].receivable`]).toBe(plain(open));
    expect(stressed[`stress.customers[${row}].insuredPercentage`]).toBe('85');
    expect(stressed).not.toHaveProperty(`stress.customers[${row}].monthlySales`);
  });
  expect(into('coverValue')).toMatchObject({ largestReceivable: plain(largest[0]?.open), insuredPercentage: '85' });
});

test('carrying replaces lists and leaves what else was typed', () => {
  const form = formOf([
    ['costOfFunds', '5'],
    ['creditSales', '1'],
    ['monthlySales[0].month', '2020-01'],
    ['monthlySales[7].sales', '3'],
  ]);
  const { texts } = withCarried(form, [
    ['creditSales', '2'],
    ['monthlySales[0].sales', '4'],
  ]);
  expect(texts).toEqual({ costOfFunds: '5', creditSales: '2', 'monthlySales[0].sales': '4' });
});

test('a report without sales carries none', () => {
  const report = {
    asOf,
    open: '10.00',
    overdue: '0.00',
    overdueMoreThan30: '0.00',
    creditSales: null,
    monthlySales: [],
  };
  const carried = carriedReport('dso', report as unknown as CurrencyReport, [], firstQuestion(asOf), String);
  expect(carried).toEqual([
    ['closingReceivables', '10'],
    ['overdue', '0'],
    ['overdueMoreThan30', '0'],
  ]);
});

test('limits are taken as they are pasted', () => {
  const plain = (text: string) => (/^-?[\d,]+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : null);
  expect(limitsOf('Acme, Inc.\t1,000,000.50\n 甲公司，20000\n\nB; 7\nno limit\nC,-5', plain)).toEqual({
    limits: { 'Acme, Inc.': '1000000.50', 甲公司: '20000', B: '7' },
    unread: [5, 6],
  });
});

test('encodings are told by the beginning of a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(encodingOf(bytes('客户'), true)).toBe('utf-8');
  // A character that the next piece ends is none that is broken.
  expect(encodingOf(bytes('客户').subarray(0, 4), false)).toBe('utf-8');
  expect(encodingOf(bytes('客户').subarray(0, 4), true)).toBe('gb18030');
  expect(encodingOf(new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7]), true)).toBe('gb18030');
  expect(encodingOf(new Uint8Array([0xff, 0xfe, 0x61, 0]), true)).toBe('utf-16le');
  expect(encodingOf(new Uint8Array([0, 0x61, 0, 0x62]), true)).toBe('utf-16be');
  expect(encodingOf(new Uint8Array(), true)).toBe('utf-8');
  expect(isWorkbook(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe(true);
  expect(isWorkbook(bytes('PK,'))).toBe(false);
});

test('a text cut anywhere comes out whole', async () => {
  const text = '客户,金额\r\n甲公司🙂,1.00\r\n';
  const marked = `\ufeff${text}`;
  const utf16 = new Uint8Array(Uint16Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at)).buffer);
  for (const size of [1, 2, 3, 7, 1000]) {
    const decoder = new ToUtf8('utf-16le');
    const all: number[] = [];
    await eachPiece(new Blob([utf16]), size, (piece) => {
      all.push(...decoder.take(piece));
      return true;
    });
    all.push(...decoder.take());
    expect(new TextDecoder().decode(new Uint8Array(all)), `${size}`).toBe(text);
  }
});

test('no cell of a file for spreadsheets is a formula', async () => {
  const text = await csvOf([['=1+1', 'a,b', 'a"b', '-5', 'plain']]).text();
  expect(text).toBe(`"'=1+1","a,b","a""b","'-5",plain\r\n`);
  expect([...new Uint8Array(await csvOf([]).arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});

test('a file that begins in plain letters shows later what it is written in', () => {
  const plain = new TextEncoder().encode('customer,amount\n'.repeat(3));
  const chinese = new TextEncoder().encode(',甲公司\n');
  const gbk = new Uint8Array([0x2c, 0xbf, 0xcd, 0xbb, 0xa7, 0xb9, 0xab]);
  const letters = new FirstLetters();
  expect([plain, plain.subarray(1), chinese].map((piece) => letters.hold(piece))).toEqual([true, true, true]);
  // From then on it is settled: one broken letter does not turn the file into another.
  expect(letters.hold(gbk)).toBe(true);
  const others = new FirstLetters();
  expect([plain, gbk].map((piece) => others.hold(piece))).toEqual([true, false]);
});
