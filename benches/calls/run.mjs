// Single calls against the same formulas on decimal.js, in one process, in turns. The results are compared first.
// Printed are ratios, peer to call: above 1 the call is faster. A call also finds, explains and checks; no peer does. The peer of
// `whole` computes all that the result has, the one of `bare` the figures alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as peers from './peers.mjs';

const builds = { 'pkg (npm)': '../../pkg', 'pkg/calculators (page)': '../../pkg/calculators' };

const example = (catalog, id) =>
  Object.fromEntries(
    catalog
      .find((calculator) => calculator.id === id)
      .fields.filter((field) => field.example !== null)
      .map((field) => [field.path, field.example]),
  );

const date = (days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);

const claim = {
  invoices: Array.from({ length: 20 }, (_, index) => ({
    id: `INV-${index}`,
    invoiceDate: date(index * 7),
    dueDate: date(index * 7 + 60 + (index % 3)),
    amount: `${113_000 + index * 5_650}.00`,
    vat: `${13_000 + index * 650}.00`,
    interest: index % 4 === 0 ? '412.50' : '0',
    paid: index % 5 === 0 ? '25000.00' : '0',
    disputed: index % 6 === 0 ? '8000.00' : '0',
  })),
  event: { cause: 'insolvency', knownOn: '2025-11-03' },
  cover: {
    insuredPercentage: '0.9',
    buyerLimit: '2000000',
    claimThreshold: '5000',
    minimumRetention: '10000',
    excess: '20000',
  },
  receipts: '150000',
  security: '100000',
  recoveries: '420000',
};

const late = {
  invoices: Array.from({ length: 100 }, (_, index) => ({
    id: `A-${index}`,
    amount: `${38_650 + index * 977}.${String((index * 37) % 100).padStart(2, '0')}`,
    dueDate: date(index * 3),
    ...(index % 4 === 0 ? { paidOn: date(index * 3 + index) } : {}),
  })),
  asOf: '2025-11-30',
  method: { kind: 'multiple', referenceRate: '0.0345', multiple: '1.5' },
  dayCount: '365',
};

const figures = (result, names) => Object.fromEntries(names.map((name) => [name, result[name]]));

const cases = (engine) => {
  const figuresOfDso = example(engine.catalog(), 'dso');
  const { monthlySales: _, ...bare } = figuresOfDso;
  return [
    {
      name: 'dso, with findings and steps',
      call: () => engine.dso(bare),
      peers: [
        {
          name: 'bare',
          target: 1,
          peer: () => peers.dso(bare),
          same: (ours, theirs) => assert.deepEqual(figures(ours, Object.keys(theirs)), theirs),
        },
      ],
    },
    {
      name: 'indemnity, 20 invoices',
      call: () => engine.indemnity(claim),
      peers: [
        { name: 'whole', target: 3, peer: () => peers.wholeIndemnity(claim), same: assert.deepEqual },
        {
          name: 'bare',
          peer: () => peers.indemnity(claim),
          same: (ours, theirs) => {
            const lines = Object.fromEntries(ours.waterfall.map((line) => [line.id, line.amount]));
            assert.deepEqual(figures(lines, Object.keys(theirs.waterfall)), theirs.waterfall);
            const names = ['indemnity', 'netDebt', 'ownLoss'];
            assert.deepEqual(figures(ours, names), figures(theirs, names));
            assert.equal(ours.recoveries.insurer, theirs.insurer);
            assert.deepEqual(
              ours.invoices.map((row) => figures(row, ['id', 'eligible'])),
              theirs.invoices,
            );
          },
        },
      ],
    },
    {
      name: 'latePayment, 100 invoices',
      call: () => engine.latePayment(late),
      peers: [
        { name: 'whole', target: 5, peer: () => peers.wholeLatePayment(late), same: assert.deepEqual },
        {
          name: 'bare',
          peer: () => peers.latePayment(late),
          same: (ours, theirs) => {
            assert.deepEqual(
              ours.invoices.map((row) => figures(row, ['id', 'daysLate', 'interest'])),
              theirs.invoices,
            );
            const names = ['annualRate', 'interest', 'unpaid', 'totalDue'];
            assert.deepEqual(figures(ours, names), figures(theirs, names));
          },
        },
      ],
    },
  ];
};

const time = (work, repeat) => {
  const begun = performance.now();
  for (let index = 0; index < repeat; index++) work();
  return (performance.now() - begun) / repeat;
};

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

for (const [build, folder] of Object.entries(builds)) {
  const engine = await import(`${folder}/trade_credit.js`);
  engine.initSync({ module: readFileSync(new URL(`${folder}/trade_credit_bg.wasm`, import.meta.url)) });
  console.log(`${build}: decimal.js ÷ call, median (p10–p90) of ratios taken in turns`);
  for (const { name, call, peers } of cases(engine)) {
    for (const { name: kind, target, peer, same } of peers) {
      same(call().result, peer());
      for (let begun = performance.now(); performance.now() - begun < 400;) {
        call();
        peer();
      }
      const repeat = Math.max(1, Math.round(2 / time(call, 20)));
      const ratios = [];
      for (let begun = performance.now(); performance.now() - begun < 2500 || ratios.length < 20;) {
        const [ours, theirs] = [time(call, repeat), time(peer, repeat)];
        const [oursAgain, theirsBefore] = [time(call, repeat), time(peer, repeat)];
        ratios.push((theirs + theirsBefore) / (ours + oursAgain));
      }
      ratios.sort((a, b) => a - b);
      const spread = `${at(ratios, 0.1).toFixed(2)}–${at(ratios, 0.9).toFixed(2)}`;
      const aim = target ? `  aim ${target}` : '';
      console.log(`  ${name.padEnd(30)}${kind.padEnd(6)}${at(ratios, 0.5).toFixed(2).padStart(6)}  (${spread})${aim}`);
    }
  }
}
