import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { initSync, parseAmount } from '../../pkg/trade_credit.js';
import type { Engine, FieldSpec, Issue } from '../../www/src/engine';
import { reader, type Reading } from '../../www/src/reading';

initSync({ module: readFileSync(fileURLToPath(new URL('../../pkg/trade_credit_bg.wasm', import.meta.url))) });

const engine = {
  parseAmount: (text: string, language: string) => {
    try {
      return { kind: 'amount', amount: parseAmount(text, language) };
    } catch (error) {
      return { kind: 'issues', issues: (error as { issues: Issue[] }).issues };
    }
  },
} as unknown as Engine;

const read = (type: FieldSpec['type'], text: string, path = 'x', language = 'zh-CN'): Reading =>
  reader(engine, language)({ path, type, required: false, example: null }, text);
const valueOf = (reading: Reading): string | readonly string[] =>
  reading.kind === 'two' ? reading.meanings.map(({ value }) => value) : reading.value;

test('amounts are read as people write them', () => {
  for (const [text, value] of [
    ['162000000', '162000000'],
    ['1.2亿', '120000000'],
    ['１，２３４．５', '1234.5'],
    ['￥3,500万', '35000000'],
    ['2.5m', '2500000'],
    ['(1,234.50)', '-1234.5'],
    [' 42 ', '42'],
  ])
    expect(valueOf(read('money', text ?? '')), text).toBe(value);
  expect(read('money', '162000000').kind).toBe('plain');
  expect(read('money', '1.2亿').kind).toBe('read');
});

test('what may mean two things is never guessed', () => {
  const reading = read('money', '1,23');
  expect(reading.kind).toBe('two');
  expect(valueOf(reading)).toEqual(['123', '1.23']);
  expect(valueOf(read('ratio', '1,23'))).toEqual(['1.23', '0.0123']);
  expect(valueOf(read('date', '3/4/2025'))).toEqual(['2025-04-03', '2025-03-04']);
});

test('a comma that parts no thousands stands before decimals', () => {
  for (const [text, value] of [
    ['8900,00', '8900'],
    ['1 234,56', '1234.56'],
    ['€ 12\u00a0345,6', '12345.6'],
    ['-0,5', '-0.5'],
  ])
    for (const language of ['en', 'zh-CN']) expect(valueOf(read('money', text ?? '', 'x', language)), text).toBe(value);
  for (const text of ['12,5', '123,45', '8900,000']) expect(read('money', text).kind, text).toBe('two');
  expect(valueOf(read('money', '1,234'))).toBe('1234');
});

test('shares are typed as percentages, with or without their sign', () => {
  for (const [text, value] of [
    ['15', '0.15'],
    ['15%', '0.15'],
    ['１５．５％', '0.155'],
    ['2.8‰', '0.0028'],
    ['万分之五', '0.0005'],
    ['千分之3', '0.003'],
    ['-1', '-0.01'],
  ])
    expect(valueOf(read('ratio', text ?? '')), text).toBe(value);
  // A multiple is no percentage, but may be said as one.
  expect(valueOf(read('ratio', '1.5倍', 'method.multiple'))).toBe('1.5');
  expect(valueOf(read('ratio', '150%', 'method.multiple'))).toBe('1.50');
});

test('days and counts may repeat their unit', () => {
  expect(valueOf(read('days', '９０天'))).toBe('90');
  expect(valueOf(read('days', '90 days'))).toBe('90');
  expect(valueOf(read('count', '26个月', 'profile.monthsTrading'))).toBe('26');
  expect(read('days', '3k').kind).toBe('unread');
});

test('days of the calendar are read in every usual form', () => {
  for (const text of [
    '2025-03-01',
    '2025/3/1',
    '2025年3月1日',
    '20250301',
    '２０２５．３．１',
    '1 March 2025',
    'Mar 1, 2025',
    '2025/3/1 0:00',
  ])
    expect(valueOf(read('date', text)), text).toBe('2025-03-01');
  expect(valueOf(read('date', '31/3/2025'))).toBe('2025-03-31');
  expect(valueOf(read('date', '3/31/2025'))).toBe('2025-03-31');
  expect(read('date', 'soon').kind).toBe('unread');
  for (const text of ['2025-11', '2025/11', '2025年11月', '202511', 'Nov 2025', '2025-11-30'])
    expect(valueOf(read('month', text)), text).toBe('2025-11');
});
