/** The engine, carried inside: see `../engine-source.ts`. */
import parts from '../../../pkg/parts.json';
import type { Part } from '../engine-part';
import { unpack } from './unpack';

/** What the document carries: all calculators, and the ledger. */
export const MODULE = 'small/trade_credit_bg.wasm';

export const whole: Part = {
  file: MODULE,
  address: null,
  source: () => Promise.resolve(unpack(MODULE)),
  calls: () => import('../../../pkg/small/trade_credit.js'),
};

export const partWith = (calculator: string): Part | undefined =>
  Object.values(parts).some((ids) => ids.includes(calculator)) ? whole : undefined;
