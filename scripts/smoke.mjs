// A module that was built can still be one that cannot be loaded: load it, and call it once.
import { readFileSync } from 'node:fs';
import { initSync, version } from '../pkg/trade_credit.js';

const read = (name) => readFileSync(new URL(`../pkg/${name}`, import.meta.url));
initSync({ module: read('trade_credit_bg.wasm') });
const expected = JSON.parse(read('package.json')).version;
if (version() !== expected) {
  throw new Error(`pkg answers that its version is ${version()}; its package.json says ${expected}`);
}
