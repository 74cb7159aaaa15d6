import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const file = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** A build that fetches its parts from somewhere else has modules of its own for that, in a folder of `src/`. */
export const instead = (folder: string, names: readonly string[]): Plugin => ({
  name: 'instead',
  enforce: 'pre',
  async resolveId(id, importer) {
    const name = names.find((candidate) => id.endsWith(`/${candidate}`));
    return name && !importer?.includes(`/${folder}/${name}`) ? file(`${folder}/${name}.ts`) : undefined;
  },
});
