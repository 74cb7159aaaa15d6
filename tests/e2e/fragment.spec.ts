import { expect, test } from '@playwright/test';
import { formOf } from '../../www/src/form-values';
import { firstState, placeFragment, readFragment } from '../../www/src/fragment';
import { LONGEST, writeFragment } from '../../www/src/fragment-writing';
import { emptyState, type State } from '../../www/src/state';

const languages = ['zh-CN', 'en'];
const usual = 'zh-CN';
const arrive = (fragment: string) => firstState(fragment, languages, usual);
const roundTrip = (state: State) => arrive(writeFragment(state, usual).fragment);

const worked: State = {
  place: 'workingCapital',
  language: 'en',
  theme: 'dark',
  currency: 'JPY',
  policy: { receivables: { overdueRateHigh: '0.2' }, limit: { significantDigits: 3 } },
  holidays: ['2026-01-01', '2026-02-17'],
  workdays: ['2026-02-14'],
  forms: {
    dso: formOf([
      ['creditSales', '1,62 亿; 100% & more = "all"#'],
      ['monthlySales[0].month', '2025-11'],
      ['monthlySales[0].sales', '14100000'],
      ['monthlySales[2].sales', 'a;b,c'],
      ['dsoHistory[0]', '92.1'],
      ['dsoHistory[1]', '88.6'],
    ]),
    workingCapital: formOf([
      ['stress.openingCash', '100'],
      ['stress.customers[0].name', '宁波港口机械有限公司'],
    ]),
  },
};

test('everything that was typed and chosen comes back from the address', () => {
  expect(roundTrip(worked)).toEqual(worked);
  expect(roundTrip(emptyState('en'))).toEqual(emptyState('en'));
});

test('an address can be read', () => {
  const state: State = {
    ...emptyState(usual),
    place: 'dso',
    forms: {
      dso: formOf([
        ['creditSales', '162000000'],
        ['monthlySales[0].month', '2025-11'],
        ['monthlySales[0].sales', '14100000'],
        ['dsoHistory[0]', '92.1'],
      ]),
    },
  };
  expect(writeFragment(state, usual).fragment).toBe(
    '#/dso?dso.creditSales=162000000&dso.monthlySales=month,sales;2025-11,14100000&dso.dsoHistory=;92.1',
  );
  expect(placeFragment({ ...state, language: 'en', theme: 'dark' }, usual)).toBe('#/dso?lang=en&theme=dark');
});

test('a fragment that only names a place brings nothing along', () => {
  expect(readFragment('#/dso?lang=en', languages)).toEqual({ place: 'dso', settings: { language: 'en' }, work: null });
  expect(readFragment('', languages).work).toBeNull();
});

test('nonsense in an address is passed over', () => {
  const fragments = [
    '#/dso?lang=xx&theme=loud&currency=euro&dso.creditSales=%E0%A4%A&=1&&x',
    '#/dso?dso.__proto__=1&__proto__.polluted=1&policy.__proto__.polluted=1&policy.a=~{',
    '#/dso?dso.a=;;;,,&dso.b=x;1;2,3',
    '#???///&&==;;%%',
  ];
  for (const fragment of fragments) expect(() => arrive(fragment)).not.toThrow();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(arrive(fragments[0] ?? '')).toEqual({ ...emptyState(usual), place: 'dso', policy: null, forms: {} });
});

test('what is too long for an address is left out, and said to be', () => {
  const rows = Array.from({ length: 2000 }, (_, row): [string, string] => [`invoices[${row}].amount`, '1234567.89']);
  const state: State = { ...worked, forms: { ...worked.forms, latePayment: formOf(rows) } };
  const { fragment, leftOut } = writeFragment(state, usual);
  expect(leftOut).toEqual(['latePayment']);
  expect(fragment.length).toBeLessThanOrEqual(LONGEST);
  expect(arrive(fragment)).toEqual(worked);
});
