/** What the engine is made of: WebAssembly modules that can do some or all of the calculators, one loaded at a time. */
import type * as all from '../../pkg/calculators/trade_credit.js';

type All = typeof all;

/** What a module exports: of the calculators those that it has. */
export type Calls = Pick<All, 'catalog' | 'defaultPolicy' | 'parseAmount' | 'policySources' | 'version'> &
  Partial<Omit<All, 'default' | 'initSync'>> & {
    default(options: { module_or_path: Promise<Response | Uint8Array<ArrayBuffer>> }): Promise<unknown>;
  };

/** A module, and the script that speaks to it. */
export interface Part {
  /** The name of the module in the package. */
  readonly file: string;
  /** Where it is; null when the document carries it. */
  readonly address: URL | null;
  /** What is instantiated; after a failure the next call asks again. */
  source(): Promise<Response | Uint8Array<ArrayBuffer>>;
  calls(): Promise<Calls>;
}

const coming = new Map<string, Promise<Response>>();

/** A module is on its way already: whoever starts it waits for this. */
export const engineIsComing = (address: string, response: Promise<Response>): void =>
  void coming.set(new URL(address, document.baseURI).href, response);

/** A part that lies beside the scripts. */
export function partAt(file: string, wasm: string, calls: () => Promise<Calls>): Part {
  const address = new URL(wasm, document.baseURI);
  return {
    file,
    address,
    source() {
      const ahead = coming.get(address.href);
      coming.delete(address.href);
      return ahead ?? fetch(address);
    },
    calls,
  };
}
