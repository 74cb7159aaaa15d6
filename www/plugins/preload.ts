import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The frame, which the first script asks for once there is text on the screen, and the package of the engine. */
const isFirst = ({ name, facadeModuleId }: { name: string; facadeModuleId: string | null }): boolean =>
  name === 'app' || facadeModuleId?.includes('/pkg/check/') === true;
/** Its WebAssembly; the rest is asked for behind the first screen. */
const engine = 'check/trade_credit_bg.wasm';

const link = (attrs: HtmlTagDescriptor['attrs'] & object): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { crossorigin: true, ...attrs },
  injectTo: 'head',
});

/**
 * Tells the browser at once of what the first script would ask for later. The scripts go before the WebAssembly, since
 * text is shown with them.
 */
export const preload: Plugin = {
  name: 'preload',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) => {
        const href = `./${file.fileName}`;
        if (file.type === 'asset' && file.originalFileNames.some((name) => name.endsWith(engine)))
          return [link({ rel: 'preload', as: 'fetch', type: 'application/wasm', fetchpriority: 'low', href })];
        return file.type === 'chunk' && isFirst(file) ? [link({ rel: 'modulepreload', href })] : [];
      }),
  },
};

const HELPER = '\0vite/preload-helper.js';
const PLAIN = '\0plain-import:';

/**
 * No style sheet of ours comes with a script, and scripts are fetched long before they are needed: no helper for either.
 * What stands in its place belongs to each module alone, so that a script waits for no other because of it.
 */
export const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer) => (id === HELPER ? `${PLAIN}${importer}` : null),
  load: (id) => (id.startsWith(PLAIN) ? 'export const __vitePreload = (load) => load();' : null),
};
