/** The ledger's engine and its thread, carried inside: see `../ledger/ledger-source.ts`. */
import Thread from '../ledger/worker?worker&inline';
import { MODULE } from './engine-source';
import { unpack } from './unpack';

export const startThread = (): Worker => new Thread();

export const ledgerEngine = (): Promise<WebAssembly.Module> => WebAssembly.compile(unpack(MODULE));
