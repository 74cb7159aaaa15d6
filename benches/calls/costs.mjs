// Times calls of the built package in Node: what one call costs beside the work it is given.
// A figure is the median of many rounds, and the 95th percentile shows how much the machine was disturbed.
import { readFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { dso, initSync, version, workingCapital } from '../../pkg/trade_credit.js';

const module = readFileSync(new URL('../../pkg/trade_credit_bg.wasm', import.meta.url));
const started = performance.now();
initSync({ module });
const loading = performance.now() - started;

const smallest = { creditSales: '48000000.00', closingReceivables: '9860000.00' };
const months = (count) =>
  Array.from({ length: count }, (_, index) => {
    const month = 2199 * 12 + 11 - index;
    return { month: `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, sales: '1000.00' };
  });
const customers = (count) =>
  Array.from({ length: count }, (_, index) => ({
    name: `buyer ${index}`,
    receivable: '1000.00',
    monthlySales: '300.00',
  }));
const cycle = { receivables: '9860000', inventory: '6200000', payables: '4100000', annualSales: '48000000' };
const shock = { openingCash: '4000000', monthlyInflow: '4000000', monthlyOutflow: '3900000' };

const calls = [
  ['version', () => version()],
  ['dso, two figures', () => dso(smallest)],
  ...[12, 120, 1200].map((count) => {
    const input = { ...smallest, closingReceivables: String(count * 1000), monthlySales: months(count) };
    return [`dso, ${count} months of sales`, () => dso(input)];
  }),
  ['workingCapital, four figures', () => workingCapital(cycle)],
  ...[10, 100, 1000, 10000].map((count) => {
    const input = { ...cycle, stress: { ...shock, customers: customers(count) } };
    return [`workingCapital, stress of ${count} customers`, () => workingCapital(input)];
  }),
];

const median = (sorted) => sorted[Math.floor(sorted.length / 2)];
const microseconds = (milliseconds) => (milliseconds * 1000).toFixed(1).padStart(10);

console.log(`Node ${process.version}, ${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
console.log(`module: ${module.length} bytes, compiled and started in ${loading.toFixed(1)} ms\n`);
console.log(`${'call'.padEnd(42)}${'median µs'.padStart(10)}${'p95 µs'.padStart(10)}   rounds`);
for (const [name, call] of calls) {
  for (let warm = performance.now(); performance.now() - warm < 100;) call();
  const rounds = [];
  // A round is long enough for the clock; there are rounds for half a second, and three at least.
  const once = performance.now();
  call();
  const repeat = Math.max(1, Math.round(1 / Math.max(performance.now() - once, 0.001)));
  for (let begun = performance.now(); performance.now() - begun < 500 || rounds.length < 3;) {
    const round = performance.now();
    for (let index = 0; index < repeat; index++) call();
    rounds.push((performance.now() - round) / repeat);
  }
  rounds.sort((a, b) => a - b);
  console.log(
    `${name.padEnd(42)}${microseconds(median(rounds))}${microseconds(rounds[Math.floor(rounds.length * 0.95)])}   ${rounds.length}`,
  );
}
