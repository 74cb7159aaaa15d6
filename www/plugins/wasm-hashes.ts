import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * `import hashes from 'virtual:wasm-hashes'`: the SHA-256 of each WebAssembly file that is part of this build, by name, so
 * that the page can show what SHA256SUMS says. Modules are copied into a build byte for byte.
 */
export const wasmHashes = (folder: string, names: readonly string[]): Plugin => ({
  name: 'wasm-hashes',
  resolveId: (id) => (id === 'virtual:wasm-hashes' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:wasm-hashes') return undefined;
    const hashes = names.map((name) => {
      const file = join(folder, name);
      this.addWatchFile(file);
      return [name, createHash('sha256').update(readFileSync(file)).digest('hex')];
    });
    return `export default ${JSON.stringify(Object.fromEntries(hashes))};`;
  },
});
