// What holds for every call, through the module that ships.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { engine } from './engine.mjs';
import { assertRefusal, assertReport } from './report.mjs';
import { hold, outcome, row, rows } from './vectors.mjs';

const refuses = (call, input, options) => {
  const { error, report } = outcome(engine[call], input, options);
  assert.ok(error, `it computed: ${JSON.stringify(report?.result)}`);
  assertRefusal(error);
  return error.issues.map(({ field, code }) => `${field}: ${code}`).sort();
};
const sales = { creditSales: '36500', closingReceivables: '100' };

test('the version is that of package.json', () => {
  const published = JSON.parse(readFileSync(new URL('../../pkg/package.json', import.meta.url), 'utf8'));
  assert.equal(published.name, 'trade-credit');
  assert.equal(engine.version(), published.version);
});

describe('every vector', () => {
  for (const { id, call, input, options } of rows) {
    test(`${id} answers in the shape of the contract`, () => {
      const before = JSON.stringify([input, options]);
      const first = outcome(engine[call], input, options);
      if (first.error) assertRefusal(first.error);
      else assertReport(first.report);
      assert.equal(JSON.stringify([input, options]), before, 'the input was changed');
      const again = outcome(engine[call], input, options);
      assert.deepEqual(again.report, first.report, 'the same question, another answer');
      assert.deepEqual(again.error?.issues, first.error?.issues);
    });
  }
});

describe('decimals', () => {
  test('a number counts through its shortest decimal text', () => {
    const text = engine.dso({ creditSales: '0.3', closingReceivables: '0.1' });
    assert.deepEqual(engine.dso({ creditSales: 0.3, closingReceivables: 0.1 }), text);
    assert.equal(text.result.dso, '121.67');
  });
  test('a number in exponent notation is that number', () => {
    assert.deepEqual(engine.dso({ ...sales, costOfFunds: 1e-7 }), engine.dso({ ...sales, costOfFunds: '0.0000001' }));
    assert.deepEqual(
      engine.dso({ ...sales, creditSales: 1e13 }),
      engine.dso({ ...sales, creditSales: '10000000000000' }),
    );
  });
  test('minus zero is zero', () => {
    assert.deepEqual(
      engine.dso({ ...sales, closingReceivables: -0 }),
      engine.dso({ ...sales, closingReceivables: '0' }),
    );
  });
  test('trailing zeros are no precision', () => {
    assert.deepEqual(engine.dso({ ...sales, creditSales: '36500.000000000000000' }), engine.dso(sales));
  });
  for (const text of [
    '',
    ' ',
    '1,000',
    '1 000',
    '1_000',
    '+1',
    '1e3',
    '1E3',
    '.',
    '-',
    '--1',
    '0x10',
    '１２',
    '١٢',
    'NaN',
    'Infinity',
    '1\n',
    '\u00001',
    '1.2.3',
    '\ud800',
  ]) {
    test(`${JSON.stringify(text)} is no decimal`, () => {
      assert.deepEqual(refuses('dso', { ...sales, creditSales: text }), ['creditSales: not_a_number']);
    });
  }
  for (const [name, value, code] of [
    ['NaN', NaN, 'not_a_number'],
    ['true', true, 'wrong_type'],
    ['an object', {}, 'wrong_type'],
    ['a list', ['1'], 'wrong_type'],
    ['more than the range', '10000000000001', 'out_of_range'],
    ['less than the range', '-1', 'out_of_range'],
    ['five decimals', '1.00001', 'too_precise'],
  ]) {
    test(`${name} for money is ${code}`, () => {
      assert.deepEqual(refuses('dso', { ...sales, closingReceivables: value }), [`closingReceivables: ${code}`]);
    });
  }
});

describe('fields', () => {
  test('null and undefined are left out', () => {
    assert.deepEqual(engine.dso({ ...sales, overdue: null, priorDso: undefined }, null), engine.dso(sales));
  });
  test('all that is missing is named', () => {
    assert.deepEqual(refuses('dso', {}), ['closingReceivables: required', 'creditSales: required']);
    assert.deepEqual(refuses('dso', { creditSales: null }), ['closingReceivables: required', 'creditSales: required']);
  });
  test('all problems of a call are reported together', () => {
    assert.deepEqual(
      refuses('dso', {
        creditSales: 'x',
        closingReceivables: '-1',
        invented: 1,
        monthlySales: [{ month: '2025-1', sales: '1' }],
      }),
      [
        'closingReceivables: out_of_range',
        'creditSales: not_a_number',
        'invented: unknown_field',
        'monthlySales[0].month: not_a_date',
      ],
    );
  });
  test('a choice outside its list is named', () => {
    assert.deepEqual(refuses('dso', { ...sales, ceiBasis: 'weekly' }), ['ceiBasis: unknown_choice']);
  });
  test('a count is an integer', () => {
    for (const periodMonths of ['12', 1.5]) {
      assert.deepEqual(refuses('dso', { ...sales, periodMonths }), ['periodMonths: wrong_type']);
    }
  });
  test('a date is in the calendar', () => {
    assert.deepEqual(refuses('assess', { asOf: '2025-02-29' }), ['asOf: not_a_date']);
    assert.deepEqual(refuses('assess', { asOf: 20250228 }), ['asOf: wrong_type']);
  });
});

test('a missing input is named', () => {
  // The self-check does not ask for all that its calculators take; there a figure may need what it never asks.
  for (const { call, input, options } of rows.filter(({ call, errors }) => !errors && call !== 'assess')) {
    for (const { field, reason, needs } of engine[call](input, options).gaps) {
      assert.equal(needs.length > 0, reason === 'missing_input', `${call} ${field}: ${reason} needs ${needs}`);
    }
  }
});

describe('options', () => {
  test('their problems begin with options', () => {
    assert.deepEqual(refuses('dso', sales, { locale: 'en' }), ['options.locale: unknown_field']);
    const [issue] = refuses('dso', sales, { policy: { invented: 1 } });
    assert.equal(issue, 'options.policy.invented: unknown_field');
  });
  test('the currency sets the places of money', () => {
    const places = { JPY: '100', CNY: '100.00', KWD: '100.000' };
    for (const [currency, salesPerDay] of Object.entries(places)) {
      assert.equal(engine.dso(sales, { currency }).result.salesPerDay, salesPerDay);
    }
  });
});

test('a catalog, a policy and its sources are plain data', () => {
  for (const value of [engine.catalog(), engine.defaultPolicy(), engine.policySources()]) {
    assert.deepEqual(structuredClone(value), value);
  }
});

test('the default policy, given back, is the default policy', () => {
  const plain = engine.dso(sales);
  assert.deepEqual(engine.dso(sales, { policy: engine.defaultPolicy() }), plain);
  assert.deepEqual(engine.dso(sales, { policy: {} }), plain);
});

test('after any refusal the same instance still computes', () => {
  for (const refused of rows.filter(({ errors }) => errors)) {
    hold(engine, refused);
    hold(engine, row('full-dso'));
  }
});
