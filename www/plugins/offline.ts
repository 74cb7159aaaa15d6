import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const integrity = (file: string): string =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** The manifest that lets the page be installed, and the service worker that holds its files: see src/offline.ts. */
export const offline = (folder: string): Plugin[] =>
  VitePWA({
    // The page registers it by itself, and says when a new build waits.
    injectRegister: null,
    registerType: 'prompt',
    workbox: {
      globPatterns: ['**/*.{html,js,css,wasm}'],
      // For frames on other sites, as all that is built after this.
      globIgnores: ['sandboxed.js'],
      manifestTransforms: [
        // The names of the other files tell their content. A document that is newer than this list, because a cache on the way
        // was behind, must not be kept beside files of another build: then nothing is, and what was kept before stays.
        (entries) => ({
          manifest: entries.map((entry) =>
            entry.url.endsWith('.html') ? { ...entry, integrity: integrity(join(folder, entry.url)) } : entry,
          ),
          warnings: [],
        }),
      ],
      maximumFileSizeToCacheInBytes: 4_000_000,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      cleanupOutdatedCaches: true,
      // A page is found under its own name or as the index of its folder; the rest of an address is a fragment.
      navigateFallback: null,
    },
    manifest: {
      id: './',
      name: '贸易信用计算器 · Trade Credit Calculator',
      short_name: '贸易信用',
      description: '赊销企业的信用自检、授信、催收与保障测算，数字只在您的浏览器里计算。',
      lang: 'zh-CN',
      start_url: './',
      scope: './',
      display: 'standalone',
      background_color: '#f3f6f7',
      theme_color: '#0b5270',
      icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    },
  });
