/** The engine, carried inside: see `../engine-source.ts`. */
import { unpack } from './unpack';

export const engineAddress: URL | null = null;

export const engineIsComing = (): void => undefined;

export const engineSource = (): Promise<Response | Uint8Array<ArrayBuffer>> =>
  Promise.resolve(unpack('calculators/trade_credit_bg.wasm'));
