import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** `import address from 'virtual:engine-address'`: where a file is, for a script that shares no chunk with the one that uses it. */
export const engineAddress = (file: string): Plugin => ({
  name: 'engine-address',
  resolveId: (id) => (id === 'virtual:engine-address' ? `\0${id}` : undefined),
  load(id) {
    if (id !== '\0virtual:engine-address') return undefined;
    // The same content under the same name is one file, however often it is emitted.
    const reference = this.emitFile({ type: 'asset', name: basename(file), source: readFileSync(file) });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
});
