import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { offline } from './plugins/offline.ts';
import { wasmHashes } from './plugins/wasm-hashes.ts';
import { words } from './plugins/words.ts';

/** Templates are indented for people; to a browser one line break is as good. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  renderChunk: (code) => code.replace(/\n\s+/g, '\n'),
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = here('../dist');
const wasm = [here('../pkg/trade_credit_bg.wasm')];

export default defineConfig({
  plugins: [words, withoutIndentation, wasmHashes(wasm), offline(folder)],
  // Relative addresses, so that the built page works under any sub-path of any static host.
  base: './',
  build: {
    outDir: folder,
    emptyOutDir: true,
    // Nothing as a data: address: the content security policy allows files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    // pkg/ lies beside www/.
    fs: { allow: ['..'] },
  },
});
