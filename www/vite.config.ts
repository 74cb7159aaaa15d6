import { fileURLToPath } from 'node:url';
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig } from 'vite';
import { engineAddresses } from './plugins/engine-addresses.ts';
import { instead } from './plugins/instead.ts';
import { offline } from './plugins/offline.ts';
import { ownRem } from './plugins/own-rem.ts';
import { plainImports, preload } from './plugins/preload.ts';
import { singleFile } from './plugins/single-file.ts';
import { wasmHashes } from './plugins/wasm-hashes.ts';
import { words } from './plugins/words.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const folder = here('../dist');
const packages = here('../pkg');
const modules = (...folders: string[]) => folders.map((folder) => `${folder}/trade_credit_bg.wasm`);

/** Templates are indented for people, and say in their styles why; to a browser one line break is as good. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  renderChunk: (code) =>
    code
      .replace(/\n\s*\/\* [A-Z`](?:(?!\*\/)[^])*\*\/(?=\n)/g, '')
      .replace(/\n\s+/g, '\n')
      .replace(/ \{\n/g, '{\n')
      .replace(/\n([a-z-]+): /g, '\n$1:'),
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

const separateFiles: BuildEnvironmentOptions = {
  outDir: folder,
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
};

/** A file with all it stands on: together it is smaller than in pieces. What it imports when needed stays apart. */
const together = (name: string, test: RegExp) => ({ groups: [{ name, test, includeDependenciesRecursively: true }] });

/** On a busy machine everything is slow. */
const checks = { pluginTimings: false };

/** The site. */
const site: UserConfig = {
  ...both,
  plugins: [
    words(),
    preload,
    plainImports,
    ownRem,
    withoutIndentation,
    wasmHashes(packages, modules('check', 'calculators', 'ledger')),
    offline(folder),
  ],
  build: {
    ...separateFiles,
    emptyOutDir: true,
    rolldownOptions: {
      checks,
      input: here('index.html'),
      output: {
        // What belongs together in one file each: that is smaller than in pieces.
        codeSplitting: {
          groups: [
            { name: 'engine', test: /\/src\/engine\.ts$|rolldown.runtime/, priority: 3 },
            { name: 'view', test: /\/views\/(calculator-view|check)\.ts$/, priority: 2 },
            { name: 'app', test: /\/src\/app\.ts$/, priority: 1 },
          ],
        },
      },
    },
  },
};

/** What other sites load: the element, the frame and the script for its height. */
const widget: UserConfig = {
  ...both,
  plugins: [
    words(),
    instead('widget', ['engine-source']),
    engineAddresses(packages),
    plainImports,
    ownRem,
    withoutIndentation,
    framesApart,
    wasmHashes(packages, modules('check', 'customers', 'collection', 'cover')),
  ],
  build: {
    ...separateFiles,
    emptyOutDir: false,
    rolldownOptions: {
      checks,
      input: {
        embed: here('embed.html'),
        'trade-credit': here('src/widget/trade-credit.ts'),
        'trade-credit-frames': here('src/embed/frames.ts'),
      },
      output: {
        codeSplitting: together('element', /\/src\/widget\/element\.ts$/),
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
    words(['embed']),
    ownRem,
    withoutIndentation,
    wasmHashes(packages, modules('small')),
    singleFile('trade-credit.html', packages, modules('small')),
  ],
  publicDir: false,
  build: {
    outDir: folder,
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { checks, input: here('index.html'), output: { codeSplitting: false } },
  },
};

export default defineConfig(({ mode }) => ({ single, widget })[mode] ?? site);
