import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = 'virtual:engine-addresses';

/**
 * `import addresses from 'virtual:engine-addresses'`: the address of the WebAssembly that a calculator needs, by its id, for
 * a script that shares no chunk with the one that uses it.
 */
export const engineAddresses = (packages: string): Plugin => ({
  name: 'engine-addresses',
  resolveId: (id) => (id === NAME ? `\0${id}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    const parts = JSON.parse(readFileSync(join(packages, 'parts.json'), 'utf8')) as Record<string, string[]>;
    const entries = Object.entries(parts).flatMap(([part, calculators]) => {
      const source = readFileSync(join(packages, part, 'trade_credit_bg.wasm'));
      // The same content under the same name is one file, however often it is emitted.
      const reference = this.emitFile({ type: 'asset', name: 'trade_credit_bg.wasm', source });
      return calculators.map((calculator) => `${calculator}: import.meta.ROLLUP_FILE_URL_${reference}`);
    });
    return `export default {${entries.join()}};`;
  },
});
