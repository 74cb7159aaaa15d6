import { defineConfig, type Plugin } from 'vite';
import { words } from './words-plugin.ts';

/** Templates are indented for people; to a browser one line break is as good. */
const withoutIndentation: Plugin = {
  name: 'without-indentation',
  renderChunk: (code) => code.replace(/\n\s+/g, '\n'),
};

export default defineConfig({
  plugins: [words, withoutIndentation],
  // Relative addresses, so that the built page works under any sub-path of any static host.
  base: './',
  build: {
    outDir: '../dist',
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
