/**
 * Where the page has its engine from: what the first screen needs, and all of it, which follows. Other builds have other
 * parts: see `widget/` and `single/`.
 */
import parts from '../../pkg/parts.json';
import allWasm from '../../pkg/calculators/trade_credit_bg.wasm?url';
import checkWasm from '../../pkg/check/trade_credit_bg.wasm?url';
import { partAt, type Part } from './engine-part';

const check = partAt('check/trade_credit_bg.wasm', checkWasm, () => import('../../pkg/check/trade_credit.js'));

/** What can do every calculator. */
export const whole: Part = partAt(
  'calculators/trade_credit_bg.wasm',
  allWasm,
  () => import('../../pkg/calculators/trade_credit.js'),
);

/** The least that can do a calculator; undefined where there is no such calculator. */
export const partWith = (calculator: string): Part | undefined =>
  parts.check.includes(calculator)
    ? check
    : Object.values(parts).some((ids) => ids.includes(calculator))
      ? whole
      : undefined;
