// A module that was built can still be one that cannot be loaded: load each build, and call it once.
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../pkg/${name}`, import.meta.url));
const expected = JSON.parse(read('package.json')).version;

for (const folder of ['', 'calculators/', 'ledger/']) {
  const build = await import(`../pkg/${folder}trade_credit.js`);
  build.initSync({ module: read(`${folder}trade_credit_bg.wasm`) });
  if (build.version() !== expected) {
    throw new Error(`pkg/${folder} answers that its version is ${build.version()}; package.json says ${expected}`);
  }
  if (folder !== 'calculators/') {
    const ledger = new build.Ledger({ asOf: '2025-06-30' });
    ledger.push(new TextEncoder().encode('buyer,due_date,amount\nA,2025-05-31,10.50\n'));
    const [report] = ledger.finish().currencies;
    if (report.overdue !== '10.50') throw new Error(`pkg/${folder} says that ${report.overdue} of 10.50 are overdue`);
    ledger.free();
  }
  if (folder !== 'ledger/') {
    const { result } = build.dso({ creditSales: '36500', closingReceivables: '1000' });
    if (result.dso !== '10.00') throw new Error(`pkg/${folder} says that 1000 of 36500 a year are ${result.dso} days`);
  }
}
