import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

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
      return [name, sha256(readFileSync(file))];
    });
    return `export default ${JSON.stringify(Object.fromEntries(hashes))};`;
  },
});
