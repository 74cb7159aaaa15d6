/** Where the ledger's engine and its thread come from: files beside the page. The single file carries both inside: see `single/`. */
import wasm from '../../../pkg/ledger/trade_credit_bg.wasm?url';
import { isPart } from '../requests';
import thread from './worker?worker&url';

const addressOf = (file: string): string => isPart(new URL(file, document.baseURI).href);
const [threadAddress, engineAddress] = [addressOf(thread), addressOf(wasm)];

export const startThread = (): Worker => new Worker(threadAddress, { type: 'module' });

/** Fetched by the page itself, so that it is seen among its requests and the thread needs none. */
export async function ledgerEngine(): Promise<WebAssembly.Module> {
  const response = await fetch(engineAddress);
  if (!response.ok) throw new Error(`${response.status}`);
  // Compiled from its bytes: hosts may say what they like of its type.
  return WebAssembly.compile(await response.arrayBuffer());
}
