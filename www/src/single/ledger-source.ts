/** The ledger's engine and its thread, carried inside: see `../ledger/ledger-source.ts`. */
import packed from 'virtual:packed/ledger/trade_credit_bg.wasm';
import Thread from '../ledger/worker?worker&inline';
import { unpack } from './unpack';

export const startThread = (): Worker => new Thread();

export const ledgerEngine = async (): Promise<WebAssembly.Module> => WebAssembly.compile(await unpack(packed));
