// Makes one package of all builds: wasm-pack describes each of them as if it were alone.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const pkg = new URL('../pkg/', import.meta.url);
const description = JSON.parse(readFileSync(new URL('package.json', pkg), 'utf8'));
const parts = ['calculators', 'check', 'collection', 'cover', 'customers', 'ledger', 'small'];
const entry = (folder) => ({ types: `./${folder}trade_credit.d.ts`, default: `./${folder}trade_credit.js` });

for (const part of parts) {
  for (const name of ['package.json', 'README.md', 'LICENSE', '.gitignore']) {
    rmSync(new URL(`${part}/${name}`, pkg), { force: true });
  }
  for (const name of ['trade_credit.js', 'trade_credit.d.ts', 'trade_credit_bg.wasm']) {
    const file = `${part}/${name}`;
    if (!description.files.includes(file)) description.files.push(file);
  }
}
description.exports = {
  '.': entry(''),
  ...Object.fromEntries(parts.map((part) => [`./${part}`, entry(`${part}/`)])),
  // Bundlers and Node ask for the module itself by its address.
  './*.wasm': './*.wasm',
  './package.json': './package.json',
};
description.engines = JSON.parse(readFileSync(new URL('../package.json', pkg), 'utf8')).engines;
writeFileSync(new URL('package.json', pkg), `${JSON.stringify(description, null, 2)}\n`);
