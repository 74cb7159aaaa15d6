// The shipped package, loaded as a user in Node or in a worker loads it.
import { readFileSync } from 'node:fs';
import * as engine from '../../pkg/trade_credit.js';

const wasm = new URL('../../pkg/trade_credit_bg.wasm', import.meta.url);
/** The memory of the instance, which only ever grows. */
export const { memory } = engine.initSync({ module: readFileSync(wasm) });

export { engine };
