import { expect, test } from '@playwright/test';
import { difference, percentOfShare, product, rounded, shareOfPercent } from '../../www/src/decimal';

test('a percentage becomes a share by moving the point', () => {
  const cases = [
    ['15', '0.15'],
    ['15.5', '0.155'],
    ['4.35', '0.0435'],
    ['0', '0.00'],
    ['-3', '-0.03'],
    ['100', '1.00'],
    ['0.000001', '0.00000001'],
    ['1234567890123456789.1', '12345678901234567.891'],
  ] as const;
  for (const [percent, share] of cases) expect(shareOfPercent(percent)).toBe(share);
});

test('text that is no plain decimal is left for the engine to judge', () => {
  for (const text of ['', '15%', '1e5', '1,5', '.5', '5.', '+5', '--1', ' 1']) expect(shareOfPercent(text)).toBe(text);
});

test('a share becomes a percentage, and back', () => {
  for (const [share, percent] of [
    ['0.155', '15.5'],
    ['0.9', '90'],
    ['0', '0'],
    ['1', '100'],
    ['-0.05', '-5'],
    ['0.00000001', '0.000001'],
  ] as const) {
    expect(percentOfShare(share)).toBe(percent);
    expect(Number(shareOfPercent(percent))).toBe(Number(share));
  }
});

test('differences and products are exact', () => {
  expect(difference('0.155017', '0.15')).toBe('0.005017');
  expect(difference('10000000000000.0001', '0.0002')).toBe('9999999999999.9999');
  expect(difference('1', '2.5')).toBe('-1.5');
  expect(difference('1', 'x')).toBeNull();
  expect(product('79.4', '1.20')).toBe('95.28');
  expect(product('-2', '0.5')).toBe('-1');
  expect(product('0', '-1')).toBe('0');
});

test('a figure is rounded half away from zero, as it is shown', () => {
  expect(rounded('0.168759', 4)).toBe('0.1688');
  expect(rounded('-0.00005', 4)).toBe('-0.0001');
  expect(rounded('1.234', 8)).toBe('1.234');
  expect(rounded('x', 2)).toBe('x');
});
