/** Where a calculator alone has its engine from: see `../engine-source.ts`. */
import parts from '../../../pkg/parts.json';
import checkWasm from '../../../pkg/check/trade_credit_bg.wasm?url';
import claimsWasm from '../../../pkg/claims/trade_credit_bg.wasm?url';
import customersWasm from '../../../pkg/customers/trade_credit_bg.wasm?url';
import { partAt, type Part } from '../engine-part';

const sources: Readonly<Record<keyof typeof parts, Part>> = {
  check: partAt('check/trade_credit_bg.wasm', checkWasm, () => import('../../../pkg/check/trade_credit.js')),
  claims: partAt('claims/trade_credit_bg.wasm', claimsWasm, () => import('../../../pkg/claims/trade_credit.js')),
  customers: partAt(
    'customers/trade_credit_bg.wasm',
    customersWasm,
    () => import('../../../pkg/customers/trade_credit.js'),
  ),
};

export function partWith(calculator: string): Part | undefined {
  const names = Object.keys(parts) as (keyof typeof parts)[];
  const name = names.find((part) => parts[part].includes(calculator));
  return name && sources[name];
}
