import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { instead } from './instead.ts';
import { sha256 } from './wasm-hashes.ts';
import { textOf } from '../src/single/letters.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A file for `single/unpack.ts`: text of one letter a byte, which brotli packs as well as the file. Nothing runs it. */
const carried = (folder: string, name: string) =>
  `<script type="text/plain" id="${name}">${textOf(readFileSync(join(folder, name)))}</script>`;

/** One module has the ledger and the calculators: whoever asks for the script of either gets that of this one. */
const oneScript: Plugin = {
  name: 'one-script',
  enforce: 'pre',
  resolveId: (id) => (/\/pkg\/\w+\/trade_credit\.js$/.test(id) ? here('../../pkg/small/trade_credit.js') : undefined),
};

/** Ends the element it stands in, wherever it is. */
const harmless = (script: string) => script.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');

/** All of it together can be made smaller than its parts were. */
async function smaller(script: string): Promise<string> {
  const { code } = await minify(script, {
    module: true,
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, inline: 1 },
  });
  if (code === undefined) throw new Error('the script of the single file could not be made smaller');
  return code;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** All of a build in its document, whose policy allows these very scripts and styles, and no request of any kind. */
const oneDocument = (name: string, folder: string, files: readonly string[]): Plugin => ({
  name: 'one-document',
  enforce: 'post',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => {
      const icon = Buffer.from(readFileSync(here('../public/icon.svg'))).toString('base64');
      return html
        .replace('./src/main.ts', './src/single/main.ts')
        .replace('./icon.svg', `data:image/svg+xml;base64,${icon}`);
    },
  },
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      let html = '';
      let script = '';
      let style = '';
      for (const [file, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code;
        else if (file.endsWith('.html')) html = String(part.source);
        else if (file.endsWith('.css')) style += String(part.source);
        else this.error(`${file} does not fit into one document`);
        delete bundle[file];
      }
      script = harmless(await smaller(script));
      const policy = [
        "default-src 'none'",
        `script-src ${hash(script)} 'wasm-unsafe-eval'`,
        `style-src ${hash(style)}`,
        'img-src data:',
        "connect-src 'none'",
        'worker-src blob:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      const inside = files.map((file) => carried(folder, file)).join('');
      const source = html
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
        .replace(
          /(http-equiv="Content-Security-Policy"\s+content=)"[^"]*"/,
          () => `http-equiv="Content-Security-Policy" content="${policy}"`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${script}</script>\n${inside}</body>`);
      this.emitFile({ type: 'asset', fileName: name, source });
      // What nobody can take out of the document to compare.
      const sums = files.map((file) => `${sha256(readFileSync(join(folder, file)))}  ${file}\n`).join('');
      this.emitFile({ type: 'asset', fileName: name.replace('.html', '.wasm.sha256'), source: sums });
    },
  },
});

export const singleFile = (name: string, folder: string, files: readonly string[]): Plugin[] => [
  instead('single', ['engine-source', 'ledger-source', 'pages']),
  oneScript,
  oneDocument(name, folder, files),
];
