/** Where a calculator alone has its engine from: see `../engine-source.ts`. */
import parts from '../../../pkg/parts.json';
import checkWasm from '../../../pkg/check/trade_credit_bg.wasm?url';
import collectionWasm from '../../../pkg/collection/trade_credit_bg.wasm?url';
import coverWasm from '../../../pkg/cover/trade_credit_bg.wasm?url';
import customersWasm from '../../../pkg/customers/trade_credit_bg.wasm?url';
import { partAt, type Calls, type Part } from '../engine-part';

type Name = keyof typeof parts;

const part = (name: Name, wasm: string, calls: () => Promise<Calls>) =>
  partAt(`${name}/trade_credit_bg.wasm`, wasm, calls);

const sources: Readonly<Record<Name, Part>> = {
  check: part('check', checkWasm, () => import('../../../pkg/check/trade_credit.js')),
  customers: part('customers', customersWasm, () => import('../../../pkg/customers/trade_credit.js')),
  collection: part('collection', collectionWasm, () => import('../../../pkg/collection/trade_credit.js')),
  cover: part('cover', coverWasm, () => import('../../../pkg/cover/trade_credit.js')),
};

export function partWith(calculator: string): Part | undefined {
  const name = (Object.keys(parts) as Name[]).find((part) => parts[part].includes(calculator));
  return name && sources[name];
}
