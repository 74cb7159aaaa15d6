import { defineConfig } from 'vite';

export default defineConfig({
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
