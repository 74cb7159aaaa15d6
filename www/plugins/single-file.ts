import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What has another module in the single file: where a part is fetched from. */
const replaced = ['engine-source', 'ledger-source'];

/** `import text from 'virtual:packed/<file>'`: a file, gzip and base64, for `single/unpack.ts`. */
const packed = (folder: string, names: readonly string[]): Plugin => ({
  name: 'packed',
  resolveId: (id) => (id.startsWith('virtual:packed/') ? `\0${id}.js` : undefined),
  load(id) {
    const name = /^\0virtual:packed\/(.+)\.js$/.exec(id)?.[1];
    if (name === undefined) return undefined;
    if (!names.includes(name)) this.error(`${name} is no part of this build`);
    const file = join(folder, name);
    this.addWatchFile(file);
    return `export default '${gzipSync(readFileSync(file), { level: 9 }).toString('base64')}';`;
  },
});

const carriedInside: Plugin = {
  name: 'carried-inside',
  enforce: 'pre',
  async resolveId(id, importer) {
    const name = replaced.find((candidate) => id.endsWith(`/${candidate}`));
    return name && !importer?.includes('/single/') ? here(`../src/single/${name}.ts`) : undefined;
  },
};

/** Ends the element it stands in, wherever it is. */
const harmless = (script: string) => script.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** All of a build in its document, whose policy allows these very scripts and styles, and no request of any kind. */
const oneDocument = (name: string): Plugin => ({
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
    handler(_, bundle) {
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
      script = harmless(script);
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
      const source = html
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
        .replace(
          /(http-equiv="Content-Security-Policy"\s+content=)"[^"]*"/,
          () => `http-equiv="Content-Security-Policy" content="${policy}"`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`);
      this.emitFile({ type: 'asset', fileName: name, source });
    },
  },
});

export const singleFile = (name: string, folder: string, files: readonly string[]): Plugin[] => [
  carriedInside,
  packed(folder, files),
  oneDocument(name),
];
