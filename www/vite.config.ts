import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { offline } from './plugins/offline.ts';
import { ownRem } from './plugins/own-rem.ts';
import { plainImports, preload } from './plugins/preload.ts';
import { singleFile } from './plugins/single-file.ts';
import { wasmHashes } from './plugins/wasm-hashes.ts';
import { words } from './plugins/words.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = here('../dist');
const packages = here('../pkg');
/** What is WebAssembly in it: of the calculators, which is there first, and of the ledger, which comes when it is opened. */
const wasm = ['calculators/trade_credit_bg.wasm', 'ledger/trade_credit_bg.wasm'];

/** Templates are indented for people; to a browser one line break is as good. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  renderChunk: (code) => code.replace(/\n\s+/g, '\n'),
};

/** A script of the kind that any page can load shares its names with that page; this one keeps its own. */
const framesApart: Plugin = {
  name: 'frames-apart',
  renderChunk: (code, { name }) => (name === 'trade-credit-frames' ? `(()=>{${code}})();` : null),
};

const both: UserConfig = {
  // Relative addresses, so that the built page works under any sub-path of any static host.
  base: './',
  server: {
    // pkg/ lies beside www/.
    fs: { allow: ['..'] },
  },
};

/** The site, and beside it what other sites load. */
const site: UserConfig = {
  ...both,
  plugins: [
    words,
    preload,
    plainImports,
    ownRem,
    withoutIndentation,
    framesApart,
    wasmHashes(packages, wasm),
    offline(folder),
  ],
  build: {
    outDir: folder,
    emptyOutDir: true,
    // Nothing as a data: address: the content security policy allows files of this origin only.
    assetsInlineLimit: 0,
    // What scripts load later comes in idle moments; only the document says what is needed at once.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    reportCompressedSize: false,
    // Nothing newer than Vite's own baseline is used; told so, it adds no fallback for light-dark(), which is not used at all.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    rolldownOptions: {
      // On a busy machine everything is slow.
      checks: { pluginTimings: false },
      input: {
        index: here('index.html'),
        embed: here('embed.html'),
        'trade-credit': here('src/widget/trade-credit.ts'),
        'trade-credit-frames': here('src/embed/frames.ts'),
      },
      output: {
        // What belongs together in one file each: that is smaller than in pieces.
        codeSplitting: {
          groups: [
            { name: 'engine', test: /\/src\/engine\.ts$|rolldown.runtime/, priority: 3 },
            { name: 'view', test: /\/views\/(calculator-view|check)\.ts$/, priority: 2 },
            { name: 'app', test: /\/src\/app\.ts$/, priority: 1 },
          ],
        },
        // Other sites know these two by their names.
        entryFileNames: ({ name }) => (name.startsWith('trade-credit') ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
};

/** The whole site as one document, for a disk. */
const single: UserConfig = {
  ...both,
  plugins: [
    words,
    ownRem,
    withoutIndentation,
    wasmHashes(packages, wasm),
    singleFile('trade-credit.html', packages, wasm),
  ],
  publicDir: false,
  build: {
    outDir: folder,
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { input: here('index.html'), output: { codeSplitting: false } },
  },
};

export default defineConfig(({ mode }) => (mode === 'single' ? single : site));
