/** Where the engine comes from: a file beside the scripts. The single file carries it inside: see `single/`. */
import wasm from '../../pkg/calculators/trade_credit_bg.wasm?url';

export const engineAddress: URL | null = new URL(wasm, document.baseURI);

let fetched: Promise<Response> | undefined;

/** The engine is on its way already: whoever starts it waits for this. */
export function engineIsComing(response: Promise<Response>): void {
  fetched ??= response;
}

/** What the engine is made of; after a failure the next call asks again. */
export function engineSource(): Promise<Response | Uint8Array<ArrayBuffer>> {
  fetched ??= fetch(engineAddress ?? wasm);
  fetched.catch(() => (fetched = undefined));
  return fetched;
}
