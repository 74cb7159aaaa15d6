// The ledger through the shipped wasm, in both builds that have it: what it comes to, and what it does with what is no ledger.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Big from 'big.js';
import { Decimal } from 'decimal.js';
import Papa from 'papaparse';
import { AS_OF, SHAPES, ledger as generated } from '../../benches/ledger/generate.mjs';
import { report as ofBytes } from '../../benches/ledger/peers/bytes.mjs';
import { ofReport } from '../../benches/ledger/peers/figures.mjs';
import { report as ofPapaparse } from '../../benches/ledger/peers/papaparse.mjs';
import * as alone from '../../pkg/ledger/trade_credit.js';
import { engine } from './engine.mjs';

alone.initSync({ module: readFileSync(new URL('../../pkg/ledger/trade_credit_bg.wasm', import.meta.url)) });
Decimal.set({ precision: 60 });
const vectors = JSON.parse(readFileSync(new URL('../ledger/vectors.json', import.meta.url), 'utf8'));
const bytes = (text) => new TextEncoder().encode(text);

function read(Ledger, file, options, piece = file.length) {
  const ledger = new Ledger(options);
  for (let at = 0; at < file.length; at += piece) ledger.push(file.subarray(at, at + piece));
  return { ledger, report: ledger.finish() };
}

const at = (report, path) => path.split('.').reduce((value, key) => value[key], report);

for (const [name, { Ledger }] of Object.entries({ package: engine, 'ledger alone': alone })) {
  test(`files come to what was calculated by hand, in pieces of any size (${name})`, () => {
    for (const { id, file, options, expect, rejects, issues } of vectors) {
      for (const piece of [1, 7, 1000]) {
        const run = () => read(Ledger, bytes(file), options, piece);
        if (issues) {
          assert.throws(run, (error) => {
            assert.equal(error.name, 'CreditInputError');
            assert.deepEqual(
              error.issues.map(({ field, code }) => [field, code]),
              issues,
              id,
            );
            return true;
          });
          continue;
        }
        const { ledger, report } = run();
        for (const [path, value] of Object.entries(expect)) assert.deepEqual(at(report, path), value, `${id}: ${path}`);
        if (rejects) {
          assert.deepEqual(
            ledger.rejects().map(({ line, code, field, text }) => [line, code, field, text]),
            rejects,
            id,
          );
        }
        ledger.free();
      }
    }
  });
}

test('generated ledgers of every shape come to what independent programs make of them', () => {
  for (const rows of [1, 10, 3_000]) {
    const plain = generated({ rows });
    const expected = ofBytes(plain, AS_OF);
    assert.deepEqual(ofPapaparse(Papa, Decimal, plain.toString('utf8'), AS_OF), expected);
    if (rows > 10) assert.deepEqual(ofPapaparse(Papa, Big, plain.toString('utf8'), AS_OF), expected);
    for (const shape of SHAPES.filter((shape) => rows > 10 || shape !== 'buyers')) {
      const options = { asOf: AS_OF, locale: shape === 'semicolon' ? 'de' : 'zh-CN' };
      const { ledger, report } = read(alone.Ledger, generated({ rows, shape, buyers: 100_000 }), options, 1 << 16);
      assert.deepEqual(ofReport(report), expected, shape);
      assert.equal(report.rejected, 0);
      ledger.free();
    }
  }
});

test('asking again is reading again', () => {
  const file = generated({ rows: 2_000, seed: 7 });
  const { ledger } = read(alone.Ledger, file, { asOf: AS_OF });
  const name = ledger.buyers('CNY', { from: 0, count: 1 })[0].name;
  const changes = [
    { asOf: '2024-12-31' },
    { cover: { excess: 100 } },
    { limits: { [name]: '1000' } },
    { asOf: '2025-03-31', cover: {} },
    {},
  ];
  for (const change of changes) {
    const fresh = read(alone.Ledger, file, { asOf: AS_OF, ...change });
    assert.deepEqual(ledger.recompute(change), fresh.report);
    const page = { from: 0, count: 2_000, sort: 'indemnity' };
    assert.deepEqual(ledger.buyers('CNY', page), fresh.ledger.buyers('CNY', page));
    assert.deepEqual(ledger.buyersCsv('CNY'), fresh.ledger.buyersCsv('CNY'));
    fresh.ledger.free();
  }
  ledger.free();
});

test('the beginning of a file shows its columns before it is read', () => {
  const ledger = new alone.Ledger({ asOf: AS_OF });
  assert.equal(ledger.head(), null);
  ledger.push(bytes('报表\n客户;到期日;金额\n甲;2025-05-01;10\n'));
  assert.deepEqual(ledger.head(), {
    delimiter: ';',
    line: 2,
    headings: ['客户', '到期日', '金额'],
    columns: { buyer: '客户', dueDate: '到期日', amount: '金额' },
    missing: [],
    sample: [['甲', '2025-05-01', '10']],
  });
  ledger.free();
});

test('bad options, questions at the wrong time and odd arguments are errors; the module works afterwards', () => {
  const { Ledger } = alone;
  const fields = (call) => {
    try {
      call();
    } catch (error) {
      assert.equal(error.name, 'CreditInputError');
      return error.issues.map(({ field }) => field);
    }
    return assert.fail('no error');
  };
  assert.deepEqual(
    fields(() => new Ledger(undefined)),
    ['options.asOf'],
  );
  assert.deepEqual(
    fields(
      () =>
        new Ledger({
          asOf: '2025-13-01',
          columns: { total: 'x' },
          dateOrder: 'YDM',
          currency: 'XXX',
          cover: { excess: -1 },
          limits: { A: 'x' },
          more: 1,
        }),
    ).toSorted(),
    [
      'options.asOf',
      'options.columns.total',
      'options.cover.excess',
      'options.currency',
      'options.dateOrder',
      'options.limits.A',
      'options.more',
    ],
  );
  const ledger = new Ledger({ asOf: AS_OF });
  fields(() => ledger.recompute({}));
  fields(() => ledger.buyers('CNY', { from: 0, count: 1 }));
  ledger.push(bytes('buyer,due,amount\nA,2025-05-01,10\n'));
  ledger.finish();
  fields(() => ledger.finish());
  fields(() => ledger.push(bytes('B,2025-05-01,10\n')));
  assert.deepEqual(fields(() => ledger.recompute({ asOf: 'x', more: 1 })).toSorted(), ['change.asOf', 'change.more']);
  assert.deepEqual(
    fields(() => ledger.buyers(1, {})),
    ['currency'],
  );
  assert.deepEqual(
    fields(() => ledger.buyers('CNY', { from: 0 })),
    ['page.count'],
  );
  assert.equal(ledger.recompute({}).currencies[0].open, '10.00');
  ledger.free();
});
