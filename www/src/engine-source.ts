/** Where the engine comes from: a file beside the scripts. The single file carries it inside: see `single/`. */
import wasm from '../../pkg/calculators/trade_credit_bg.wasm?url';

export const engineAddress: URL | null = new URL(wasm, document.baseURI);

let fetched: Promise<Response> | undefined;

/** What the engine is made of, asked for at the first call: the sooner it is called, the sooner the engine is there. */
export function engineSource(): Promise<Response | Uint8Array<ArrayBuffer>> {
  fetched ??= fetch(engineAddress ?? wasm);
  // Whoever starts the engine hears of it; the next one asks again.
  fetched.catch(() => (fetched = undefined));
  return fetched;
}
