import { defineConfig, type Plugin } from 'vite';
import { plainImports, preload } from './preload-plugin.ts';
import { words } from './words-plugin.ts';

/** Templates are indented for people; to a browser one line break is as good. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  renderChunk: (code) => code.replace(/\n\s+/g, '\n'),
};

export default defineConfig({
  plugins: [words, preload, plainImports, withoutIndentation],
  // Relative addresses, so that the built page works under any sub-path of any static host.
  base: './',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    // Nothing as a data: address: the content security policy allows files of this origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // The frame and all it stands on in one file: together it is smaller than in pieces.
        codeSplitting: { groups: [{ name: 'app', test: /\/src\/app\.ts$/, includeDependenciesRecursively: true }] },
      },
    },
  },
  server: {
    // pkg/ lies beside www/.
    fs: { allow: ['..'] },
  },
});
